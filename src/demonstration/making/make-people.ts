// Makes the trust's units, staff and roles as they were two years ago, and what changed since: joiners, leavers, absences.
import {
  addLead,
  addPerson,
  addUnit,
  endAbsence,
  grantRole,
  insertRegistration,
  insertTraining,
  leaveOrganisation,
  recordAbsence,
  startPost,
  type UnitId,
} from '../../areas/people/index.ts'
import { shippedPacks } from '../../areas/policy/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { Chance } from '../chance.ts'
import { emailOf } from '../trust/named.ts'
import type { PlannedAbsence, PlannedPerson, Span } from '../trust/staff.ts'
import { otherUnits } from '../trust/teams.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

/** The units and everybody who was there on the first day, in one work. */
export async function makeFirstStaff(making: Making, chance: Chance, staff: readonly PlannedPerson[], span: Span) {
  await making.as('the service', at(span.first, '08:00'), async (work) => {
    await makeUnits(making, work, staff, addDays(span.first, -4_500))
    for (const [number, one] of staff.entries())
      if (one.knownFrom <= span.first) await makePerson(making, { chance, today: span.today }, work, one, number)
  })
}

async function makeUnits(making: Making, work: Work, staff: readonly PlannedPerson[], from: Day): Promise<void> {
  const teams = staff.flatMap(({ team }) => (team ? [[...team.under, team.name]] : []))
  for (const path of [...otherUnits, ...teams]) {
    let parent: UnitId | null = null
    for (const name of path) {
      const known: UnitId | undefined = making.units.get(name)
      parent = known ?? sure(await addUnit(work, { name, parent, from }))
      making.units.set(name, parent)
    }
  }
}

type By = { readonly chance: Chance; readonly today: Day }

async function makePerson(making: Making, by: By, work: Work, one: PlannedPerson, number: number) {
  const person = sure(
    await addPerson(work, { name: one.name, staffNumber: String(20_000_001 + number * 7), email: emailOf(one.name) }),
  )
  making.people.set(one.key, person)
  const post = {
    unit: idOf(making.units, one.unit),
    staffGroup: one.group,
    profession: one.profession,
    band: one.band,
    trainingStage: null,
    hoursPerWeek: one.hours,
    kind: one.kind,
    caseload: one.team !== null && !one.leads,
    manager: one.manager === null ? null : idOf(making.people, one.manager),
  }
  sure(await startPost(work, person, { ...post, from: one.from, to: null }))
  if (one.second) {
    const { unit, group, hours } = one.second
    const other = {
      ...post,
      unit: making.units.get(unit) ?? post.unit,
      staffGroup: group,
      hoursPerWeek: hours,
      kind: 'bank' as const,
    }
    sure(await startPost(work, person, { ...other, from: addDays(one.from, 60), to: null }))
  }
  if (one.leads) sure(await addLead(work, { unit: post.unit, person, from: one.from }))
  for (const role of one.roles)
    sure(await grantRole(work, { person, role, from: work.today, to: null, reason: `${one.profession} of the trust` }))
  await makeStanding(by, work, one, person)
}

const bodies: Readonly<Record<string, string>> = {
  Doctor: 'GMC',
  'Social worker': 'Social Work England',
  Psychologist: 'HCPC',
  Podiatrist: 'HCPC',
  'Occupational therapist': 'HCPC',
  'Speech and language therapist': 'HCPC',
  'Dental nurse': 'GDC',
}
// Some registrations end about today: days from it, by whose they are.
const endsIn: Readonly<Record<string, number>> = { advisor2: -6, femi: 9, dora: 18, marcus: 33, chloe: 45 }
const unregistered = /officer|Administrator|Support|support|Head|Director|auditor|lead/

