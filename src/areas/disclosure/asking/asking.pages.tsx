// Finding the one record that is needed, by person and day from facts alone, and asking for it.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  type Option,
  PostForm,
  searchIn,
  titleWith,
  WarningCallout,
} from '../../../design/index.ts'
import { type Id, parseId } from '../../../platform/ids.ts'
import { addDays, parseDay } from '../../../platform/time/day.ts'
import { londonMoment } from '../../../platform/time/moment.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notAllowed, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { findNamedRecord, findNamedRecords, type NamedRecord } from '../../supervision/index.ts'
import { namer } from '../lead.changes.ts'
import { safeguardingStaff } from '../glass/glass.access.ts'
import { askForRecord } from '../glass/glass.changes.ts'
import { askingForm, findingForm } from '../glass/glass.form.ts'
import { HOURS_TO_ANSWER } from '../glass/glass.ts'
import { recordWords } from '../glass/glass.view.ts'
import { mayAsk, peopleOf } from './second.changes.ts'

const subject = (work: Work, { record }: { record: Id<'record'> }) => findNamedRecord(work, record as never)

export const askingPages: readonly Page[] = [
  page({
    at: 'GET /glass/new',
    access: safeguardingStaff,
    answer: (work) => findingPage(work, findingForm.filled({}), null),
  }),
  page({
    at: 'POST /glass/records',
    access: safeguardingStaff,
    quiet: true,
    answer: async (work, { form }) => {
      if (searchIn(form)) return findingPage(work, { errors: [], typed: findingForm.typed(form) }, null)
      const reading = findingForm.read(form, { today: work.today })
      if (!reading.ok) return findingPage(work, reading, null)
      const [person, day] = [parseId<'person'>(reading.value.person), parseDay(reading.value.day)]
      const [from, to] = day ? [londonMoment(day, '00:00'), londonMoment(addDays(day, 1), '00:00')] : [null, null]
      if (!person || !from || !to)
        return findingPage(
          work,
          findingForm.refused(form, { reason: 'Choose one of the people found', field: 'person' }),
          null,
        )
      const found = await findNamedRecords(work, { person, from, to })
      return findingPage(work, { errors: [], typed: findingForm.typed(form) }, found)
    },
  }),
  page({
    at: 'GET /glass/records/:record',
    subject,
    access: safeguardingStaff,
    answer: (work, { subject: named }) => askingPage(work, named, askingForm.filled({})),
  }),
  page({
    at: 'POST /glass/records/:record/request',
    subject,
    access: safeguardingStaff,
    answer: async (work, { subject: named, form }) => {
      const may = await mayAsk(work, named)
      if (!may.ok) return notAllowed(may.reason)
      const reading = askingForm.read(form)
      if (!reading.ok) return askingPage(work, named, reading)
      const { cause, reason, telling, risk } = reading.value
      const done = await askForRecord(work, named, {
        cause,
        reason,
        riskInTelling: telling === 'risk',
        risk: risk ?? '',
      })
      if (!done.ok) return askingPage(work, named, askingForm.refused(form, done))
      return seeOther(`/glass/${done.value}`, 'Asked. Colleagues who can decide have been told.')
    },
  }),
]

async function findingPage(work: Work, state: FormState, found: readonly NamedRecord[] | null): Promise<Reply> {
  return html({
    title: titleWith(state, 'Open a record in need'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/glass', label: 'Opened in need' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Open a record in need</h1>
        <WarningCallout heading="Is somebody in danger now?" level={2}>
          <p>
            <a href="tel:999">Call 999</a> first. Then ask the author, or whoever covers for them: that is quicker than
            this, and better.
          </p>
        </WarningCallout>
        <p>
          When the author is ill or cannot be reached and somebody may be at risk, a record can be opened once, for an
          hour, by two people together. Everybody concerned is told, and it is reviewed.
        </p>
        <PostForm action="/glass/records">
          <FormFields form={findingForm} state={state} options={await people(work, state)} />
          <Button>Find the record</Button>
        </PostForm>
        {found && <Found records={found} nameOf={await namer(work, found.flatMap(peopleWith))} />}
      </>
    ),
  })
}

const peopleWith = (named: NamedRecord) => [...peopleOf(named), ...(named.broughtBy ? [named.broughtBy] : [])]

function Found({ records, nameOf }: { records: readonly NamedRecord[]; nameOf: Awaited<ReturnType<typeof namer>> }) {
  if (records.length === 0)
    return <p>No signed record of a session with that person on that day. Drafts are their writer’s alone.</p>
  return (
    <>
      <h2>Records of that day</h2>
      <ul class="nhsuk-list">
        {records.map((named, at) => (
          <li>
            <a href={`/glass/records/${named.record}`}>
              {at + 1}. {recordWords(named, nameOf)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

async function people(work: Work, state: FormState): Promise<{ person?: readonly Option[] }> {
  const text = String(state.typed['person-search'] ?? '').trim()
  if (text === '') return {}
  const found = await searchPeople(work, { text, day: work.today, withLeavers: true, most: 20, skip: 0 })
  return { person: found.people.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}

async function askingPage(work: Work, named: NamedRecord, state: FormState): Promise<Reply> {
  const may = await mayAsk(work, named)
  if (!may.ok) return notAllowed(may.reason)
  const nameOf = await namer(work, peopleWith(named))
  return html({
    title: titleWith(state, 'Ask for this record'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/glass/new', label: 'Another record' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Ask for this record</h1>
        <p class="app-lede">{recordWords(named, nameOf)}</p>
        <InsetText>
          <p>
            A second person in safeguarding decides; somebody near to you or to the people of the session cannot. The
            request ends after {HOURS_TO_ANSWER} hours.
          </p>
        </InsetText>
        <PostForm action={`/glass/records/${named.record}/request`}>
          <FormFields form={askingForm} state={state} />
          <Button>Ask a second person</Button>
        </PostForm>
      </>
    ),
  })
}
