// Putting a case on the list and changing it: one form, with a row for each person at risk. Rows are added and taken off by
// buttons that send the form, so it works without scripts and loses nothing that was typed.
import { ErrorSummary, titleWith } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page, anyStaff, type Typed } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { answeredBefore, noteJustified, type PointedOut, pointedState, pointOutIn } from '../../records/index.ts'
import { type Around, aroundCase } from '../handover/around.changes.ts'
import { holderOfCase } from '../case/case.access.ts'
import { changeCase, hasReference, listCase, openCase, theCase } from '../case/case.changes.ts'
import { caseForm, detailsFrom, rowFields, type RowId, textsToLookThrough, valuesOf } from './case.form.ts'
import { CaseFields, type CaseFormShown } from './case-fields.pages.tsx'
import { type CaseDetails, type CaseId, MOST_PEOPLE, movedWords } from '../case/case.ts'
import { criteriaOf } from './criteria.ts'
import { movedPage, stalePage } from './stale.pages.tsx'

const subject = (work: Work, params: { case: CaseId }) => aroundCase(work, params.case)
const about = { subject, access: holderOfCase }

export const caseFormPages: readonly Page[] = [
  page({ at: 'GET /cases/new', access: anyStaff, answer: async (work) => formPage(await emptyForm(work)) }),
  page({
    at: 'POST /cases/rows',
    access: anyStaff,
    quiet: true,
    answer: async (work, { form }) => formPage(await withRows(work, form, null)),
  }),
  page({ at: 'POST /cases', access: anyStaff, answer: (work, { form }) => listFrom(work, form) }),
  page({ at: 'GET /cases/:case/details', ...about, answer: (work, { subject: around }) => changePage(work, around) }),
  page({
    at: 'POST /cases/:case/rows',
    ...about,
    quiet: true,
    answer: async (work, { subject: around, form }) => formPage(await withRows(work, form, around)),
  }),
  page({
    at: 'POST /cases/:case/details',
    ...about,
    answer: (work, { subject: around, form }) => changeFrom(work, around, form),
  }),
]

async function emptyForm(work: Work): Promise<CaseFormShown> {
  const criteria = criteriaOf(await policyOn(work))
  const rows = [work.newId<'person at risk'>()]
  const shape = caseForm(criteria, rows)
  return { shape, criteria, rows, state: shape.filled({}), pointed: null, of: null }
}

async function changePage(work: Work, around: Around): Promise<Reply> {
  const opened = await openCase(work, around.facts.id)
  if (!opened || around.facts.holder !== work.asker.person) return notFound()
  const criteria = criteriaOf(await policyOn(work), opened.criteria)
  const rows = opened.people.map((one) => one.id)
  const shape = caseForm(criteria, rows)
  const pointed = answeredBefore(textsToLookThrough(opened), { today: work.today })
  const of = { id: opened.id, save: opened.save }
  return formPage({ shape, criteria, rows, state: shape.filled(valuesOf(opened)), pointed, of })
}

/** The form as it was sent, with a row more or a row less. */
async function withRows(work: Work, form: Typed, around: Around | null): Promise<CaseFormShown> {
  const shown = await sentForm(work, form, around)
  const off = firstOf(form, 'off')
  const left = shown.rows.filter((id) => id !== off)
  const fresh = () => work.newId<'person at risk'>()
  const more = off === '' && left.length < MOST_PEOPLE ? [...left, fresh()] : left
  const rows = more.length === 0 ? [fresh()] : more
  const shape = caseForm(shown.criteria, rows)
  return { ...shown, rows, shape, state: { errors: [], typed: shape.typed(form) } }
}

async function sentForm(work: Work, form: Typed, around: Around | null): Promise<CaseFormShown> {
  const mine = around && around.facts.holder === work.asker.person ? await openCase(work, around.facts.id) : null
  const criteria = criteriaOf(await policyOn(work), mine?.criteria)
  const rows = rowsIn(form, () => work.newId<'person at risk'>())
  const shape = caseForm(criteria, rows)
  const of = around ? { id: around.facts.id, save: Number(firstOf(form, '_version')) } : null
  return { shape, criteria, rows, state: { errors: [], typed: shape.typed(form) }, pointed: null, of }
}

