// The record of a session on one page: written and signed off by the supervisor, answered by those supervised, amended only by
// a further version. A draft is kept as it is typed; a save from an old page shows both texts and loses nothing.
import { londonDay } from '../../../platform/time/moment.ts'
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, data, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { type Decision, yes } from '../../../platform/decision.ts'
import { agreeAction, usualDueDay } from '../../actions/index.ts'
import { policyOn } from '../../policy/index.ts'
import { peopleOfSession } from '../session/session.access.ts'
import { findNextDays, findSession } from '../session/session.store.ts'
import type { StoredSession } from '../session/session.ts'
import { isInvolved, type SessionId } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { answerPage, recordPage, stalePage } from './record-page.pages.tsx'
import { amendRecord, answerRecord, keepDraft, lookAtOwn, type RecordOf, signOffRecord } from './record.changes.ts'
import { answerForm, newActionForm, recordForm, textsFrom } from './record.form.ts'
import { findRecords } from './record.store.ts'
import { partsOf, type WrittenKind } from './record.view.ts'

const subject = (work: Work, { session }: { session: SessionId }) => findSession(work, session)
const about = { subject, access: peopleOfSession }
type Path = 'record' | 'own-part' | 'feedback'
const kinds: readonly { kind: WrittenKind; path: Path }[] = [
  { kind: 'session', path: 'record' },
  { kind: 'own part', path: 'own-part' },
  { kind: 'feedback', path: 'feedback' },
]

export const recordPages: readonly Page[] = [
  ...kinds.flatMap(({ kind, path }) => pagesOf(kind, path)),
  page({
    at: 'POST /sessions/:session/record/answer',
    ...about,
    answer: async (work, { subject: session, form }) => {
      const reading = answerForm.read(form)
      if (!reading.ok) return answerPage(work, session, reading)
      const record = (await findRecords(work, session.id)).find((one) => one.kind === 'session')
      if (!record) return conflict('There is no record to answer yet')
      const { outcome, comment } = reading.value
      const version = Number(firstOf(form, '_version'))
      const what = { record, version, outcome, comment: comment ?? '' }
      const done = await answerRecord(work, await of(work, session, 'session'), what)
      return done.ok
        ? seeOther(`/sessions/${session.id}/record`, 'Thank you. Your answer is kept.')
        : answerPage(work, session, answerForm.refused(form, done))
    },
  }),
]

/** The pages of one kind of writing: look, save, autosave, sign off, amend. */
function pagesOf(kind: WrittenKind, path: Path): readonly Page[] {
  return [
    page({
      at: `GET /sessions/:session/${path}`,
      ...about,
      answer: async (work, request) => recordPage(work, await of(work, request.subject, kind), null),
    }),
    page({
      at: `POST /sessions/:session/${path}/draft`,
      ...about,
      quiet: true,
      answer: async (work, { subject: session, form }) => autosave(work, await of(work, session, kind), form),
    }),
    ...savingPages(kind, path),
  ]
}

function savingPages(kind: WrittenKind, path: Path): readonly Page[] {
  const here = (session: StoredSession) => `/sessions/${session.id}/${path}`
  const signed = (session: StoredSession) =>
    kind === 'session' ? seeOther(`/sessions/${session.id}`, 'Record signed off') : seeOther(here(session), 'Shared')
  return [
    page({
      at: `POST /sessions/:session/${path}`,
      ...about,
      answer: async (work, { subject: session, form }) =>
        (await save(work, await of(work, session, kind), { form, sign: false })) ??
        seeOther(here(session), 'Draft saved'),
    }),
    page({
      at: `POST /sessions/:session/${path}/signature`,
      ...about,
      answer: async (work, { subject: session, form }) =>
        (await save(work, await of(work, session, kind), { form, sign: true })) ?? signed(session),
    }),
    page({
      at: `POST /sessions/:session/${path}/amendment`,
      ...about,
      answer: async (work, { subject: session }) => {
        const done = await amendRecord(work, await of(work, session, kind))
        return done.ok ? seeOther(here(session), 'Change what needs changing, and say why') : conflict(done.reason)
      },
    }),
  ]
}

async function of(work: Work, session: StoredSession, kind: WrittenKind): Promise<RecordOf> {
  // A kind that has left the policy keeps the terms under which its sessions were held.
  const then = londonDay(session.startsAt)
  const terms = termsIn(await policyOn(work), session.type) ?? termsIn(await policyOn(work, then), session.type)
  if (!terms) throw new Error(`The policy has no type ${session.type}`)
  return { session, terms, kind }
}

async function autosave(work: Work, record: RecordOf, form: Typed): Promise<Reply> {
  const texts = textsFrom(recordForm(partsOf(record), true).typed(form) as Record<string, string>)
  const done = await keepDraft(work, record, { fromSave: Number(firstOf(form, '_version')), texts })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

/** Saves or signs off what was typed, with the action beside it; answers the page again when something is refused. */
async function save(
  work: Work,
  record: RecordOf,
  { form, sign }: { form: Typed; sign: boolean },
): Promise<Reply | null> {
  const parts = partsOf(record)
  const shape = recordForm(parts, true)
  const reading = shape.read(form)
  if (!reading.ok) return recordPage(work, record, { state: reading, typed: form })
  const what = { fromSave: Number(firstOf(form, '_version')), texts: textsFrom(reading.value), parts }
  const own = await lookAtOwn(work, record)
  if (own.ok && own.value.drafting && own.value.save !== what.fromSave) return stalePage(work, record, what.texts)
  const done = sign ? await signOffRecord(work, record, what) : await keepDraft(work, record, what)
  if (!done.ok) return recordPage(work, record, { state: shape.refused(form, done), typed: form })
  const action = record.kind === 'session' ? await addAction(work, record, form) : yes()
  if (action.ok) return null
  const refused = newActionForm.refused(form, action)
  return recordPage(work, record, {
    state: { errors: refused.errors, typed: { ...shape.typed(form), ...refused.typed } },
    typed: form,
  })
}

/** The action typed beside the record, when there is one: by the one supervised and before the next session unless said otherwise. */
async function addAction(work: Work, { session }: RecordOf, form: Typed): Promise<Decision<unknown>> {
  const reading = newActionForm.read(form, { today: work.today })
  if (!reading.ok) {
    const first = reading.errors[0]
    return { ok: false, reason: first?.message ?? '', field: first?.field }
  }
  const text = reading.value.action ?? ''
  if (text.trim() === '') return yes()
  const owner = parseId<'person'>(reading.value.owner) ?? session.supervisees[0] ?? session.supervisor
  if (!isInvolved(session, owner)) return { ok: false, reason: 'Choose somebody of this session', field: 'owner' }
  const next = (await findNextDays(work, [owner], session.type)).get(owner) ?? null
  const due = parseDay(reading.value.due) ?? usualDueDay(work.today, next)
  const readers =
    session.format === 'group' ? [session.supervisor, owner] : [session.supervisor, ...session.supervisees]
  return agreeAction(work, { owner, text, due, from: { kind: 'session', id: session.id }, readers })
}
