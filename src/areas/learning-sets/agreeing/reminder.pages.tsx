// The ground rules again, at the start of every meeting (SPEC 4.3, 7.2): on a session of a set whose people all agreed them. And on
// the page of the rules: the set that they belong to.
import { Details, Written } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Id } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type AgreementId,
  agreementsBetween,
  findAgreement,
  holdsOn,
  openAgreementText,
} from '../../agreements/index.ts'
import { findSession, isInvolved, type SessionId } from '../../supervision/index.ts'
import { belongs, type SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'

export const reminderPanels: readonly Panel[] = [
  { place: 'session', order: 5, show: (work, about) => reminder(work, about as Id<string> as SessionId) },
  { place: 'agreement', order: 5, show: (work, about) => setOf(work, about as Id<string> as AgreementId) },
]

/** The rules that hold between everybody of a session on its day; nothing when there are none. */
async function reminder(work: Work, id: SessionId) {
  const session = await findSession(work, id)
  if (!session || session.state !== 'booked' || !isInvolved(session, work.asker.person)) return null
  const day = londonDay(session.startsAt)
  const people = [session.supervisor, ...session.supervisees]
  const rules = (await agreementsBetween(work, people)).find((one) => one.kind === 'ground rules' && holdsOn(one, day))
  const opened = rules && day === work.today ? await openAgreementText(work, rules.id) : null
  if (!rules) return null
  return (
    <section aria-labelledby="our-ground-rules">
      <h2 id="our-ground-rules">Our ground rules</h2>
      {opened && (
        <Details summary="Read them once before you begin">
          {opened.text.clauses.map((clause) => (
            <>
              {clause.heading !== null && <h3 class="nhsuk-heading-s">{clause.heading}</h3>}
              <Written>{clause.text}</Written>
            </>
          ))}
        </Details>
      )}
      <p>
        <a href={`/agreements/${rules.id}`}>The rules that we agreed</a>
      </p>
    </section>
  )
}

/** The way from rules to their set, for those who belong to it. */
async function setOf(work: Work, id: AgreementId) {
  const about = (await findAgreement(work, id))?.about
  const set = about?.kind === 'set' ? await findSet(work, about.id as Id<string> as SetId) : null
  if (!set || !belongs(set, work.asker.person, work.today)) return null
  return (
    <p>
      These are the ground rules of{' '}
      <a href={`/action-learning/sets/${set.id}`}>
        <bdi>{set.name}</bdi>
      </a>
      .
    </p>
  )
}