async function makeStanding(
  { chance, today }: By,
  work: Work,
  one: PlannedPerson,
  person: Parameters<typeof startPost>[1],
) {
  const hold = (kind: 'registration' | 'supervisor role', body: string, to: Day | null = null) =>
    insertRegistration(work, {
      registration: work.newId<'registration'>(),
      person,
      kind,
      body,
      from: one.from,
      to,
    })
  const ends = endsIn[one.key]
  const last = ends === undefined ? null : addDays(today, ends)
  if (!unregistered.test(one.profession)) await hold('registration', bodies[one.profession] ?? 'NMC', last)
  for (const key of one.may) await hold('supervisor role', key)
  const on = addDays(work.today, -chance.between(20, 700))
  // Whoever's training would run out before today has done it again in time.
  const again = addDays(on, 1_000)
  const done = again <= today ? again : on
  for (const subject of ['Safeguarding children', 'Safeguarding adults'])
    if (chance.is(0.94))
      await insertTraining(work, {
        person,
        subject,
        level: levelOf(one, subject),
        on: done,
        expires: addDays(done, 1_095),
      })
}

/** The level that the policy asks for a staff group; the lead professionals of the safeguarding service have more. */
function levelOf({ group, unit, roles }: PlannedPerson, subject: string): string {
  if (roles.includes('designated professional')) return '5'
  if (roles.includes('named professional')) return '4'
  if (unit === 'Safeguarding service') return '3'
  const levels = shippedPacks().flatMap(({ pack }) => pack.trainingLevels ?? [])
  const needed = levels.filter((one) => one.subject === subject && groupsOf(one.neededBy).includes(group ?? ''))
  return String(Math.max(2, ...needed.map(({ level }) => level ?? 0)))
}

const groupsOf = (needed: { readonly staffGroups?: unknown } | undefined): readonly unknown[] =>
  Array.isArray(needed?.staffGroups) ? needed.staffGroups : []

/** What changed among the staff since the first day, each at its moment. */
export function staffDeeds(
  making: Making,
  chance: Chance,
  staff: readonly PlannedPerson[],
  span: Span,
): readonly Deed[] {
  return staff.flatMap((one, number): readonly Deed[] => {
    const deeds: Deed[] = []
    if (one.knownFrom > span.first)
      deeds.push({
        at: at(one.knownFrom, '09:00'),
        by: 'dilys',
        run: (work) => makePerson(making, { chance, today: span.today }, work, one, number),
      })
    if (one.lastDay !== null) deeds.push(leaving(making, one, one.lastDay, span))
    return [...deeds, ...one.absences.flatMap((absence) => absenceDeeds(making, one, absence, span))]
  })
}

function leaving(making: Making, one: PlannedPerson, lastDay: Day, span: Span): Deed {
  const told = addDays(lastDay, -28)
  return {
    at: at(told < span.first ? addDays(span.first, 1) : told, '09:10'),
    by: 'dilys',
    run: async (work) => {
      sure(await leaveOrganisation(work, idOf(making.people, one.key), lastDay))
    },
  }
}

function absenceDeeds(making: Making, one: PlannedPerson, absence: PlannedAbsence, span: Span): readonly Deed[] {
  const { kind, from, to, open } = absence
  const learned = kind === 'sickness' ? from : addDays(from, -20)
  const first =
    learned <= span.first || learned < one.knownFrom
      ? addDays(one.knownFrom > span.first ? one.knownFrom : span.first, 2)
      : learned
  const known = { id: '' }
  const keeper = 'dilys'
  const record: Deed = {
    at: at(first, '10:00'),
    by: keeper,
    run: async (work) => {
      const person = idOf(making.people, one.key)
      const approvedBy = one.manager === null ? null : idOf(making.people, one.manager)
      // Nobody knows at first how long somebody will be ill.
      const until = kind === 'sickness' ? null : to
      known.id = sure(await recordAbsence(work, { person, kind, from, to: until, approvedBy }))
    },
  }
  if (kind !== 'sickness' || open) return [record]
  const end: Deed = {
    at: at(addDays(to, 1) > span.today ? span.today : addDays(to, 1), '10:05'),
    by: keeper,
    run: async (work) => {
      const person = idOf(making.people, one.key)
      sure(await endAbsence(work, { person, absence: known.id as Parameters<typeof endAbsence>[1]['absence'] }, to))
    },
  }
  return [record, end]
}