/** The rows of a form that was sent, in their order; one fresh row when there is none. */
function rowsIn(form: Typed, fresh: () => RowId): readonly RowId[] {
  const sent = form.people
  const ids = (typeof sent === 'string' ? [sent] : (sent ?? [])).map((one) => parseId<'person at risk'>(one))
  const known = [...new Set(ids.filter((id) => id !== null))].slice(0, MOST_PEOPLE)
  return known.length > 0 ? known : [fresh()]
}

type ReadForm = { readonly details: CaseDetails; readonly pointed: PointedOut }

/** What was typed as details, or the form again with what is missing or may identify somebody. */
async function readForm(work: Work, form: Typed, shown: CaseFormShown): Promise<ReadForm | Reply> {
  const reading = shown.shape.read(form, { today: work.today })
  if (!reading.ok) return formPage({ ...shown, state: reading })
  const read = detailsFrom(reading.value, { ...shown, because: '' })
  const first = rowFields(shown.rows[0] ?? work.newId<'person at risk'>()).kind
  const refuse = (reason: string, field: string) =>
    formPage({ ...shown, state: shown.shape.refused(form, { reason, field }) })
  if (read.people.length === 0) return refuse('Add at least one person at risk', first)
  if (await hasReference(work, read.reference, shown.of?.id ?? null))
    return refuse('You have a case with this reference already, open or closed. Change that one instead', 'reference')
  const pointed = pointOutIn(form, { texts: textsToLookThrough(read), today: work.today })
  if (pointed.asks) return formPage({ ...shown, state: pointedState(shown.shape, form, pointed), pointed })
  return { details: { ...read, identifiesNobody: pointed.because }, pointed }
}

async function listFrom(work: Work, form: Typed): Promise<Reply> {
  const shown = await sentForm(work, form, null)
  const read = await readForm(work, form, shown)
  if ('kind' in read) return read
  const done = await listCase(work, read.details)
  if (!done.ok) return formPage({ ...shown, state: shown.shape.refused(form, done) })
  noteJustified(work, theCase(done.value), read.pointed)
  return seeOther(`/cases/${done.value}`, 'The case is on your list')
}

async function changeFrom(work: Work, around: Around, form: Typed): Promise<Reply> {
  const shown = await sentForm(work, form, around)
  if (around.facts.holder !== work.asker.person) return movedPage(work, { around, shown })
  if (around.facts.save !== shown.of?.save) return stalePage(work, { around, shown })
  const read = await readForm(work, form, shown)
  if ('kind' in read) return read
  const done = await changeCase(work, around.facts.id, { fromSave: shown.of.save, details: read.details })
  if (!done.ok) {
    if (done.reason === movedWords) return movedPage(work, { around, shown })
    return formPage({ ...shown, state: shown.shape.refused(form, done) })
  }
  noteJustified(work, theCase(around.facts.id), read.pointed)
  return seeOther(`/cases/${around.facts.id}`, 'The case is saved')
}

function formPage(shown: CaseFormShown): Reply {
  const heading = shown.of ? 'Change a case' : 'Add a case'
  const back = shown.of ? { href: `/cases/${shown.of.id}`, label: 'Case' } : { href: '/cases', label: 'My cases' }
  return html({
    title: titleWith(shown.state, heading),
    status: shown.state.errors.length > 0 ? 422 : 200,
    back,
    body: (
      <>
        <ErrorSummary state={shown.state} />
        <h1>{heading}</h1>
        <p>
          You alone see it, and those you bring it to. Use the local reference and initials: no names, dates of birth,
          addresses or numbers that identify somebody.
        </p>
        <CaseFields shown={shown} save="Save" />
      </>
    ),
  })
}
