// The page of one ending, for the two: what ends and from when, who comes next, and what is still open between them, each with
// its own buttons. It can be left and come back to; nothing happens by itself.
import {
  Card,
  EmptyState,
  ErrorSummary,
  type FormState,
  InsetText,
  PostButton,
  Quiet,
  SummaryList,
  titleWith,
  Written,
} from '../../../design/index.ts'
import type { ComponentChildren } from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { isBecause, type Texts } from '../../records/index.ts'
import type { SessionId } from '../session/session.ts'
import { twoOfEnding } from '../ending/ending.access.ts'
import { aboutEnding, takeBackEnding, wordsLeft } from '../ending/ending.changes.ts'
import { findEnding } from '../ending/ending.store.ts'
import {
  type ActionChoice,
  type Ending,
  type EndingId,
  type SessionChoice,
  sessionChoices,
  undoUntil,
} from '../ending/ending.ts'
import { type EndingShown, gatherEnding } from './ending-shown.changes.ts'
import { decideAction, decideSession } from './left-open.changes.ts'
import { ActionCard, hrefOfEnding, SessionCard } from './open-cards.pages.tsx'

const subject = (work: Work, { ending }: { ending: EndingId }) => findEnding(work, ending)
const ofTheTwo = { subject, access: twoOfEnding }

