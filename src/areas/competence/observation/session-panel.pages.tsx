// The observation on the page of its session: everybody in it reads who would like to come, answers for themselves, and sees before and
// on the day whether anybody does. Nobody observes unseen (SPEC 9.3, 12.7). And on the first page, what is observed soon.
import { Button, Card, FormFields, InsetText, PostButton, PostForm } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { findSession, isInvolved, type SessionId } from '../../supervision/index.ts'
import { consentForm } from './observation.form.ts'
import { type Observation, stageOf } from './observation.ts'
import { findAhead, findObservations, findOwnConsent } from './observation.store.ts'
import { sessionWords } from './observation.view.ts'

export const observationPanels: readonly Panel[] = [
  { place: 'session', order: 5, show: (work, about) => inSession(work, about as string as SessionId) },
  { place: 'home', order: 6, show: (work) => soonObserved(work) },
]

async function inSession(work: Work, id: SessionId) {
  const [one] = (await findObservations(work, { session: id })).filter((each) => each.calledOffAt === null)
  const session = one ? await findSession(work, id) : null
  if (!one || !session || !isInvolved(session, work.asker.person)) return null
  return (
    <section id="observation">
      <h2>Observation</h2>
      {await whatIsSaid(work, one)}
    </section>
  )
}

async function whatIsSaid(work: Work, one: Observation) {
  const name = await nameOf(work, one.observer)
  const stage = stageOf(one, work.moment)
  const own = await findOwnConsent(work, one.id)
  if (stage === 'asking') return <Asking one={one} name={name} own={own} work={work} />
  if (stage === 'agreed')
    return (
      <>
        <InsetText>
          <p>{name} will observe this session. Everybody in it has agreed.</p>
        </InsetText>
        {one.session !== null && one.session.startsAt > work.moment && <TakeBack one={one} />}
      </>
    )
  if (stage === 'not everybody agreed')
    return <p>Nobody observes this session, because not everybody agreed. Nobody is told who.</p>
  if (stage === 'session gone') return <p>{name} would have observed this session.</p>
  return <p>{name} observed this session, with the agreement of everybody in it.</p>
}

type AskingProps = { one: Observation; name: string; own: boolean | null; work: Work }

function Asking({ one, name, own, work }: AskingProps) {
  const isSupervisor = one.supervisor === work.asker.person
  return (
    <>
      <p>
        {name} would like to sit in, to see how {isSupervisor ? 'you supervise' : 'the supervisor works'}. This is about
        the supervisor’s practice, not about you or your cases, and {name} reads no records.
      </p>
      <p>
        {name} comes only if everybody in the session says yes. What you say is seen by nobody else: not by {name}, not
        by the others. If not everybody agrees, that is all that anybody learns.
      </p>
      {own !== null && (
        <p>
          You said <strong>{own ? 'yes' : 'no'}</strong>. You can change it until everybody has answered.
        </p>
      )}
      <PostForm action={`/observations/${one.id}/consent`}>
        <FormFields
          form={consentForm}
          state={consentForm.filled({ answer: own === null ? undefined : own ? 'yes' : 'no' })}
        />
        <Button variant={own === null ? undefined : 'secondary'}>{own === null ? 'Answer' : 'Change my answer'}</Button>
      </PostForm>
    </>
  )
}

const TakeBack = ({ one }: { one: Observation }) => (
  <>
    <p>
      Until it begins you can say that you would rather not, without a reason. Then nobody comes, and nobody is told
      who.
    </p>
    <PostButton action={`/observations/${one.id}/consent`} fields={{ answer: 'no' }} variant="secondary">
      I would rather not be observed
    </PostButton>
  </>
)

const nameOf = async (work: Work, person: PersonId): Promise<string> =>
  (await namesOf(work, [person])).get(person) ?? 'Somebody who is no longer here'

/** On the first page of everybody in it: that somebody observes one of the next sessions. */
async function soonObserved(work: Work) {
  const agreed = (await findAhead(work, work.asker.person)).filter((one) => stageOf(one, work.moment) === 'agreed')
  if (agreed.length === 0) return null
  const names = await namesOf(
    work,
    agreed.map((one) => one.observer),
  )
  return (
    <section>
      <h2>Observed soon</h2>
      <Card>
        <ul class="nhsuk-list">
          {agreed.map((one) => (
            <li>
              {names.get(one.observer) ?? 'Somebody'} will observe{' '}
              <a href={`/sessions/${one.session?.id ?? ''}#observation`}>
                the session on {one.session ? sessionWords(one.session) : ''}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
