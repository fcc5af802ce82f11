// The deeds of a cohort as pages: making it, its days, its people, its sets, placing somebody in one.
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { access, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { searchIn } from '../../../design/index.ts'
import { keepersOfProgrammes, keepsProgrammes } from '../programme/programme.access.ts'
import { subjectProgramme } from '../programme/programme.changes.ts'
import type { Programme } from '../programme/programme.ts'
import { keepersOfCohort } from './cohort.access.ts'
import {
  addParticipants,
  addSetToCohort,
  changeCohort,
  endParticipant,
  makeCohort,
  placeInSet,
  subjectCohort,
  takeSetOut,
} from './cohort.changes.ts'
import { addSetForm, cohortForm, participantsForm, placingForm } from './cohort.form.ts'
import { addSetPage, detailsPage, newCohortPage, participantsPage } from './cohort-forms.pages.tsx'
import type { Participant, ParticipantId } from './cohort.ts'
import { findParticipant } from './cohort.store.ts'
import { cohortHref } from './cohort.view.ts'
import { overviewPage } from '../cohort-year/overview.pages.tsx'

const keepers = access<Programme>(keepersOfProgrammes.sentence, (asker) => keepsProgrammes(asker), 'not allowed')
const ofProgramme = { subject: subjectProgramme, access: keepers } as const
const kept = { subject: subjectCohort, access: keepersOfCohort } as const
const keepersOfParticipant = access<Participant>(keepersOfProgrammes.sentence, (asker) => keepsProgrammes(asker))

const making: readonly Page[] = [
  page({
    at: 'GET /action-learning/programmes/:programme/cohorts/new',
    ...ofProgramme,
    answer: (_work, { subject }) => newCohortPage(subject, cohortForm.filled({})),
  }),
  page({
    at: 'POST /action-learning/programmes/:programme/cohorts',
    ...ofProgramme,
    answer: async (work, { subject, form }) => {
      const reading = readCohort(work, form)
      if (!reading.ok) return newCohortPage(subject, reading)
      const done = await makeCohort(work, subject.id, reading.value)
      if (!done.ok) return newCohortPage(subject, cohortForm.refused(form, done))
      return seeOther(`/action-learning/cohorts/${done.value}`, 'Cohort made. Now add its sets and who takes part')
    },
  }),
]

/** The form's days as days; they were read before, so that none is missing. */
function readCohort(work: Work, form: Typed) {
  const reading = cohortForm.read(form, { today: work.today })
  if (!reading.ok) return reading
  const { name, from, lastDay } = reading.value
  const value = { name, from: parseDay(from) ?? work.today, lastDay: parseDay(lastDay) ?? work.today }
  return { ok: true as const, value }
}

const looking: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort',
    ...kept,
    answer: (work, { subject }) => overviewPage(work, subject, null),
  }),
  page({
    at: 'GET /action-learning/cohorts/:cohort/details',
    ...kept,
    answer: (_work, { subject }) => detailsPage(subject, cohortForm.filled(subject.cohort)),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/details',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = readCohort(work, form)
      if (!reading.ok) return detailsPage(subject, reading)
      const what = { ...reading.value, version: Number(firstOf(form, '_version')) }
      const done = await changeCohort(work, subject.cohort.id, what)
      return done.ok ? seeOther(cohortHref(subject), 'Saved') : detailsPage(subject, cohortForm.refused(form, done))
    },
  }),
]

const people: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort/people',
    ...kept,
    answer: (work, { subject }) => participantsPage(work, subject, participantsForm.filled({})),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/people',
    ...kept,
    answer: async (work, { subject, form }): Promise<Reply> => {
      if (searchIn(form)) return participantsPage(work, subject, { errors: [], typed: participantsForm.typed(form) })
      const reading = participantsForm.read(form)
      if (!reading.ok) return participantsPage(work, subject, reading)
      const ids = reading.value.people.flatMap((one) => parseId<'person'>(one) ?? [])
      const done = await addParticipants(work, subject.cohort.id, { people: ids })
      if (!done.ok) return participantsPage(work, subject, participantsForm.refused(form, done))
      return seeOther(cohortHref(subject), ids.length === 1 ? 'Added' : `${ids.length} people added`)
    },
  }),
  page({
    at: 'POST /action-learning/participants/:participant/end',
    subject: (work: Work, { participant }: { participant: ParticipantId }) => findParticipant(work, participant),
    access: keepersOfParticipant,
    answer: async (work, { subject }) => {
      const done = await endParticipant(work, subject.id)
      if (!done.ok) return conflict(done.reason)
      return seeOther(`/action-learning/cohorts/${subject.cohort}`, 'They take part no longer')
    },
  }),
]

const sets: readonly Page[] = [
  page({
    at: 'GET /action-learning/cohorts/:cohort/sets',
    ...kept,
    answer: (work, { subject }) => addSetPage(work, subject, addSetForm.filled({})),
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/sets',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = addSetForm.read(form)
      if (!reading.ok) return addSetPage(work, subject, reading)
      const set = parseId<'set'>(reading.value.set)
      const done = set ? await addSetToCohort(work, subject.cohort.id, { set }) : notOffered
      if (!done.ok) return addSetPage(work, subject, addSetForm.refused(form, done))
      return seeOther(cohortHref(subject), 'Set added')
    },
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/sets/removal',
    ...kept,
    answer: async (work, { subject, form }) => {
      const set = parseId<'set'>(firstOf(form, 'set'))
      const done = set ? await takeSetOut(work, subject.cohort.id, { set }) : notOffered
      if (!done.ok) return conflict(done.reason)
      return seeOther(cohortHref(subject), 'The set stands alone again. Its people stay in it')
    },
  }),
  page({
    at: 'POST /action-learning/cohorts/:cohort/placing',
    ...kept,
    answer: async (work, { subject, form }) => {
      const reading = placingForm.read(form)
      if (!reading.ok) return overviewPage(work, subject, reading)
      const chosen = reading.value.people.flatMap((one) => parseId<'person'>(one) ?? [])
      const set = parseId<'set'>(reading.value.set)
      const done = set ? await placeInSet(work, subject.cohort.id, { people: chosen, set }) : notOffered
      if (!done.ok) return overviewPage(work, subject, placingForm.refused(form, done))
      return seeOther(cohortHref(subject), 'Placed. They see the set from now on')
    },
  }),
]

const notOffered = { ok: false, reason: 'Choose one of the sets offered', field: 'set' } as const

export const cohortPages: readonly Page[] = [...making, ...looking, ...people, ...sets]
