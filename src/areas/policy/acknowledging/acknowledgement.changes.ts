// Saying that one has read a version, and what is still to be read, by whom.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { absencesOfPeople, type Post, postsOn } from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { rowsOfPeople } from '../reading/for-me.changes.ts'
import { policyHistory } from '../version/version.changes.ts'
import { holdsToday, type InForce, type PolicyVersionId } from '../version/version.ts'
import { askedBy, type Acknowledgement, readable, type ToRead, toRead } from './acknowledgement.ts'
import {
  type BroughtIn,
  findAcknowledgements,
  insertAcknowledgement,
  insertBroughtIn,
} from './acknowledgement.store.ts'

/** The asker has read a version that is in force. Said twice it is said once; refused when a newer version holds (SPEC 1.5). */
export async function acknowledgeVersion(work: Work, id: PolicyVersionId): Promise<Decision> {
  const held = (await policyHistory(work)).find((one) => one.version.id === id)
  if (!held || !holdsToday(held, work.today))
    return no('This version is no longer in force. Read the one that is, and confirm that.')
  if (await insertAcknowledgement(work, id))
    writeTrail(work, { deed: 'policy read', about: thing('policy version', id) })
  return yes()
}

/** The service alone brings in what people said before it was here, such as on paper. Refused for persons. */
export async function bringInAcknowledgements(work: Work, rows: readonly BroughtIn[]): Promise<Decision> {
  if (!work.asker.roles.has('service')) return no('Everybody says for themselves that they have read it.')
  await insertBroughtIn(work, rows)
  for (const [version, here] of Map.groupBy(rows, (row) => row.version))
    writeTrail(work, {
      deed: 'policy readings brought in',
      about: thing('policy version', version),
      detail: { people: here.length },
    })
  return yes()
}

/** How somebody stands: since when in post, what they have said they read, and what is still to be read. */
export type Standing = {
  readonly started: Day
  readonly acknowledged: readonly Acknowledgement[]
  readonly toRead: readonly ToRead[]
}

/** How these people stand today, by person; whoever has no post today is not in it. `null`: everybody. */
export async function readingOf(
  work: Work,
  people: readonly PersonId[] | null,
): Promise<ReadonlyMap<PersonId, Standing>> {
  const history = await policyHistory(work)
  if (readable(history, work.today).length === 0) return new Map()
  const said = await findAcknowledgements(work, people)
  const started = firstDays(await postsOn(work, work.today, people))
  const asked = [...started.keys()]
  const absences = Map.groupBy(await absencesOfPeople(work, people), (one) => one.person)
  const rows = await packsWithRows(work, history, asked)
  return new Map(
    asked.map((person) => {
      const acknowledged = said.get(person) ?? []
      const reader = {
        started: started.get(person) ?? work.today,
        absences: absences.get(person) ?? [],
        acknowledged,
        rowsIn: rows.get(person) ?? none,
      }
      return [person, { started: reader.started, acknowledged, toRead: toRead(history, reader, work.today) }]
    }),
  )
}

/** How the asker stands; null without a post, and when there is nothing that they could be asked. */
export async function myReading(work: Work): Promise<Standing | null> {
  return (await readingOf(work, [work.asker.person])).get(work.asker.person) ?? null
}

const none: ReadonlySet<string> = new Set()

function firstDays(posts: readonly Post[]): ReadonlyMap<PersonId, Day> {
  const days = new Map<PersonId, Day>()
  for (const { person, started } of posts) {
    const known = days.get(person)
    if (known === undefined || started < known) days.set(person, started)
  }
  return days
}

/** For each person the keys of those packs of which a row is for them; looked up only for packs that ask by it. */
async function packsWithRows(work: Work, history: readonly InForce[], people: readonly PersonId[]) {
  const byRow = readable(history, work.today).filter(({ pack }) => askedBy(pack) === 'those with a row')
  const found = new Map<PersonId, Set<string>>()
  for (const { pack } of byRow)
    for (const [person, rows] of await rowsOfPeople(work, [pack], { people, day: work.today }))
      if (rows.length > 0) found.set(person, (found.get(person) ?? new Set()).add(pack.key))
  return found
}
