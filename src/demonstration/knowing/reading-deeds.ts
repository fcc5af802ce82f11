// Who in the demonstration has read the policies, and somebody new who has not: a health visitor who began this week. Most have
// said that they read them; a few in every team have not yet.
import { addPerson, startPost } from '../../areas/people/index.ts'
import { bringInAcknowledgements, policyHistory } from '../../areas/policy/index.ts'
import { addDays, daysBetween, latest } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import { emailOf } from '../trust/named.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { newcomer } from './newcomer.ts'

/** The newcomer arrives, and what everybody said of reading the policies comes in. */
export function readingDeeds(making: Making, staff: readonly PlannedPerson[], span: Span): readonly Deed[] {
  return [
    { at: at(addDays(span.today, -6), '09:05'), by: 'dilys', run: (work) => arrive(making, work, span) },
    { at: at(addDays(span.today, -1), '18:00'), by: 'the service', run: (work) => bringIn(making, work, staff) },
  ]
}

async function arrive(making: Making, work: Work, { today }: Span): Promise<void> {
  const { key, name, unit, group, profession, band } = newcomer
  const person = sure(await addPerson(work, { name, staffNumber: '20900001', email: emailOf(name) }))
  making.people.set(key, person)
  const post = { unit: idOf(making.units, unit), staffGroup: group, profession, band, trainingStage: null }
  const facts = { ...post, hoursPerWeek: 37.5, kind: 'permanent', caseload: true } as const
  sure(
    await startPost(work, person, {
      ...facts,
      manager: idOf(making.people, 'grace'),
      from: addDays(today, -4),
      to: null,
    }),
  )
}

/** Those who have not read a policy yet: everybody so many of a team's list, and never the people to be but these. */
const every = 7
const notYet = new Set(['chloe', 'lowri'])

async function bringIn(making: Making, work: Work, staff: readonly PlannedPerson[]): Promise<void> {
  const here = staff.filter((one) => one.lastDay === null)
  const read = here.filter((one, place) => !notYet.has(one.key) && (!one.key.includes(' ') || place % every !== 3))
  const rows = (await policyHistory(work)).flatMap(({ version, from }, pack) =>
    read.map((one, place) => {
      const asked = latest(from, one.from)
      const after = Math.min(daysBetween(asked, work.today), 2 + ((place * 5 + pack) % 24))
      const said = addDays(asked, Math.max(0, after))
      return { person: idOf(making.people, one.key), version: version.id, saidAt: at(said, '12:20') }
    }),
  )
  sure(await bringInAcknowledgements(work, rows))
}
