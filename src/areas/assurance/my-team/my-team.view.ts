// From what is known of a team to what its page and its file say: who needs the manager, how everybody stands in one line, and
// who has read which policy.
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { ReadingStanding } from '../../policy/index.ts'
import { byUrgency, type PlacedStanding } from '../dashboard/coverage.ts'
import { type StateTone, stateWords, toneOf } from '../dashboard/words.ts'
import { awayOn, type Member, needsOf, type TeamNeed, type Words } from './team-need.ts'

export type Needing = { readonly member: Member; readonly first: TeamNeed; readonly more: readonly TeamNeed[] }

/** Those of the team who need the manager: one entry for each, the most pressing first. */
export function needing(members: readonly Member[], words: Words): readonly Needing[] {
  const rank = { now: 0, soon: 1, later: 2 }
  return members
    .flatMap((member): readonly Needing[] => {
      const [first, ...more] = needsOf(member, words)
      return first ? [{ member, first, more }] : []
    })
    .toSorted(
      (a, b) => rank[a.first.urgency] - rank[b.first.urgency] || (a.first.by ?? '9').localeCompare(b.first.by ?? '9'),
    )
}

/** The mandatory supervision of a person that presses most; null when there is none. */
export const worstOf = ({ standings }: Member): PlacedStanding | null =>
  standings.filter((one) => one.strength === 'mandatory').toSorted(byUrgency)[0] ?? null

/** How a person stands, in two or three words with their tone. */
export function standsIn(member: Member, today: Day): { readonly said: string; readonly tone: StateTone } {
  const away = awayOn(member, today)
  if (away) return { said: away.to === null ? 'Away' : `Away until ${formatDay(away.to)}`, tone: 'quiet' }
  const worst = worstOf(member)
  return worst ? { said: stateWords(worst, today), tone: toneOf(worst.state) } : { said: 'None needed', tone: 'quiet' }
}

/** The day of the next booked session of any kind. */
export const nextOf = ({ next }: Member): Day | null => [...next.values()].toSorted()[0] ?? null

/** Whether a person has read what they are asked to: 'Read', 'To read by 4 December 2026', 'Asked for by …'. */
export function readingWords(member: Member, standing: ReadingStanding | undefined, today: Day): string {
  const [first] = member.toRead
  if (first) return `${first.by < today ? 'Not read, asked for by' : 'To read by'} ${formatDay(first.by)}`
  return standing && standing.acknowledged.length > 0 ? 'Read' : 'Not asked'
}

export type ReadingLine = {
  readonly packName: string
  readonly label: string
  readonly read: number
  readonly of: number
  readonly notYet: readonly { readonly person: PersonId; readonly name: string; readonly by: Day }[]
}

/** For each version in force, how many of those who are here and asked have read it, and who has not, the latest due first. */
export function readingLines(
  versions: readonly { readonly id: string; readonly packName: string; readonly label: string }[],
  members: readonly Member[],
  reading: ReadonlyMap<PersonId, ReadingStanding>,
): readonly ReadingLine[] {
  return versions.flatMap(({ id, packName, label }) => {
    const notYet = members.flatMap(({ person, name, toRead }) => {
      const asked = toRead.find((one) => one.version === id)
      return asked ? [{ person, name, by: asked.by }] : []
    })
    const read = members.filter(({ person }) => reading.get(person)?.acknowledged.some((one) => one.version === id))
    const of = read.length + notYet.length
    if (of === 0) return []
    return [{ packName, label, read: read.length, of, notYet: notYet.toSorted((a, b) => a.by.localeCompare(b.by)) }]
  })
}

export type UnitRead = { readonly unit: string; readonly read: number; readonly of: number }
export type PolicyRead = { readonly packName: string; readonly label: string; readonly units: readonly UnitRead[] }

const NO_UNIT = 'Without a unit'

/** How many of each unit have read a version, of those who are asked and here, by the unit's name, and all of them last. */
export function countByUnit(
  version: string,
  people: readonly { readonly unit: string | null; readonly standing: ReadingStanding }[],
): readonly UnitRead[] {
  const counted = people.flatMap(({ unit, standing }) => {
    const read = standing.acknowledged.some((one) => one.version === version)
    const asked = read || standing.toRead.some((one) => one.version === version)
    return asked ? [{ unit: unit ?? NO_UNIT, read }] : []
  })
  const units = [...Map.groupBy(counted, (one) => one.unit)]
    .map(([unit, here]) => ({ unit, read: here.filter((one) => one.read).length, of: here.length }))
    .toSorted(
      (a, b) => Number(a.unit === NO_UNIT) - Number(b.unit === NO_UNIT) || a.unit.localeCompare(b.unit, 'en-GB'),
    )
  const all = { unit: 'Everybody', read: counted.filter((one) => one.read).length, of: counted.length }
  return [...units, all]
}

type Csv = [readonly string[], readonly (readonly (string | null)[])[]]

/** The team as rows for a spreadsheet, one for each person. */
export function teamCsv(members: readonly Member[], words: Words): Csv {
  return [
    [
      'Name',
      'How it stands',
      'Supervision',
      'Due',
      'Last had',
      'Next booked',
      'Policies to read',
      'To be read by',
      'Training missing',
      'What needs you',
    ],
    members.map((member) => {
      const worst = worstOf(member)
      return [
        member.name,
        standsIn(member, words.today).said,
        worst ? words.typeName(worst.type) : null,
        worst?.dueOn ?? null,
        worst?.lastOn ?? null,
        nextOf(member),
        member.toRead.map((one) => `${one.packName}, version ${one.label}`).join('; '),
        member.toRead[0]?.by ?? null,
        member.lackingTraining.join('; '),
        needsOf(member, words)
          .map(({ title }) => title)
          .join('; '),
      ]
    }),
  ]
}
