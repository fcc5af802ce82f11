// The addresses of registrations and training: reading for those who may, deeds for administrators.
import { type Id, parseId, type PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersonSeen } from '../register/person-seen.store.ts'
import { administrators } from '../register/register.access.ts'
import { standingReaders } from './standing.access.ts'
import {
  addRegistration,
  addTraining,
  endHeld,
  enteredOf,
  takeBackRegistration,
  takeBackTraining,
} from './standing.changes.ts'
import { endForm, registrationForm, trainingForm } from './standing.form.ts'
import { enteredKinds } from './standing.ts'
import { endPage, newRegistrationPage, newTrainingPage, standingPage, standingPath } from './standing.pages.tsx'

async function findHeldSeen(work: Work, params: { person: PersonId; registration: Id<'registration'> }) {
  const seen = await findPersonSeen(work, params)
  const held = seen && (await enteredOf(work, params.person, params.registration))
  return seen && held ? { ...seen, held } : null
}

/** The form as it first stands: what ended, from the day after, when it is renewed; else empty. */
async function begunWith(work: Work, { person }: { person: PersonId }, renews: string) {
  const id = parseId<'registration'>(renews)
  const old = id ? await enteredOf(work, person, id) : null
  if (old === null || old.to === null) return registrationForm.filled()
  return registrationForm.filled({
    kind: enteredKinds.find((kind) => kind === old.kind),
    body: old.body,
    from: addDays(old.to, 1),
  })
}

export const standingPages: readonly Page[] = [
  page({
    at: 'GET /people/:person/registrations',
    subject: findPersonSeen,
    access: standingReaders,
    answer: (work, { subject }) => standingPage(work, subject),
  }),
  page({
    at: 'GET /people/:person/registrations/new',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, query }) =>
      newRegistrationPage(subject, await begunWith(work, subject, query('renews'))),
  }),
  page({
    at: 'POST /people/:person/registrations',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = registrationForm.read(form, { today: work.today })
      if (!reading.ok) return newRegistrationPage(subject, reading)
      const { kind, body, from, to } = reading.value
      const done = await addRegistration(work, subject.person, { kind, body, from: from as Day, to: to as Day | null })
      return done.ok
        ? seeOther(standingPath(subject), 'Registration added')
        : newRegistrationPage(subject, registrationForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /people/:person/registrations/:registration/end',
    subject: findHeldSeen,
    access: administrators,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /people/:person/registrations/:registration/end',
    subject: findHeldSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = endForm.read(form, { today: work.today })
      if (!reading.ok) return endPage(subject, reading)
      const { registration } = subject.held
      const done = await endHeld(work, subject.person, { registration, lastDay: reading.value.lastDay as Day })
      return done.ok ? seeOther(standingPath(subject), 'Last day saved') : endPage(subject, endForm.refused(form, done))
    },
  }),
  page({
    at: 'POST /people/:person/registrations/:registration/withdrawal',
    subject: findHeldSeen,
    access: administrators,
    answer: async (work, { subject }) => {
      const done = await takeBackRegistration(work, subject.person, { registration: subject.held.registration })
      return done.ok ? seeOther(standingPath(subject), 'Taken back') : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /people/:person/training/new',
    subject: findPersonSeen,
    access: administrators,
    answer: (_work, { subject }) => newTrainingPage(subject),
  }),
  page({
    at: 'POST /people/:person/training',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = trainingForm.read(form, { today: work.today })
      if (!reading.ok) return newTrainingPage(subject, reading)
      const { subject: about, level, on, expires } = reading.value
      const given = { subject: about.toLowerCase(), level, on: on as Day, expires: expires as Day | null }
      const done = await addTraining(work, subject.person, given)
      return done.ok
        ? seeOther(standingPath(subject), 'Training added')
        : newTrainingPage(subject, trainingForm.refused(form, done))
    },
  }),
  page({
    at: 'POST /people/:person/training/withdrawal',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const done = await takeBackTraining(work, subject.person, { number: firstOf(form, 'training') })
      return done.ok ? seeOther(standingPath(subject), 'Taken back') : conflict(done.reason)
    },
  }),
]
