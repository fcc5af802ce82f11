// Recording supervision held elsewhere, and vouching for it (SPEC 5.9).
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostButton,
  PostForm,
  StateTag,
  SummaryList,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { formatDay, formatMinutes } from '../../../platform/time/words.ts'
import { access, anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { kindsToChoose } from '../terms/kinds-to-choose.changes.ts'
import { plannedTerms } from '../terms/terms.view.ts'
import { recordOutside, vouchFor, withdrawOutside } from './outside-evidence.changes.ts'
import { outsideForm } from './outside-evidence.form.ts'
import { findEvidence, findWhere } from './outside-evidence.store.ts'
import type { EvidenceId, OutsideEvidence, OutsideState } from './outside-evidence.ts'

const thoseConcerned = access<OutsideEvidence>(
  'The person, and the colleague who was named',
  (asker, evidence) => asker.person === evidence.person || asker.person === evidence.voucher,
)
const subject = (work: Work, { evidence }: { evidence: EvidenceId }) => findEvidence(work, evidence)

export const outsidePages: readonly Page[] = [
  page({
    at: 'GET /supervision/outside-evidence',
    access: anyStaff,
    answer: (work) => formPage(work, outsideForm.filled({})),
  }),
  page({
    at: 'POST /supervision/outside-evidence',
    access: anyStaff,
    answer: async (work, { form }) => {
      if (searchIn(form)) return formPage(work, { errors: [], typed: outsideForm.typed(form) })
      const reading = outsideForm.read(form, { today: work.today })
      if (!reading.ok) return formPage(work, reading)
      const { value } = reading
      const [voucher, day] = [parseId<'person'>(value.voucher), parseDay(value.day)]
      if (!voucher || !day)
        return formPage(work, outsideForm.refused(form, { reason: 'Choose one of the people found', field: 'voucher' }))
      const done = await recordOutside(work, {
        type: value.type,
        day,
        minutes: value.minutes,
        format: value.format as 'one-to-one' | 'group',
        remote: value.placeKind === 'remote',
        groupSize: value.groupSize ?? 1,
        supervisor: null,
        voucher,
        heldWith: value.heldWith,
        heldAt: value.heldAt ?? '',
      })
      if (!done.ok) return formPage(work, outsideForm.refused(form, done))
      return seeOther(`/outside-evidence/${done.value}`, 'Recorded. Your colleague is asked to vouch for it.')
    },
  }),
  page({
    at: 'GET /outside-evidence/:evidence',
    subject,
    access: thoseConcerned,
    answer: (work, request) => evidencePage(work, request.subject),
  }),
  page({
    at: 'POST /outside-evidence/:evidence/voucher',
    subject,
    access: thoseConcerned,
    answer: async (work, { subject: evidence, form }) => {
      const done = await vouchFor(work, evidence.id, form.answer === 'yes')
      return done.ok
        ? seeOther(`/outside-evidence/${evidence.id}`, 'Thank you. Your answer is kept.')
        : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /outside-evidence/:evidence/withdrawal',
    subject,
    access: thoseConcerned,
    answer: async (work, { subject: evidence }) => {
      const done = await withdrawOutside(work, evidence.id)
      return done.ok ? seeOther('/supervision', 'Taken back') : conflict(done.reason)
    },
  }),
]

async function formPage(work: Work, state: FormState) {
  const types = plannedTerms(await policyOn(work))
  const options = { type: await kindsToChoose(work, types), ...(await found(work, state)) }
  return html({
    title: titleWith(state, 'Record supervision held elsewhere'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Record supervision held elsewhere</h1>
        <p>
          Say that it was held, never what was said. A colleague vouches for it; how it counts is for your
          organisation’s policy.
        </p>
        <PostForm action="/supervision/outside-evidence">
          <FormFields form={outsideForm} state={state} options={options} />
          <Button>Record it</Button>
        </PostForm>
      </>
    ),
  })
}

async function found(work: Work, state: FormState): Promise<{ voucher?: readonly Option[] }> {
  const text = String(state.typed['voucher-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return { voucher: others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}

const stateWords: Record<OutsideState, { tone: 'waiting' | 'good' | 'late' | 'quiet'; words: string }> = {
  asked: { tone: 'waiting', words: 'Waiting to be vouched for' },
  vouched: { tone: 'good', words: 'Vouched for' },
  refused: { tone: 'late', words: 'Not vouched for' },
  withdrawn: { tone: 'quiet', words: 'Taken back' },
}

async function evidencePage(work: Work, evidence: OutsideEvidence) {
  const nameOf = await namer(work, [evidence.person, evidence.voucher])
  const where = await findWhere(work, evidence.id)
  const typeName = await typeNamer(work)
  const asked = evidence.state === 'asked'
  const state = stateWords[evidence.state]
  return html({
    title: 'Supervision held elsewhere',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Supervision held elsewhere</h1>
        <p class="app-lede">
          <StateTag tone={state.tone}>{state.words}</StateTag>
        </p>
        <SummaryList
          rows={[
            { name: 'Person', value: nameOf(evidence.person) },
            { name: 'Kind', value: typeName(evidence.type) },
            {
              name: 'Held',
              value: `${formatDay(evidence.day)}, ${formatMinutes(evidence.minutes)}, ${evidence.format === 'group' ? `in a group of ${evidence.groupSize}` : 'one-to-one'}`,
            },
            { name: 'Supervised by', value: where.heldWith },
            { name: 'At', value: where.heldAt || 'Not said' },
            { name: 'Vouching', value: nameOf(evidence.voucher) },
          ]}
        />
        {asked && evidence.voucher === work.asker.person && (
          <VouchPart evidence={evidence} name={nameOf(evidence.person)} />
        )}
        {asked && evidence.person === work.asker.person && (
          <PostButton action={`/outside-evidence/${evidence.id}/withdrawal`} variant="secondary">
            Take it back
          </PostButton>
        )}
      </>
    ),
  })
}

const VouchPart = ({ evidence, name }: { evidence: OutsideEvidence; name: string }) => (
  <>
    <h2>Can you vouch that {name} had this supervision?</h2>
    <ButtonGroup>
      <PostButton action={`/outside-evidence/${evidence.id}/voucher`} fields={{ answer: 'yes' }}>
        Yes, I vouch for it
      </PostButton>
      <PostButton action={`/outside-evidence/${evidence.id}/voucher`} fields={{ answer: 'no' }} variant="secondary">
        No, I cannot
      </PostButton>
    </ButtonGroup>
  </>
)
