// Adding, renaming, moving and ending units, and saying who leads them.
import { no, yes, type Decision } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { writeTrail } from '../../records/index.ts'
import { peopleInUnits } from '../post/post.store.ts'
import { mayStand, treeOf, type UnitId, type UnitNode, unitsUnder } from './unit.ts'
import { findPlaces, findUnits, insertLead, insertUnits, replacePlaces, supersedeLeads } from './unit.store.ts'

/** The tree of units on a day, as a list in its order. */
export const unitTree = async (work: Work, day: Day): Promise<readonly UnitNode[]> => treeOf(await findUnits(work, day))

/** One unit in today's tree; null when there is none of that id. */
export const findNode = async (work: Work, { unit }: { unit: UnitId }): Promise<UnitNode | null> =>
  (await unitTree(work, work.today)).find((node) => node.unit === unit) ?? null

/** A unit and everything below it on a day; empty when there is no such unit then. */
export const unitsBelow = async (work: Work, unit: UnitId, day: Day): Promise<readonly UnitId[]> =>
  unitsUnder(await findUnits(work, day), unit)

/** A new unit from a day on, at the top when it has no parent. Refused when its place already has one of that name. */
export async function addUnit(
  work: Work,
  given: { name: string; parent: UnitId | null; from: Day },
): Promise<Decision<UnitId>> {
  const allowed = mayStand(await findUnits(work, given.from), { ...given, unit: null })
  if (!allowed.ok) return allowed
  const unit = work.newId<'unit'>()
  await insertUnits(work, [{ unit, ...given }])
  writeTrail(work, { deed: 'unit added', about: { kind: 'unit', id: unit } })
  return yes(unit)
}

/** Another name or another place in the tree from a day on; the past keeps the old ones. */
export async function changeUnit(
  work: Work,
  unit: UnitId,
  given: { name: string; parent: UnitId | null; from: Day },
): Promise<Decision> {
  const allowed = mayStand(await findUnits(work, given.from), { ...given, unit })
  if (!allowed.ok) return allowed
  const places = await findPlaces(work, unit)
  const touched = places.filter(({ to }) => to === null || to >= given.from)
  const first = touched[0]
  if (!first) return no('This unit had ended by that day.', 'from')
  if (first.from > given.from) return no('This unit did not exist on that day. Choose a later one.', 'from')
  const before = first.from < given.from ? [{ ...first, to: addDays(given.from, -1) }] : []
  const last = touched.at(-1) ?? first
  await replacePlaces(
    work,
    touched.map(({ number }) => number),
    [...before, { unit, ...given, to: last.to }],
  )
  writeTrail(work, { deed: 'unit changed', about: { kind: 'unit', id: unit }, detail: { from: given.from } })
  await work.tell({ name: 'facts changed', people: await peopleUnder(work, unit, given.from) })
  return yes()
}

/** The unit ends with a day. Refused while people or other units are in it after that day. */
export async function endUnit(work: Work, unit: UnitId, lastDay: Day): Promise<Decision> {
  const after = addDays(lastDay, 1)
  const units = await findUnits(work, after)
  if (units.some(({ parent }) => parent === unit)) return no('Move or end the units below it first.', 'lastDay')
  if ((await peopleUnder(work, unit, after)).length > 0) return no('Move the people in it first.', 'lastDay')
  const touched = (await findPlaces(work, unit)).filter(({ to }) => to === null || to > lastDay)
  await replacePlaces(
    work,
    touched.map(({ number }) => number),
    touched.filter(({ from }) => from <= lastDay).map((place) => ({ ...place, to: lastDay })),
  )
  writeTrail(work, { deed: 'unit ended', about: { kind: 'unit', id: unit }, detail: { lastDay } })
  return yes()
}

async function peopleUnder(work: Work, unit: UnitId, day: Day): Promise<readonly PersonId[]> {
  return peopleInUnits(work, await unitsBelow(work, unit, day), day)
}

/** A person leads a unit from a day on. */
export async function addLead(
  work: Work,
  lead: { unit: UnitId; person: PersonId; from: Day; to?: Day | null },
): Promise<Decision> {
  const places = await findUnits(work, lead.from)
  if (!places.some(({ unit }) => unit === lead.unit)) return no('This unit did not exist on that day.', 'from')
  const known = await supersedeLeads(work, lead.unit, lead.person, lead.from)
  for (const one of known) if (one.from < lead.from) await insertLead(work, { ...one, to: addDays(lead.from, -1) })
  await insertLead(work, { unit: lead.unit, person: lead.person, from: lead.from, to: lead.to ?? null })
  writeTrail(work, { deed: 'unit lead added', about: { kind: 'unit', id: lead.unit } })
  return yes()
}

/** A person no longer leads a unit after `lastDay`. */
export async function endLead(work: Work, lead: { unit: UnitId; person: PersonId; lastDay: Day }): Promise<Decision> {
  const known = await supersedeLeads(work, lead.unit, lead.person, lead.lastDay)
  if (known.length === 0) return no('This person does not lead the unit.', 'lastDay')
  for (const one of known) if (one.from <= lead.lastDay) await insertLead(work, { ...one, to: lead.lastDay })
  writeTrail(work, { deed: 'unit lead ended', about: { kind: 'unit', id: lead.unit } })
  return yes()
}
