// Recording absences: by administrators, and by line managers for their own staff.
import type { FormState } from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, notFound, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findManagersAbove } from '../post/post.store.ts'
import { formPage } from '../register/form-page.pages.tsx'
import { namesOf } from '../register/person.store.ts'
import { findPersonSeen, type PersonSeen } from '../register/person-seen.store.ts'
import { absenceKeepers } from '../register/register.access.ts'
import { endAbsence, recordAbsence, takeBackAbsence } from './absence.changes.ts'
import { absenceForm, endAbsenceForm } from './absence.form.ts'
import { absencesOf } from './absence.store.ts'
import type { Absence, AbsenceId, AbsenceKind } from './absence.ts'

type AbsenceSeen = PersonSeen & { readonly absence: Absence }

async function findAbsenceSeen(
  work: Work,
  params: { person: PersonId; absence: AbsenceId },
): Promise<AbsenceSeen | null> {
  const seen = await findPersonSeen(work, params)
  const absence = seen && (await absencesOf(work, params.person)).find((one) => one.absence === params.absence)
  return seen && absence ? { ...seen, absence } : null
}

const backTo = ({ found }: PersonSeen) => ({ href: `/people/${found.id}`, label: found.name })

/** Those who may approve: everybody in the line above the person, and the asker. */
async function approversOf(work: Work, person: PersonId) {
  const above = (await findManagersAbove(work, person, work.today)).map(({ manager }) => manager)
  const people = [...new Set([...above, work.asker.person])].filter((one) => one !== person)
  const names = await namesOf(work, people)
  return people.flatMap((one) => (names.has(one) ? [{ value: one as string, label: names.get(one) ?? '' }] : []))
}

async function newPage(work: Work, seen: PersonSeen, state: FormState = absenceForm.filled()) {
  const options = { approvedBy: await approversOf(work, seen.person) }
  const action = `/people/${seen.person}/absences`
  return formPage({
    title: 'Record an absence',
    about: seen.found.name,
    form: absenceForm,
    state,
    action,
    button: 'Save absence',
    back: backTo(seen),
    options,
  })
}

const endPage = (seen: AbsenceSeen, state: FormState = endAbsenceForm.filled()) =>
  formPage({
    title: 'Last day of an absence',
    about: seen.found.name,
    form: endAbsenceForm,
    state,
    action: `/people/${seen.person}/absences/${seen.absence.absence}/end`,
    button: 'Save last day',
    back: backTo(seen),
  })

async function record(work: Work, subject: PersonSeen, form: Typed) {
  const reading = absenceForm.read(form, { today: work.today })
  if (!reading.ok) return newPage(work, subject, reading)
  const { kind, from, to } = reading.value
  const approvedBy = parseId<'person'>(reading.value.approvedBy)
  const may = (await approversOf(work, subject.person)).some(({ value }) => value === approvedBy)
  if (reading.value.approvedBy !== null && !may) {
    return newPage(
      work,
      subject,
      absenceForm.refused(form, { reason: 'Choose somebody from the list', field: 'approvedBy' }),
    )
  }
  const given = { person: subject.person, kind: kind as AbsenceKind, from: from as Day, to: parseDay(to), approvedBy }
  const done = await recordAbsence(work, given)
  return done.ok
    ? seeOther(`/people/${subject.person}`, 'Absence saved')
    : newPage(work, subject, absenceForm.refused(form, done))
}

async function end(work: Work, subject: AbsenceSeen, form: Typed) {
  const reading = endAbsenceForm.read(form, { today: work.today })
  if (!reading.ok) return endPage(subject, reading)
  const lastDay = parseDay(reading.value.lastDay)
  if (lastDay === null) return notFound()
  const done = await endAbsence(work, { person: subject.person, absence: subject.absence.absence }, lastDay)
  return done.ok
    ? seeOther(`/people/${subject.person}`, 'Last day saved')
    : endPage(subject, endAbsenceForm.refused(form, done))
}

export const absencePages: readonly Page[] = [
  page({
    at: 'GET /people/:person/absences/new',
    subject: findPersonSeen,
    access: absenceKeepers,
    answer: (work, { subject }) => newPage(work, subject),
  }),
  page({
    at: 'POST /people/:person/absences',
    subject: findPersonSeen,
    access: absenceKeepers,
    answer: (work, { subject, form }) => record(work, subject, form),
  }),
  page({
    at: 'GET /people/:person/absences/:absence/end',
    subject: findAbsenceSeen,
    access: absenceKeepers,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /people/:person/absences/:absence/end',
    subject: findAbsenceSeen,
    access: absenceKeepers,
    answer: (work, { subject, form }) => end(work, subject, form),
  }),
  page({
    at: 'POST /people/:person/absences/:absence/withdrawal',
    subject: findAbsenceSeen,
    access: absenceKeepers,
    answer: async (work, { subject }) => {
      const done = await takeBackAbsence(work, { person: subject.person, absence: subject.absence.absence })
      return done.ok ? seeOther(`/people/${subject.person}`, 'The absence was taken back') : conflict(done.reason)
    },
  }),
]
