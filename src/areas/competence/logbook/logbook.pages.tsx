// Writing an entry of a logbook, and the page on which the other of the two confirms it.
import { ButtonGroup, type FormState, PostButton, searchIn, SummaryList } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, namesOf, peopleFor } from '../../people/index.ts'
import { heldBy, waysOn } from '../pathway/held.changes.ts'
import { isFor } from '../pathway/pathway.ts'
import { logbookWriters, type Subject } from '../supervisors/supervisors.access.ts'
import { findSubject } from '../supervisors/subject.changes.ts'
import { hrefOf } from '../supervisors/supervisors.view.ts'
import { twoOfEntry } from './entry.access.ts'
import { askedOf, type Entry, type EntryAnswer, type EntryId } from './entry.ts'
import { findEntry } from './entry.store.ts'
import { answerEntry, writeEntry } from './logbook.changes.ts'
import { entryForm } from './logbook.form.ts'

const one = { subject: (work: Work, { entry }: { entry: EntryId }) => findEntry(work, entry), access: twoOfEntry }

export const logbookPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:person/logbook/new',
    subject: findSubject,
    access: logbookWriters,
    answer: (work, { subject, query }) => newPage(work, subject, filledFrom(work, subject, query('step'))),
  }),
  page({
    at: 'POST /supervisors/:person/logbook',
    subject: findSubject,
    access: logbookWriters,
    answer: (work, { subject, form }) => write(work, subject, form),
  }),
  page({ at: 'GET /logbook-entries/:entry', ...one, answer: (work, { subject }) => entryPage(work, subject) }),
  page({
    at: 'POST /logbook-entries/:entry/confirmation',
    ...one,
    answer: (work, { subject }) => answered(work, subject, 'confirmed'),
  }),
  page({
    at: 'POST /logbook-entries/:entry/refusal',
    ...one,
    answer: (work, { subject }) => answered(work, subject, 'declined'),
  }),
  page({
    at: 'POST /logbook-entries/:entry/withdrawal',
    ...one,
    answer: (work, { subject }) => answered(work, subject, 'withdrawn'),
  }),
]

/** The step that was asked for; somebody who writes in a colleague's logbook was there themselves. */
const filledFrom = (work: Work, { person }: Subject, step: string): FormState =>
  entryForm.filled({
    ...(step === '' ? {} : { step }),
    ...(person === work.asker.person ? {} : { other: work.asker.person }),
  })

async function write(work: Work, subject: Subject, form: Typed): Promise<Reply> {
  if (searchIn(form)) return newPage(work, subject, { errors: [], typed: entryForm.typed(form) }, form)
  const reading = entryForm.read(form, { today: work.today })
  if (!reading.ok) return newPage(work, subject, reading, form)
  const [pathway = '', step = ''] = reading.value.step.split(' ')
  const other = reading.value.other === null ? null : parseId<'person'>(reading.value.other)
  const done = await writeEntry(work, subject.person, { pathway, step, on: reading.value.on as Day, other })
  if (!done.ok) return newPage(work, subject, entryForm.refused(form, done), form)
  return seeOther(
    hrefOf(subject.person),
    other === null ? 'Written down' : 'Written down. Your colleague is asked to confirm it',
  )
}

/** The steps of all ways that this person goes, as options: 'way step'. */
async function stepOptions(work: Work, { person }: Subject) {
  const ways = await waysOn(work, work.today)
  const held = await heldBy(work, { policy: ways.policy, people: [person], day: work.today })
  const own = ways.pathways.filter((way) => isFor(held.rolesOf(person), way))
  return own.flatMap((way) =>
    way.steps
      .filter((step) => step.times > 0)
      .map((step) => ({
        value: `${way.key} ${step.key}`,
        label: own.length > 1 ? `${step.name} (${way.name})` : step.name,
        hint: step.with === null ? step.text : `${step.text} With: ${step.with}.`,
      })),
  )
}

async function newPage(work: Work, subject: Subject, state: FormState, form: Typed | null = null): Promise<Reply> {
  const chosen = parseId<'person'>(String(state.typed.other ?? ''))
  return formPage({
    title: 'Add to the logbook',
    about: subject.name,
    intro: <p>Only what, when and with whom. Nothing of what was said in a session belongs here.</p>,
    form: entryForm,
    state,
    action: `${hrefOf(subject.person)}/logbook`,
    button: 'Add it',
    back: { href: hrefOf(subject.person), label: subject.name },
    options: { step: await stepOptions(work, subject), ...(await peopleFor(work, 'other', form, chosen)) },
  })
}

async function answered(work: Work, entry: Entry, answer: EntryAnswer): Promise<Reply> {
  const done = await answerEntry(work, entry.id, { answer })
  if (!done.ok) return conflict(done.reason)
  const said = { confirmed: 'Confirmed', declined: 'Not confirmed. They see it', withdrawn: 'Taken back' }[answer]
  return seeOther(entry.person === work.asker.person ? hrefOf(entry.person) : `/logbook-entries/${entry.id}`, said)
}

const stateWords: Readonly<Record<Entry['state'], string>> = {
  noted: 'Written down',
  asked: 'Waits to be confirmed',
  confirmed: 'Confirmed by both',
  declined: 'Not confirmed',
  withdrawn: 'Taken back',
}

async function entryPage(work: Work, entry: Entry): Promise<Reply> {
  const names = await namesOf(work, [entry.person, ...(entry.other === null ? [] : [entry.other])])
  const nameOf = (person: Entry['person']) => <bdi>{names.get(person) ?? 'Somebody who is no longer here'}</bdi>
  const { pathways } = await waysOn(work, work.today)
  const way = pathways.find((other) => other.key === entry.pathway)
  const step = way?.steps.find((other) => other.key === entry.step)
  return html({
    title: 'Entry of a logbook',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{way?.name ?? 'A way that the policy no longer has'}</span>
          {step?.name ?? 'A step that the policy no longer has'}
        </h1>
        {step && <p>{step.text}</p>}
        <SummaryList
          rows={[
            { name: 'Whose logbook', value: nameOf(entry.person) },
            { name: 'On', value: formatDay(entry.on) },
            { name: step?.with ?? 'With', value: entry.other === null ? 'Nobody else' : nameOf(entry.other) },
            { name: 'How it stands', value: stateWords[entry.state] },
          ]}
        />
        <Answers entry={entry} asker={work.asker.person} />
      </>
    ),
  })
}

function Answers({ entry, asker }: { entry: Entry; asker: Entry['person'] }) {
  const at = `/logbook-entries/${entry.id}`
  if (askedOf(entry) === asker)
    return (
      <ButtonGroup>
        <PostButton action={`${at}/confirmation`}>Yes, I was there</PostButton>
        <PostButton action={`${at}/refusal`} variant="secondary">
          No, this is not right
        </PostButton>
      </ButtonGroup>
    )
  const open = entry.state === 'asked' || entry.state === 'noted'
  if (!open || entry.enteredBy !== asker) return null
  return (
    <PostButton action={`${at}/withdrawal`} variant="secondary">
      Take it back
    </PostButton>
  )
}
