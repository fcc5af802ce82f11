// Writing in the logbook, and answering what a colleague wrote there; each with its line on the trail (SPEC 9.1).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson } from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { heldBy, waysOn } from '../pathway/held.changes.ts'
import { isFor, signsOff } from '../pathway/pathway.ts'
import { decideAnswer, decideEntry, type EntryAnswer, type EntryId } from './entry.ts'
import { findEntries, findEntry, insertEntry, saveAnswer } from './entry.store.ts'

export type NewEntry = {
  readonly pathway: string
  readonly step: string
  readonly on: Day
  readonly other: PersonId | null
}

/** Adds an entry to somebody's logbook: theirs, or of a colleague's with whom the asker was there. */
export async function writeEntry(work: Work, person: PersonId, wanted: NewEntry): Promise<Decision<EntryId>> {
  const ways = await waysOn(work, work.today)
  const pathway = ways.pathways.find((one) => one.key === wanted.pathway)
  if (!pathway) return no('The policy has no such way')
  const { other } = wanted
  if (other !== null && !(await findPerson(work, other))) return no('Choose somebody who works here', 'other')
  const people = [person, ...(other === null ? [] : [other])]
  const held = await heldBy(work, { policy: ways.policy, people, day: work.today })
  if (!isFor(held.rolesOf(person), pathway)) return no('This person does not hold a role of this way')
  const otherMay =
    other !== null &&
    (held.competenceOf(other, pathway) !== null || signsOff(held.rolesOf(other), pathway, ways.seniorityOf))
  const known = (await findEntries(work, [person])).filter((one) => one.pathway === wanted.pathway)
  const decision = decideEntry(
    { ...wanted, person, by: work.asker.person },
    { pathway, known, otherMay, today: work.today },
  )
  if (!decision.ok) return decision
  const id = work.newId<'entry'>()
  await insertEntry(work, { ...wanted, id, person, state: decision.value })
  const detail = { pathway: wanted.pathway, step: wanted.step }
  writeTrail(work, { deed: 'logbook entry written', about: thing('person', person), detail })
  return yes(id)
}

/** Confirms or declines what the other wrote, or takes back one's own. */
export async function answerEntry(work: Work, id: EntryId, { answer }: { answer: EntryAnswer }): Promise<Decision> {
  const entry = await findEntry(work, id)
  if (!entry) return no('There is no such entry')
  const decision = decideAnswer(entry, work.asker.person, answer)
  if (!decision.ok) return decision
  if (!(await saveAnswer(work, id, answer))) return no('This entry has been answered already')
  const detail = { step: entry.step, answer }
  writeTrail(work, { deed: 'logbook entry answered', about: thing('person', entry.person), detail })
  return yes()
}
