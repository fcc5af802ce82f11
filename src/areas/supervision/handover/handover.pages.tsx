// Handing a case over to a colleague: offering it, accepting or declining it, taking the offer back.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { holderOfCase, readersOfCase } from '../case/case.access.ts'
import type { CaseId } from '../case/case.ts'
import { type Around, aroundCase } from './around.changes.ts'
import { acceptCase, declineCase, offerCase, takeBackCase } from './handover.changes.ts'
import { offerForm } from './handover.form.ts'

const subject = (work: Work, params: { case: CaseId }) => aroundCase(work, params.case)

export const handoverPages: readonly Page[] = [
  page({
    at: 'GET /cases/:case/handover',
    subject,
    access: holderOfCase,
    answer: (work, { subject: around }) => offerPage(work, around, offerForm.filled({})),
  }),
  page({
    at: 'POST /cases/:case/handover',
    subject,
    access: holderOfCase,
    answer: async (work, { subject: around, form }) => {
      if (searchIn(form)) return offerPage(work, around, { errors: [], typed: offerForm.typed(form) })
      const reading = offerForm.read(form)
      if (!reading.ok) return offerPage(work, around, reading)
      const to = parseId<'person'>(reading.value.to)
      if (!to)
        return offerPage(
          work,
          around,
          offerForm.refused(form, { reason: 'Choose one of the people found', field: 'to' }),
        )
      const done = await offerCase(work, around.facts.id, { to })
      if (!done.ok) return offerPage(work, around, offerForm.refused(form, done))
      return seeOther(`/cases/${around.facts.id}`, 'The case is offered. It stays yours until your colleague accepts.')
    },
  }),
  page({
    at: 'POST /cases/:case/handover/acceptance',
    subject,
    access: readersOfCase,
    answer: async (work, { subject: { facts } }) => {
      const done = await acceptCase(work, facts.id)
      return done.ok ? seeOther(`/cases/${facts.id}`, 'The case is yours now') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /cases/:case/handover/refusal',
    subject,
    access: readersOfCase,
    answer: async (work, { subject: { facts } }) => {
      const done = await declineCase(work, facts.id)
      return done.ok ? seeOther('/cases', 'Declined. Your colleague keeps the case.') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /cases/:case/handover/withdrawal',
    subject,
    access: holderOfCase,
    answer: async (work, { subject: { facts } }) => {
      const done = await takeBackCase(work, facts.id)
      return done.ok ? seeOther(`/cases/${facts.id}`, 'The offer is taken back') : conflict(done.reason)
    },
  }),
]

async function offerPage(work: Work, { facts }: Around, state: FormState): Promise<Reply> {
  if (facts.holder !== work.asker.person && state.errors.length === 0) return notFound()
  return html({
    title: titleWith(state, 'Hand a case over'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/cases/${facts.id}`, label: 'Case' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Hand a case over</h1>
        <p>
          Your colleague can read the case as soon as you offer it, and has two weeks to accept. From then on it is
          theirs: you keep what was written up to that day and see nothing that comes after.
        </p>
        <PostForm action={`/cases/${facts.id}/handover`} version={facts.save}>
          <FormFields form={offerForm} state={state} options={await found(work, state)} />
          <Button>Offer this case</Button>
        </PostForm>
      </>
    ),
  })
}

async function found(work: Work, state: FormState): Promise<{ to?: readonly Option[] }> {
  const text = String(state.typed['to-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return { to: others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}
