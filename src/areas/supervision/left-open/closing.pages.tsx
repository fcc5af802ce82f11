// Two small forms of an ending: closing an action that nobody will do any more, with the reason, and a few words for the other.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionId, findAction, textOfAction, thingOfAction } from '../../actions/index.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  PointedOutPart,
  pointedState,
  pointOutIn,
} from '../../records/index.ts'
import { recordForm, textsFrom } from '../record/record.form.ts'
import { namer } from '../supervision.changes.ts'
import { twoOfEnding } from '../ending/ending.access.ts'
import { aboutEnding, leaveWords } from '../ending/ending.changes.ts'
import { closingForm } from '../ending/ending.form.ts'
import { findEnding } from '../ending/ending.store.ts'
import { type Ending, type EndingId, otherOf } from '../ending/ending.ts'
import { endingParts } from './ending-shown.changes.ts'
import { decideAction } from './left-open.changes.ts'
import { hrefOfEnding } from './open-cards.pages.tsx'

const subject = (work: Work, { ending }: { ending: EndingId }) => findEnding(work, ending)
const ofTheTwo = { subject, access: twoOfEnding }

export const closingPages: readonly Page[] = [
  page({
    at: 'GET /supervision/endings/:ending/actions/:action/closing',
    ...ofTheTwo,
    answer: (work, { subject: ending, params }) =>
      closingPage(work, ending, { action: params.action, state: closingForm.filled() }),
  }),
  page({
    at: 'POST /supervision/endings/:ending/actions/:action/closing',
    ...ofTheTwo,
    answer: (work, { subject: ending, params, form }) => close(work, ending, { action: params.action, form }),
  }),
  page({
    at: 'GET /supervision/endings/:ending/words',
    ...ofTheTwo,
    answer: async (work, { subject: ending }) => wordsPage(work, ending, (await formOf(work, ending)).filled()),
  }),
  page({
    at: 'POST /supervision/endings/:ending/words',
    ...ofTheTwo,
    answer: (work, { subject: ending, form }) => keepWords(work, ending, form),
  }),
]

type Closing = { readonly action: ActionId; readonly state: FormState; readonly pointed?: PointedOut }

async function close(work: Work, ending: Ending, { action, form }: { action: ActionId; form: Typed }): Promise<Reply> {
  const reading = closingForm.read(form)
  if (!reading.ok) return closingPage(work, ending, { action, state: reading })
  const { note } = reading.value
  const pointed = pointOutIn(form, { texts: { note }, today: work.today })
  if (pointed.asks)
    return closingPage(work, ending, { action, state: pointedState(closingForm, form, pointed), pointed })
  const version = Number(firstOf(form, '_version'))
  const done = await decideAction(work, ending.id, { action, choice: 'close', note, version })
  if (!done.ok) return closingPage(work, ending, { action, state: closingForm.refused(form, done) })
  noteJustified(work, thingOfAction(action), pointed)
  return seeOther(hrefOfEnding(ending), 'It is closed, with your reason.')
}

async function closingPage(work: Work, ending: Ending, { action, state, pointed }: Closing): Promise<Reply> {
  const found = await findAction(work, action)
  if (!found || found.owner !== work.asker.person) return notFound()
  if (found.state !== 'open') return conflict('This action is not open any more.')
  return html({
    title: titleWith(state, 'Close an action'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: hrefOfEnding(ending), label: 'Supervision that ends' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Close this action</h1>
        <Written>{await textOfAction(work, action)}</Written>
        <PostForm action={`${hrefOfEnding(ending)}/actions/${action}/closing`} version={found.version}>
          <FormFields form={closingForm} state={state} />
          <PointedOutPart pointed={pointed ?? null} state={state} />
          <Button>Close it</Button>
        </PostForm>
        <p>
          <a href={hrefOfEnding(ending)}>Leave it open</a>
        </p>
      </>
    ),
  })
}

const formOf = async (work: Work, ending: Ending) => recordForm(await endingParts(work, ending), false)

async function keepWords(work: Work, ending: Ending, body: Typed): Promise<Reply> {
  const form = await formOf(work, ending)
  const reading = form.read(body, { today: work.today })
  if (!reading.ok) return wordsPage(work, ending, reading)
  const texts = textsFrom(reading.value)
  const pointed = pointOutIn(body, { texts, today: work.today })
  if (pointed.asks) return wordsPage(work, ending, pointedState(form, body, pointed), pointed)
  const done = await leaveWords(work, ending, { texts: { ...withoutEmpty(texts), ...becauseTexts(pointed) } })
  if (!done.ok) return wordsPage(work, ending, form.refused(body, done))
  noteJustified(work, aboutEnding(ending.id), pointed)
  return seeOther(hrefOfEnding(ending), 'Kept for the two of you.')
}

const withoutEmpty = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))

async function wordsPage(
  work: Work,
  ending: Ending,
  state: FormState,
  pointed: PointedOut | null = null,
): Promise<Reply> {
  const form = await formOf(work, ending)
  const other = (await namer(work, [otherOf(ending, work.asker.person)]))(otherOf(ending, work.asker.person))
  return html({
    title: titleWith(state, 'A few words'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: hrefOfEnding(ending), label: 'Supervision that ends' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>A few words for {other}</h1>
        <p>For the two of you alone. Once they are kept they stay as they are.</p>
        <PostForm action={`${hrefOfEnding(ending)}/words`}>
          <FormFields form={form} state={state} />
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Keep them</Button>
        </PostForm>
        <p>
          <a href={hrefOfEnding(ending)}>Leave none</a>
        </p>
      </>
    ),
  })
}