export const leftOpenPages: readonly Page[] = [
  page({
    at: 'GET /supervision/endings/:ending',
    ...ofTheTwo,
    answer: (work, { subject: ending }) => endingPage(work, ending),
  }),
  page({
    at: 'POST /supervision/endings/:ending/undoing',
    ...ofTheTwo,
    answer: async (work, { subject: ending }) => {
      const done = await takeBackEnding(work, ending.id)
      return done.ok ? seeOther('/supervision/supervisors', 'Taken back. You go on as before.') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /supervision/endings/:ending/sessions/:session',
    ...ofTheTwo,
    answer: async (work, { subject: ending, params, form }) => {
      const choice = sessionChoices.find((one) => one === firstOf(form, 'choice'))
      if (!choice) return conflict('Choose what becomes of this session.')
      // As it stands before: what is refused half way is taken back.
      const before = choice === 'ask the new supervisor' ? await gatherEnding(work, ending) : undefined
      const done = await decideSession(work, ending.id, { session: params.session as Id<string> as SessionId, choice })
      return done.ok
        ? seeOther(hrefOfEnding(ending), saidOfSession[choice])
        : againWith(work, ending, { ...done, before })
    },
  }),
  page({
    at: 'POST /supervision/endings/:ending/actions/:action',
    ...ofTheTwo,
    answer: async (work, { subject: ending, params, form }) => {
      const choice = firstOf(form, 'choice') === 'take along' ? ('take along' as const) : ('keep' as const)
      const version = Number(firstOf(form, '_version'))
      const done = await decideAction(work, ending.id, { action: params.action, choice, note: '', version })
      return done.ok ? seeOther(hrefOfEnding(ending), saidOfAction[choice]) : againWith(work, ending, done)
    },
  }),
]

const saidOfSession: Readonly<Record<SessionChoice, string>> = {
  keep: 'It stays as it was booked.',
  cancel: 'It is called off. Nobody has to find a new date.',
  'ask the new supervisor': 'Your new supervisor is asked for the same time.',
}
const saidOfAction: Readonly<Record<Exclude<ActionChoice, 'close'>, string>> = {
  keep: 'It is yours alone from now on.',
  'take along': 'It goes with you to your next supervisor.',
}

/** The page again as it stands now, with why something could not be done. */
const againWith = (
  work: Work,
  ending: Ending,
  { reason, before }: { reason: string; before?: EndingShown },
): Promise<Reply> =>
  endingPage(work, ending, { before, state: { typed: {}, errors: [{ field: '', input: '', message: reason }] } })

type Again = { readonly state?: FormState; readonly before?: EndingShown }

async function endingPage(work: Work, ending: Ending, { state, before }: Again = {}): Promise<Reply> {
  const shown = before ?? (await gatherEnding(work, ending))
  const left = await wordsLeft(work, ending)
  const foot = await whoSeesFoot(work, aboutEnding(ending.id), {
    what: 'these words',
    notThese: 'Managers see that somebody needs a supervisor, and nothing of this page.',
  })
  return html({
    title: titleWith(state, 'Supervision that ends'),
    status: state ? 409 : 200,
    back: { href: '/supervision/supervisors', label: 'Supervisors' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          Supervision with {shown.other} {ending.on > work.today ? 'ends' : 'has ended'}
        </h1>
        <p class="app-lede">
          {shown.kinds}, from {formatDay(ending.on)}
        </p>
        <TakenBack ending={ending} />
        <Facts shown={shown} />
        {ending.undoneAt === null && <StillOpen ending={ending} shown={shown} work={work} />}
        <h2>A few words for each other</h2>
        {left.map((one) => (
          <WordsCard shown={shown} {...one} />
        ))}
        {left.every(({ by }) => by !== work.asker.person) && (
          <p>
            <a href={`${hrefOfEnding(ending)}/words`}>Say what was good, and what you take with you</a> (if you like)
          </p>
        )}
        {foot}
        {shown.mayTakeBack && <TakeBack ending={ending} />}
      </>
    ),
  })
}

const TakenBack = ({ ending: { undoneAt } }: { ending: Ending }) =>
  undoneAt === null ? null : (
    <InsetText>
      <p>This was taken back on {formatMoment(undoneAt)}. You go on as before.</p>
    </InsetText>
  )

const Facts = ({ shown }: { shown: EndingShown }) => (
  <SummaryList
    rows={[
      { name: 'Talked about it', value: shown.talked },
      { name: 'Next supervisor', value: shown.next },
      ...(shown.contract
        ? [{ name: 'New contract', value: <a href={shown.contract.href}>{shown.contract.words}</a> }]
        : []),
      ...(shown.due.length > 0 ? [{ name: 'What the policy asks', value: shown.due.join(' ') }] : []),
      ...(shown.cases ? [{ name: 'Cases', value: shown.cases }] : []),
      { name: 'Who is told', value: shown.told },
    ].map(({ name, value }) => ({ name, value: value as ComponentChildren }))}
  />
)

type PartProps = { ending: Ending; shown: EndingShown; work: Work }

function StillOpen({ ending, shown, work }: PartProps) {
  const { sessions, actions } = shown.left
  return (
    <>
      <h2>Sessions ahead</h2>
      {sessions.length === 0 && <p>None are booked with {shown.other}.</p>}
      {sessions.map((one) => (
        <SessionCard ending={ending} shown={shown} one={one} work={work} />
      ))}
      {shown.groups.map((line) => (
        <p>{line}</p>
      ))}
      <h2>Your open actions</h2>
      {actions.length === 0 && <EmptyState heading="None are left to decide" />}
      {actions.map((one, at) => (
        <ActionCard ending={ending} shown={shown} one={one} duty={shown.duties[at] ?? ''} work={work} />
      ))}
    </>
  )
}

/** What one of the two left, under the questions that were asked. */
const WordsCard = ({ shown, by, texts }: { shown: EndingShown; by: Ending['by']; texts: Texts }) => (
  <Card heading={shown.nameOf(by)} size="s" level={3}>
    {Object.entries(texts)
      .filter(([key]) => !isBecause(key))
      .map(([key, text]) => (
        <>
          <p>
            <Quiet>{shown.parts.find((part) => part.key === key)?.label ?? ''}</Quiet>
          </p>
          <Written>{text}</Written>
        </>
      ))}
  </Card>
)

const TakeBack = ({ ending }: { ending: Ending }) => (
  <section>
    <h2>Changed your mind?</h2>
    <p>Until {formatMoment(undoUntil(ending))} you can take it back, as long as nothing was decided because of it.</p>
    <PostButton action={`${hrefOfEnding(ending)}/undoing`} variant="secondary">
      Take it back
    </PostButton>
  </section>
)
