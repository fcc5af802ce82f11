// The parts of a case's page: what is sealed of it, the sessions it came to, who can see it and who has.
import { EmptyState, SummaryList, WhoCanSee, Written } from '../../../design/index.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSees } from '../../records/index.ts'
import { findSessionsOfCase } from '../bringing/session-case.store.ts'
import { findSession } from '../session/session.store.ts'
import { isInvolved } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { aboutCase } from './case.changes.ts'
import type { Case, CaseId } from './case.ts'
import { peopleWords, personWords } from './case.view.ts'

/** People, connections and criteria. `words` are the policy's words for each criterion. */
export const DetailsOfCase = ({ opened, words }: { opened: Case; words: ReadonlyMap<string, string> }) => (
  <>
    <h2>Who is at risk</h2>
    <p>{peopleWords(opened.people)}</p>
    <ul>
      {opened.people.map((one) => (
        <li>
          <bdi>{personWords(one)}</bdi>
        </li>
      ))}
    </ul>
    {opened.connections !== '' && (
      <>
        <h3 class="nhsuk-heading-s">How they are connected</h3>
        <Written>{opened.connections}</Written>
      </>
    )}
    <h2>Criteria met</h2>
    {opened.criteria.length === 0 ? (
      <p>None of the policy’s. It is listed by the judgement of whoever holds it.</p>
    ) : (
      <SummaryList
        rows={opened.criteria.map((one) => ({
          name: words.get(one.key) ?? one.key,
          value: `Since ${formatDay(one.since)}`,
        }))}
      />
    )}
    {opened.identifiesNobody !== '' && (
      <p class="app-quiet">
        Words that were pointed out identify nobody because: <bdi>{opened.identifiesNobody}</bdi>
      </p>
    )}
  </>
)

/** The sessions that this case was brought to; a link for whoever was there. */
export async function BroughtTo({ work, id }: { work: Work; id: CaseId }) {
  const brought = await findSessionsOfCase(work, id)
  const mine = new Set<string>()
  for (const one of brought) {
    const session = await findSession(work, one.session)
    if (session && isInvolved(session, work.asker.person)) mine.add(one.session)
  }
  return (
    <>
      <h2>Brought to supervision</h2>
      {brought.length === 0 ? (
        <EmptyState heading="Not brought yet">
          <p>It comes to the next planned session when you bring it there, in your preparation.</p>
        </EmptyState>
      ) : (
        <ul class="nhsuk-list">
          {brought.map((one) => (
            <li>
              {mine.has(one.session) ? (
                <a href={`/sessions/${one.session}`}>{formatDay(one.day)}</a>
              ) : (
                formatDay(one.day)
              )}
              {one.state === 'held' ? '' : one.state === 'cancelled' ? ', cancelled' : ', to come'}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Who can see this case, and who has, by its sealed texts. */
export async function WhoSeesCase({ work, opened }: { work: Work; opened: Case }) {
  const { can, has } = await whoSees(work, aboutCase(opened))
  const nameOf = await namer(
    work,
    [...can, ...has].map((one) => one.person),
  )
  return (
    <WhoCanSee
      what="this case"
      viewers={can.map((one) => ({
        who: nameOf(one.person),
        why: one.until === null ? whyWords(one.because) : `${whyWords(one.because)}, until ${formatMoment(one.until)}`,
      }))}
      looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
      notThese="Managers never see this page, nor that you hold this case."
    />
  )
}

const whyWords = (because: string): string => (because === 'wrote it' ? 'holds it' : because)
