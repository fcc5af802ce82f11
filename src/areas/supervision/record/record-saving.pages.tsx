// Saving from the page of a record, whatever it is a record of: autosave, save, sign off, with the actions agreed beside it, and
// the answer of whoever it concerns. A refusal shows the page again with all that was typed.
import { ErrorSummary, type FormState, titleWith } from '../../../design/index.ts'
import { type Decision, yes } from '../../../platform/decision.ts'
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { conflict, data, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { agreeAction, usualDueDay } from '../../actions/index.ts'
import { namesOf } from '../../people/index.ts'
import {
  becauseTexts,
  noteJustified,
  type PointedOut,
  pointedState,
  pointOutIn,
  typedBecause,
} from '../../records/index.ts'
import { readersOfActions } from '../discussion/closing.changes.ts'
import { findNextDays } from '../session/session.store.ts'
import { isInvolved } from '../session/session.ts'
import { answerRecord } from './answering.changes.ts'
import { aboutRecord, keepDraft, lookAtOwn, signOffRecord } from './record.changes.ts'
import {
  type ActionRow,
  actionFields,
  actionRows,
  answerForm,
  newActionsForm,
  recordForm,
  textsFrom,
} from './record.form.ts'
import type { RecordTexts } from './record.ts'
import { findRecords } from './record.store.ts'
import { actionSourceOf, isRecordOf, partsOf, type RecordOf } from './record-of.ts'
import { type Around, recordPage } from './record-page.pages.tsx'
import { AnswerPart } from './record-parts.pages.tsx'
import { stalePage } from './record-writing.pages.tsx'
import { headings, hrefOf } from './record.view.ts'

/** What differs between kinds of record: where signing off leads, and what stands around the form when it comes back. */
export type Back = {
  readonly signed: (of: RecordOf) => Reply
  readonly around: (work: Work, of: RecordOf) => Promise<Around>
}

/** Keeps what is being typed, actions included, without a word of refusal but for a page that is out of date. */
export async function autosaveRecord(work: Work, of: RecordOf, form: Typed): Promise<Reply> {
  const shape = recordForm(partsOf(of, Object.keys(form)), true)
  const actions = actionSourceOf(of, '') ? newActionsForm.typed(form) : {}
  const texts = { ...textsFrom({ ...shape.typed(form), ...actions }), ...typedBecause(form) }
  const done = await keepDraft(work, of, { fromSave: Number(firstOf(form, '_version')), texts })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

/** Saves or signs off what was typed, with the actions beside it; answers the page again when something is refused. */
export async function saveRecordPage(
  work: Work,
  of: RecordOf,
  { form, sign, back }: { form: Typed; sign: boolean; back: Back },
): Promise<Reply> {
  const parts = partsOf(of, Object.keys(form))
  const shape = recordForm(parts, true)
  const typed = { ...shape.typed(form), ...newActionsForm.typed(form), ...typedBecause(form) }
  const again = async (errors: FormState['errors'], pointed: PointedOut | null) =>
    recordPage(work, of, { state: { errors, typed }, typed: form, pointed }, await back.around(work, of))
  const reading = shape.read(form)
  if (!reading.ok) return again(reading.errors, null)
  const given = textsFrom(reading.value)
  const fromSave = Number(firstOf(form, '_version'))
  const own = await lookAtOwn(work, of)
  if (own.ok && own.value.drafting && own.value.save !== fromSave) return stalePage(work, of, given)
  const pointed = await lookThrough(work, of, { form, texts: given })
  if (pointed.asks) return again(pointedState(shape, form, pointed).errors, pointed)
  const texts = { ...given, ...becauseTexts(pointed) }
  const what = { fromSave, texts: sign ? texts : { ...noActions, ...texts }, parts }
  const done = sign ? await signOffRecord(work, of, what) : await keepDraft(work, of, what)
  if (!done.ok) return again(shape.refused(form, done).errors, pointed)
  noteJustified(work, aboutRecord(done.value), pointed)
  const action = await addActions(work, of, { form, record: done.value.id })
  if (!action.ok) return again(newActionsForm.refused(form, action).errors, pointed)
  return sign ? back.signed(of) : seeOther(hrefOf(of), 'Draft saved')
}

/** Words that may identify somebody, in the record and in the actions beside it; never colleagues of the session. */
async function lookThrough(
  work: Work,
  of: RecordOf,
  { form, texts }: { form: Typed; texts: RecordTexts },
): Promise<PointedOut> {
  const names = await namesOf(work, [of.session.supervisor, ...of.session.supervisees])
  const actions = actionSourceOf(of, '') ? actionRows.map((row) => actionFields(row)[0]) : []
  const agreed = Object.fromEntries(actions.map((name) => [name, firstOf(form, name)]))
  return pointOutIn(form, { texts: { ...texts, ...agreed }, today: work.today, colleagues: [...names.values()] })
}

async function addActions(
  work: Work,
  of: RecordOf,
  { form, record }: { form: Typed; record: string },
): Promise<Decision<unknown>> {
  for (const row of actionSourceOf(of, record) ? actionRows : []) {
    const done = await addAction(work, of, { form, row, record })
    if (!done.ok) return done
  }
  return yes()
}

/** Actions that were kept with a draft have been agreed now: the draft holds them no longer. */
const noActions = Object.fromEntries(
  actionRows.flatMap((row) => {
    const [action, owner, due] = actionFields(row)
    return [action, owner, `${due}-day`, `${due}-month`, `${due}-year`].map((name) => [name, ''])
  }),
)

/** One action typed beside the record, when there is one: by whoever it concerns most and before the next session unless said otherwise. */
async function addAction(
  work: Work,
  of: RecordOf,
  { form, row, record }: { form: Typed; row: ActionRow; record: string },
): Promise<Decision<unknown>> {
  const [action, owner, due] = actionFields(row)
  const reading = newActionsForm.read(form, { today: work.today })
  if (!reading.ok) {
    const first = reading.errors[0]
    return { ok: false, reason: first?.message ?? '', field: first?.field }
  }
  const text = reading.value[action] ?? ''
  const from = actionSourceOf(of, record)
  if (text.trim() === '' || !from) return yes()
  const { session } = of
  const person = parseId<'person'>(reading.value[owner]) ?? of.discussed?.holder ?? session.supervisees[0]
  const who = person ?? session.supervisor
  if (!isInvolved(session, who)) return { ok: false, reason: 'Choose somebody of this session', field: owner }
  const next = (await findNextDays(work, [who], session.type)).get(who) ?? null
  const by = parseDay(reading.value[due]) ?? usualDueDay(work.today, next)
  const readers = await readersOfActions(work, of, who)
  const agreed = await agreeAction(work, { owner: who, text, due: by, from, ...readers })
  return agreed.ok || agreed.field === undefined ? agreed : { ...agreed, field: agreed.field === 'due' ? due : action }
}

/** What somebody whom it concerns says of a signed record. */
export async function sendAnswer(work: Work, of: RecordOf, form: Typed): Promise<Reply> {
  const record = (await findRecords(work, of.session.id)).find((one) => isRecordOf(one, of))
  if (!record) return conflict('There is no record to answer yet')
  const reading = answerForm.read(form)
  const version = Number(firstOf(form, '_version'))
  const again = (state: FormState, pointed: PointedOut | null = null) =>
    answerPage(of, { version: record.version, state, pointed })
  if (!reading.ok) return again(reading)
  const { outcome } = reading.value
  const comment = reading.value.comment ?? ''
  const pointed = await lookThrough(work, { ...of, kind: 'feedback' }, { form, texts: { comment } })
  if (pointed.asks) return again(pointedState(answerForm, form, pointed), pointed)
  const done = await answerRecord(work, of, { record, version, outcome, comment, because: becauseTexts(pointed) })
  if (done.ok) noteJustified(work, aboutRecord(record), pointed)
  return done.ok ? seeOther(hrefOf(of), 'Thank you. Your answer is kept.') : again(answerForm.refused(form, done))
}

/** The answer's form again, with its fault. */
const answerPage = (
  of: RecordOf,
  { version, state, pointed }: { version: number; state: FormState; pointed: PointedOut | null },
): Reply =>
  html({
    title: titleWith(state, 'Your answer'),
    status: 422,
    back: { href: hrefOf(of), label: headings[of.kind] },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Your answer</h1>
        <AnswerPart href={hrefOf(of)} version={version} state={state} pointed={pointed} />
      </>
    ),
  })
