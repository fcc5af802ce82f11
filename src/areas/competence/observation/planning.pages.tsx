// Planning to observe one of a supervisor's booked sessions, and recording an observation from paper. Whoever plans sees when and what,
// never who comes or what about.
import { EmptyState, type FormState } from '../../../design/index.ts'
import { type Id, type PersonId, parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, formPage, namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findSessionsOf, type SessionId, type StoredSession } from '../../supervision/index.ts'
import { observersOf, partOfAsker, watchedUnder } from '../observing/duty.changes.ts'
import type { PartInObserving } from '../observing/duty.ts'
import { thoseWhoObserve } from './observation.access.ts'
import { planObservation, recordFromPaper } from './observation.changes.ts'
import { paperForm, planForm } from './observation.form.ts'

const subject = partOfAsker
/** The same for a page about somebody, who must work here. */
const ofPerson = async (work: Work, { person }: { person: PersonId }): Promise<PartInObserving | null> =>
  (await findPerson(work, person)) ? partOfAsker(work) : null
/** How far ahead sessions are offered, in minutes. */
const AHEAD = 366 * 24 * 60

export const planningPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:person/observations/new',
    subject: ofPerson,
    access: thoseWhoObserve,
    answer: (work, { subject: part, params }) =>
      planPage(work, part, { person: params.person, state: planForm.filled({}) }),
  }),
  page({
    at: 'POST /supervisors/:person/observations',
    subject: ofPerson,
    access: thoseWhoObserve,
    answer: async (work, { subject: part, params, form }) => {
      const again = (state: FormState) => planPage(work, part, { person: params.person, state })
      const reading = planForm.read(form)
      if (!reading.ok) return again(reading)
      const session = parseId<'session'>(reading.value.session)
      const offered =
        session !== null && (await sessionsOf(work, part, params.person)).some((one) => one.id === session)
      if (!offered)
        return again(planForm.refused(form, { reason: 'Choose one of the sessions shown', field: 'session' }))
      const done = await planObservation(work, session as SessionId)
      if (!done.ok) return again(planForm.refused(form, done))
      return seeOther(`/observations/${done.value}`, 'Everybody in the session is being asked')
    },
  }),
  page({
    at: 'GET /observations/from-paper',
    subject,
    access: thoseWhoObserve,
    answer: (work, { subject: part }) => paperPage(work, part, paperForm.filled({ observer: work.asker.person })),
  }),
  page({
    at: 'POST /observations/from-paper',
    subject,
    access: thoseWhoObserve,
    answer: async (work, { subject: part, form }) => {
      const reading = paperForm.read(form, { today: work.today })
      if (!reading.ok) return paperPage(work, part, reading)
      const { value } = reading
      const [supervisor, observer] = [parseId<'person'>(value.supervisor), parseId<'person'>(value.observer)]
      const seenOn = parseDay(value.seenOn)
      if (!supervisor || !observer || !seenOn)
        return paperPage(
          work,
          part,
          paperForm.refused(form, { reason: 'Choose people who work here', field: 'supervisor' }),
        )
      const done = await recordFromPaper(work, { supervisor, observer, seenOn })
      if (!done.ok) return paperPage(work, part, paperForm.refused(form, done))
      return seeOther('/observations', `Recorded for ${formatDay(seenOn)}`)
    },
  }),
]

/** Booked sessions of a supervisor that could be observed, the next first. */
async function sessionsOf(work: Work, part: PartInObserving, person: PersonId): Promise<readonly StoredSession[]> {
  const types = part.observes.flatMap((one) => one.types)
  const from = addMinutes(work.moment, 24 * 60)
  const found = await findSessionsOf(work, person, { from, to: addMinutes(work.moment, AHEAD) })
  return found
    .filter((one) => one.supervisor === person && one.state === 'booked' && types.includes(one.type))
    .slice(0, 20)
}

type Planning = { readonly person: PersonId; readonly state: FormState }

async function planPage(work: Work, part: PartInObserving, { person, state }: Planning): Promise<Reply> {
  const found = await findPerson(work, person)
  if (!found) return notFound()
  const sessions = await sessionsOf(work, part, person)
  const back = { href: '/observations', label: 'Observations' }
  if (sessions.length === 0) return nothingBooked(found.name, back)
  const policy = await policyOn(work)
  const labels = sessions.map((one) => ({
    value: one.id as Id<string>,
    label: formatMoment(one.startsAt),
    hint: `${policy.type(one.type)?.name ?? one.type}, ${one.format === 'group' ? 'a group' : 'one-to-one'}`,
  }))
  return formPage({
    title: 'Plan an observation',
    about: found.name,
    form: planForm,
    state,
    action: `/supervisors/${person}/observations`,
    button: 'Ask everybody in it',
    back,
    options: { session: labels },
  })
}

const nothingBooked = (name: string, back: { href: string; label: string }): Reply =>
  html({
    title: 'Plan an observation',
    back,
    body: (
      <>
        <h1>Plan an observation</h1>
        <EmptyState heading={`No session of ${name} can be observed now`} level={2}>
          <p>
            Only sessions that are booked for tomorrow or later can be observed, so that everybody can be asked first.
            Ask {name} to book one.
          </p>
        </EmptyState>
      </>
    ),
  })

async function paperPage(work: Work, part: PartInObserving, state: FormState): Promise<Reply> {
  const watched = [...new Set((await watchedUnder(work, part.observes)).map((one) => one.person))]
  const observers: PersonId[] = []
  for (const observing of part.observes) observers.push(...(await observersOf(work, observing)))
  const names = await namesOf(work, [...watched, ...observers])
  const options = (people: readonly PersonId[]) =>
    [...new Set(people)]
      .map((value) => ({ value: value as Id<string>, label: names.get(value) ?? '' }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
  return formPage({
    title: 'Record an observation from paper',
    intro: (
      <p>
        For an observation that was done before you used this service. Only the day and who observed are kept; keep the
        report where it is.
      </p>
    ),
    form: paperForm,
    state,
    action: '/observations/from-paper',
    button: 'Record it',
    back: { href: '/observations', label: 'Observations' },
    options: {
      supervisor: options(watched.filter((person) => person !== work.asker.person)),
      observer: options(observers),
    },
  })
}
