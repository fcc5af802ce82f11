// One observation, on one page from the plan to the report; and the deeds on it. Each side sees its next step first.
import {
  ErrorSummary,
  InsetText,
  Lede,
  LinkButton,
  PostButton,
  StateTag,
  SummaryList,
  titleWith,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findSession, isInvolved } from '../../supervision/index.ts'
import { observingOf, recipientsOf } from '../observing/duty.changes.ts'
import { type ObservationSubject, observerOf, peopleOfSession, readersOfObservation } from './observation.access.ts'
import { answerObservation, callOffObservation } from './observation.changes.ts'
import { consentForm } from './observation.form.ts'
import { type Observation, type ObservationId, type Stage, stageOf } from './observation.ts'
import { findObservation, findReceived } from './observation.store.ts'
import { type Again, ReceiptWay, reportPart } from '../report/report-parts.pages.tsx'
import { sessionWords, stageTags } from './observation.view.ts'

/** The observation, and what the asker has to do with it; null when there is none. */
export async function subjectObservation(
  work: Work,
  { observation }: { observation: ObservationId },
): Promise<ObservationSubject | null> {
  const one = await findObservation(work, observation)
  if (!one) return null
  const session = one.session ? await findSession(work, one.session.id) : null
  const observing = await observingOf(work, one.pathway)
  const receives = observing !== null && (await recipientsOf(work, observing)).includes(work.asker.person)
  return { one, ofSession: session !== null && isInvolved(session, work.asker.person), receives }
}
const subject = subjectObservation

export const observationPages: readonly Page[] = [
  page({
    at: 'GET /observations/:observation',
    subject,
    access: readersOfObservation,
    answer: (work, { subject: { one } }) => observationPage(work, one, null),
  }),
  page({
    at: 'POST /observations/:observation/consent',
    subject,
    access: peopleOfSession,
    answer: async (work, { subject: { one }, form }) => {
      const reading = consentForm.read(form)
      if (!reading.ok) return conflict('Go back and select yes or no')
      const done = await answerObservation(work, one.id, reading.value.answer === 'yes')
      const back = `/sessions/${one.session?.id ?? ''}`
      return done.ok ? seeOther(back, 'Your answer is kept. Nobody else sees it') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /observations/:observation/cancellation',
    subject,
    access: observerOf,
    answer: async (work, { subject: { one } }) => {
      const done = await callOffObservation(work, one.id)
      return done.ok ? seeOther('/observations', 'Called off. The session’s page says so') : conflict(done.reason)
    },
  }),
]

export type Names = (person: PersonId) => string

/** The page of an observation; `again`: with the supervisor's answer as it was refused. */
export async function observationPage(work: Work, one: Observation, again: Again | null): Promise<Reply> {
  const names = await namesOf(work, [one.supervisor, one.observer])
  const nameOf: Names = (person) => names.get(person) ?? 'Somebody who is no longer here'
  const stage = stageOf(one, work.moment)
  const isObserver = one.observer === work.asker.person
  return html({
    title: titleWith(again?.state, 'Observation'),
    status: again === null ? 200 : 422,
    back: isObserver ? { href: '/observations', label: 'Observations' } : { href: '/', label: 'Home' },
    body: (
      <>
        {again && <ErrorSummary state={again.state} />}
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{nameOf(one.supervisor)}</bdi>
          </span>
          Observation
        </h1>
        <Lede>
          {one.session ? sessionWords(one.session) : formatDay(one.seenOn ?? work.today)}{' '}
          <StateTag tone={stageTags[stage].tone}>{stageTags[stage].words}</StateTag>
        </Lede>
        {isObserver && <ObserverStep one={one} stage={stage} name={nameOf(one.supervisor)} work={work} />}
        {await factsOf(work, one, nameOf)}
        {await reportPart(work, one, again)}
        {isReceiver(work, one) && <ReceiptWay one={one} received={(await findReceived(work)).has(one.id)} />}
      </>
    ),
  })
}

type StepProps = { one: Observation; stage: Stage; name: string; work: Work }

function ObserverStep({ one, stage, name, work }: StepProps) {
  const begun = one.session !== null && one.session.startsAt <= work.moment
  if (stage === 'asking')
    return (
      <>
        <p>
          Everybody in the session is being asked. Come only when this page says that everybody agreed. You are not told
          who answered what.
        </p>
        <CallOff one={one} />
      </>
    )
  if (stage === 'agreed') return <Agreed one={one} name={name} begun={begun} />
  if (stage === 'not everybody agreed')
    return (
      <>
        <p>Not everybody agreed, so this session is not observed. Nobody is told who. Choose another session.</p>
        <LinkButton href={`/supervisors/${one.supervisor}/observations/new`}>Choose another session</LinkButton>
      </>
    )
  if (stage === 'to be written')
    return (
      <>
        <LinkButton href={`/observations/${one.id}/writing`}>Write down what you saw</LinkButton>
        <CallOff one={one} words="I did not observe it after all" />
      </>
    )
  return null
}

const Agreed = ({ one, name, begun }: { one: Observation; name: string; begun: boolean }) => {
  return (
    <>
      <InsetText>
        <p>
          Everybody agreed. Ask {name} for the room or the link. You may be asked not to come until it begins, so look
          here once more before you set out.
        </p>
      </InsetText>
      {begun && <LinkButton href={`/observations/${one.id}/writing`}>Write down what you see</LinkButton>}
      <CallOff one={one} />
    </>
  )
}

const CallOff = ({ one, words = 'Call the observation off' }: { one: Observation; words?: string }) => (
  <PostButton action={`/observations/${one.id}/cancellation`} variant="secondary">
    {words}
  </PostButton>
)

/** Neither of the two: somebody to whom the report goes. */
const isReceiver = (work: Work, one: Observation): boolean =>
  work.asker.person !== one.supervisor && work.asker.person !== one.observer

async function factsOf(work: Work, one: Observation, nameOf: Names) {
  const policy = await policyOn(work)
  const { session } = one
  const kind = session ? [{ name: 'Session', value: policy.type(session.type)?.name ?? session.type }] : []
  return (
    <SummaryList
      rows={[
        { name: 'Supervisor', value: nameOf(one.supervisor) },
        { name: 'Observed by', value: nameOf(one.observer) },
        ...kind,
      ]}
    />
  )
}
