// Who may ask for a record, decide as the second person, or review: by role since before today, never standing too near, never
// the same person under another name. Reads only.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons, type Person } from '../../people/index.ts'
import { findReaders, thing } from '../../records/index.ts'
import type { NamedRecord } from '../../supervision/index.ts'
import { grantsOf, linesAmong, whoWorkHere } from '../lead.changes.ts'
import { type Grant, hasHeldBeforeToday, nearness, reviewerRoles, safeguardingRoles, tooClose } from '../lead.ts'

/** Everybody whom a record is about: those of the session and whoever wrote it. */
export const peopleOf = (named: NamedRecord): readonly PersonId[] => [
  ...new Set([named.supervisor, ...named.supervisees, named.writer]),
]

/** Whether the asker may ask for this record. */
export async function mayAsk(work: Work, named: NamedRecord): Promise<Decision> {
  const asker = work.asker.person
  const readers = await findReaders(work, thing('session record', named.record))
  const reads = readers.some((reader) => reader.person === asker && reader.because !== 'broke the glass')
  if (reads && !named.supervisees.includes(asker) && named.supervisor !== asker)
    return no('You can read this record already')
  const people = peopleOf(named)
  const near = nearness(asker, people, await linesAmong(work, people, londonDay(named.startsAt)))
  if (near) return no(near)
  return hasHeldBeforeToday(await grantsOf(work, asker), asker, safeguardingRoles, work.today)
    ? yes()
    : no('It takes a safeguarding role that you have held since before today and did not grant to yourself')
}

/** Why somebody cannot be the second person for what another asked; null when they can. */
export async function againstSecond(
  work: Work,
  of: { second: PersonId; asker: PersonId; named: NamedRecord },
): Promise<string | null> {
  const grants = await grantsOf(work)
  const people = peopleOf(of.named)
  const lines = [
    ...(await linesAmong(work, people, londonDay(of.named.startsAt))),
    ...(await linesAmong(work, [of.second, of.asker], work.today)),
  ]
  const persons = await findPersons(work, [of.second, of.asker])
  if (!hasHeldBeforeToday(grants, of.second, safeguardingRoles, work.today))
    return 'It takes a safeguarding role that you have held since before today and did not grant to yourself'
  return (
    nearness(of.second, people, lines) ??
    tooClose(of.asker, of.second, lines) ??
    (grantedByOther(grants, of.asker, of.second)
      ? 'One of you granted the other the role. Somebody else has to decide'
      : null) ??
    (looksTheSame(persons) ? 'The two of you look like one person in the register. Somebody else has to decide' : null)
  )
}

/** Every role in force of one of two that the other granted: together they would be nobody's second person. */
function grantedByOther(grants: readonly Grant[], one: PersonId, other: PersonId): boolean {
  return grants.some(
    (grant) =>
      (safeguardingRoles as readonly string[]).includes(grant.role) &&
      ((grant.person === one && grant.grantedBy === other) || (grant.person === other && grant.grantedBy === one)),
  )
}

/** The same name or the same e-mail twice in the register: one human being with two entries. */
function looksTheSame([one, other]: readonly Person[]): boolean {
  if (!one || !other) return false
  const plain = (text: string | null) => (text ?? '').toLowerCase().replaceAll(/[^a-z0-9@]/g, '')
  const before = (text: string | null) => plain((text ?? '').split('@')[0]?.split('+')[0] ?? '')
  return plain(one.name) === plain(other.name) || (one.email !== null && before(one.email) === before(other.email))
}

/** Everybody who could be the second person now. */
export async function possibleSeconds(
  work: Work,
  of: { asker: PersonId; named: NamedRecord },
): Promise<readonly PersonId[]> {
  const grants = await grantsOf(work)
  const held = [...new Set(grants.map((grant) => grant.person))].filter((person) =>
    hasHeldBeforeToday(grants, person, safeguardingRoles, work.today),
  )
  const found: PersonId[] = []
  for (const second of await whoWorkHere(work, held))
    if (second !== of.asker && (await againstSecond(work, { ...of, second })) === null) found.push(second)
  return found
}

/** Whether somebody may review, as far as roles go, and stands far enough away. */
export async function mayReviewBy(work: Work, person: PersonId, named: NamedRecord): Promise<boolean> {
  const people = peopleOf(named)
  const lines = await linesAmong(work, people, londonDay(named.startsAt))
  const grants = await grantsOf(work, person)
  return hasHeldBeforeToday(grants, person, reviewerRoles, work.today) && nearness(person, people, lines) === null
}
