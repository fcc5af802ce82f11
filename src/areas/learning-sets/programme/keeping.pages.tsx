// Making a programme and changing what it says: administrators and programme leads.
import type { FormState } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { access, type Page, page } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { keepersOfProgrammes, keepsProgrammes } from './programme.access.ts'
import { changeProgramme, endProgramme, makeProgramme, programmeLeads, subjectProgramme } from './programme.changes.ts'
import { programmeForm, wellbeingForm } from './programme.form.ts'
import type { Programme } from './programme.ts'
import { startingWords } from './programme.view.ts'
import { endPage, hrefOf } from './programmes.pages.tsx'

const keepers = access<Programme>(keepersOfProgrammes.sentence, (asker) => keepsProgrammes(asker), 'not allowed')
const kept = { subject: subjectProgramme, access: keepers } as const

/** The form's texts without nulls, as a programme keeps them. */
const filledIn = <V extends Readonly<Record<string, string | null>>>(value: V) =>
  Object.fromEntries(Object.entries(value).map(([name, text]) => [name, text ?? ''])) as {
    readonly [Name in keyof V]: string
  }

export const keepingPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/programmes/new',
    access: keepersOfProgrammes,
    answer: async (work) => {
      const { expect } = startingWords(await policyOn(work))
      const own = work.asker.roles.has('programme lead') ? { lead: work.asker.person } : {}
      return newPage(work, programmeForm.filled({ expect, ...own }))
    },
  }),
  page({
    at: 'POST /action-learning/programmes',
    access: keepersOfProgrammes,
    answer: async (work, { form }) => {
      const reading = programmeForm.read(form)
      if (!reading.ok) return newPage(work, reading)
      const lead = parseId<'person'>(reading.value.lead)
      if (!lead) return newPage(work, programmeForm.refused(form, notOffered))
      const done = await makeProgramme(work, { ...filledIn(reading.value), lead })
      if (!done.ok) return newPage(work, programmeForm.refused(form, done))
      return seeOther(hrefOf({ id: done.value }), 'Programme made. Now look at its page about keeping well')
    },
  }),
  page({
    at: 'GET /action-learning/programmes/:programme/description',
    ...kept,
    answer: (work, { subject }) => wordsPage(work, subject, programmeForm.filled(subject)),
  }),
  page({
    at: 'POST /action-learning/programmes/:programme/description',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = programmeForm.read(form)
      if (!reading.ok) return wordsPage(work, subject, reading)
      const lead = parseId<'person'>(reading.value.lead)
      if (!lead) return wordsPage(work, subject, programmeForm.refused(form, notOffered))
      const change = { ...filledIn(reading.value), lead }
      const done = await changeProgramme(work, subject.id, { change, version: Number(firstOf(form, '_version')) })
      return done.ok ? seeOther(hrefOf(subject), 'Saved') : wordsPage(work, subject, programmeForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /action-learning/programmes/:programme/wellbeing/words',
    ...kept,
    answer: (_work, { subject }) => wellbeingWordsPage(subject, wellbeingForm.filled(subject)),
  }),
  page({
    at: 'POST /action-learning/programmes/:programme/wellbeing/words',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = wellbeingForm.read(form)
      if (!reading.ok) return wellbeingWordsPage(subject, reading)
      const what = { change: filledIn(reading.value), version: Number(firstOf(form, '_version')) }
      const done = await changeProgramme(work, subject.id, what)
      if (!done.ok) return wellbeingWordsPage(subject, wellbeingForm.refused(form, done))
      return seeOther(`${hrefOf(subject)}/wellbeing`, 'Saved')
    },
  }),
  page({
    at: 'GET /action-learning/programmes/:programme/end',
    ...kept,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /action-learning/programmes/:programme/end',
    ...kept,
    answer: async (work, { subject }) => {
      const done = await endProgramme(work, subject.id)
      return done.ok ? seeOther(hrefOf(subject), 'The programme has ended') : conflict(done.reason)
    },
  }),
]

const notOffered = { reason: 'Choose one of the people offered', field: 'lead' }

/** Those with the role, and whoever leads it now. */
async function leadOptions(work: Work, now: Programme | null) {
  const people = [...new Set([...(await programmeLeads(work)), ...(now ? [now.lead] : [])])]
  const names = await namesOf(work, people)
  const options = people.map((value) => ({ value, label: names.get(value) ?? 'Somebody who is no longer here' }))
  return { lead: options.toSorted((a, b) => a.label.localeCompare(b.label)) }
}

async function newPage(work: Work, state: FormState): Promise<Reply> {
  return formPage({
    title: 'Make a programme',
    intro: <p>Everybody in the organisation can read what you write here. Cohorts and sets come after.</p>,
    form: programmeForm,
    state,
    action: '/action-learning/programmes',
    button: 'Make the programme',
    back: { href: '/action-learning/programmes', label: 'Programmes' },
    options: await leadOptions(work, null),
  })
}

async function wordsPage(work: Work, programme: Programme, state: FormState): Promise<Reply> {
  return formPage({
    title: 'Change the programme',
    about: programme.name,
    intro: (
      <p>
        Everybody in the organisation can read this. Another lead reads the feedback that is given from then on, and the
        quotes; not what was given before.
      </p>
    ),
    form: programmeForm,
    state,
    action: `${hrefOf(programme)}/description`,
    version: programme.version,
    button: 'Save',
    back: { href: hrefOf(programme), label: 'Programme' },
    options: await leadOptions(work, programme),
  })
}

const wellbeingWordsPage = (programme: Programme, state: FormState): Reply =>
  formPage({
    title: 'Change the page about keeping well',
    about: programme.name,
    intro: (
      <p>Everybody in the organisation can read it. A line that begins with a hyphen becomes an item of a list.</p>
    ),
    form: wellbeingForm,
    state,
    action: `${hrefOf(programme)}/wellbeing/words`,
    version: programme.version,
    button: 'Save',
    back: { href: `${hrefOf(programme)}/wellbeing`, label: 'Keeping well' },
  })
