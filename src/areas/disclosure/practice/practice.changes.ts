// A concern about practice on its way to the line manager, and the plan of support and development that it starts.
import { type Decision, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { postsOn } from '../../people/index.ts'
import { letRead, removeReader, sealTexts, thing, writeTrail } from '../../records/index.ts'
import type { Concern, ConcernId } from '../escalation/concern.ts'
import { managerMail } from '../escalation/mails.view.ts'
import { planFor, type PracticeConcern } from './practice.ts'
import { addPractice, addPracticeEntry, findPractices } from './practice.store.ts'

/** The line managers of somebody today, without the asker and the person. */
export async function managersOf(work: Work, person: PersonId): Promise<readonly PersonId[]> {
  const managers = (await postsOn(work, work.today, [person])).flatMap((post) => post.manager ?? [])
  return [...new Set(managers)].filter((one) => one !== work.asker.person && one !== person)
}

/** Sends the words written for the line manager, one record for each; they read these words and nothing else. */
export async function sendToManagers(work: Work, concern: Concern, words: string): Promise<void> {
  const { named } = concern
  if (named === null) return
  for (const manager of await managersOf(work, named)) {
    const id = work.newId<'practice'>()
    const about = thing('practice concern', id)
    await addPractice(work, { id, concern: concern.id, person: named, manager })
    const version = await addPracticeEntry(work, id, { kind: 'sent', on: null })
    await sealTexts(work, { kind: 'concern', about, version, texts: { words } })
    await letRead(work, about, [{ person: manager, because: 'line manager', until: null }])
    await writeMail(work, manager, managerMail, { practice: id })
    writeTrail(work, { deed: 'told the line manager', about, detail: { manager } })
  }
}

/** What was sent to managers is no longer theirs to read. */
export async function takeBackFromManagers(work: Work, concern: ConcernId): Promise<void> {
  for (const practice of await findPractices(work, { concern })) {
    await addPracticeEntry(work, practice.id, { kind: 'taken back', on: null })
    await removeReader(work, thing('practice concern', practice.id), practice.manager)
  }
}

/** The plan that manager and person agreed, or what came of looking at it again; both read it. SPEC 4.6. */
export async function writePlan(
  work: Work,
  practice: PracticeConcern,
  what: { kind: 'plan' | 'looked again' | 'closed'; words: string; on: Day | null },
): Promise<Decision> {
  const decision = planFor(practice, work.asker.person, what, work.today)
  if (!decision.ok) return decision
  const about = thing('practice plan', practice.id)
  const on = what.kind === 'closed' ? null : what.on
  const version = await addPracticeEntry(work, practice.id, { kind: what.kind, on })
  await sealTexts(work, { kind: 'concern', about, version, texts: { words: what.words } })
  await letRead(work, about, [{ person: practice.person, because: 'named in it', until: null }])
  writeTrail(work, { deed: 'wrote a plan of support', about, detail: { version } })
  return yes()
}
