// A concern about practice on its way to the line manager, and the plan of support and development that it starts.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { postsOn } from '../../people/index.ts'
import { letRead, removeReader, sealTexts, thing, writeTrail } from '../../records/index.ts'
import type { Concern, ConcernId } from '../escalation/concern.ts'
import { managerMail, planMail } from '../escalation/mails.view.ts'
import { planFor, type PracticeConcern, practiceState } from './practice.ts'
import { addPractice, addPracticeEntry, findPractices } from './practice.store.ts'
import { decideReport, decideSteps, type NewStep, type StepOutcome } from './step.ts'
import { addStep, addStepReport, findSteps } from './step.store.ts'

/** The line managers of somebody today; the asker may be one of them. */
export async function managersOf(work: Work, person: PersonId): Promise<readonly PersonId[]> {
  const managers = (await postsOn(work, work.today, [person])).flatMap((post) => post.manager ?? [])
  return [...new Set(managers)].filter((one) => one !== person)
}

/** Sends the words written for the line manager, one record for each; they read these words and nothing else. Answers how many. */
export async function sendToManagers(
  work: Work,
  concern: Pick<Concern, 'id' | 'named'>,
  words: string,
): Promise<number> {
  const { named } = concern
  const managers = named === null ? [] : await managersOf(work, named)
  if (named === null) return 0
  for (const manager of managers) {
    const id = work.newId<'practice'>()
    const about = thing('practice concern', id)
    await addPractice(work, { id, concern: concern.id, person: named, manager })
    const version = await addPracticeEntry(work, id, { kind: 'sent', on: null })
    await sealTexts(work, { kind: 'concern', about, version, texts: { words } })
    if (manager !== work.asker.person) {
      await letRead(work, about, [{ person: manager, because: 'line manager', until: null }])
      await writeMail(work, manager, managerMail, { practice: id })
    }
    writeTrail(work, { deed: 'told the line manager', about, detail: { manager } })
  }
  return managers.length
}

/** What was sent to managers is no longer theirs to read. */
export async function takeBackFromManagers(work: Work, concern: ConcernId): Promise<void> {
  for (const practice of await findPractices(work, { concern })) {
    await addPracticeEntry(work, practice.id, { kind: 'taken back', on: null })
    await removeReader(work, thing('practice concern', practice.id), practice.manager)
  }
}

export type WrittenPlan = {
  readonly kind: 'plan' | 'looked again' | 'closed'
  readonly words: string
  readonly on: Day | null
  readonly steps: readonly NewStep[]
}

/** The plan that manager and person agreed, with its steps, or what came of looking at it again; both read it. SPEC 4.6. */
export async function writePlan(work: Work, practice: PracticeConcern, what: WrittenPlan): Promise<Decision> {
  const decision = planFor(practice, work.asker.person, what, work.today)
  if (!decision.ok) return decision
  const known = (await findSteps(work, [practice.id])).get(practice.id) ?? []
  const steps = decideSteps(what.steps, { kind: what.kind, known, today: work.today })
  if (!steps.ok) return steps
  const about = thing('practice plan', practice.id)
  const on = what.kind === 'closed' ? null : what.on
  const version = await addPracticeEntry(work, practice.id, { kind: what.kind, on })
  const texts: Record<string, string> = { words: what.words }
  for (const { words, doer, due } of what.steps)
    texts[stepField(await addStep(work, practice.id, { agreedIn: version, doer, due }))] = words
  await sealTexts(work, { kind: 'concern', about, version, texts })
  await letRead(work, about, [{ person: practice.person, because: 'named in it', until: null }])
  await writeMail(work, practice.person, planMail, { practice: practice.id })
  writeTrail(work, { deed: 'wrote a plan of support', about, detail: { version, steps: what.steps.length } })
  return yes()
}

/** Where the words of a step stand among the sealed texts of its entry. */
export const stepField = (number: number): string => `step-${number}`

/** One of the two says what came of a step. */
export async function reportStep(
  work: Work,
  practice: PracticeConcern,
  said: { step: number; outcome: StepOutcome; due: Day | null },
): Promise<Decision> {
  const state = practiceState(practice)
  if (state !== 'plan agreed') return no('This plan is over')
  const steps = (await findSteps(work, [practice.id])).get(practice.id) ?? []
  const step = steps.find((one) => one.number === said.step) ?? null
  const decision = decideReport(practice, step, { ...said, by: work.asker.person, today: work.today })
  if (!decision.ok) return decision
  await addStepReport(work, practice.id, { ...said, due: said.outcome === 'new day' ? said.due : null })
  writeTrail(work, {
    deed: 'reported on a step of a plan',
    about: thing('practice plan', practice.id),
    detail: { step: said.step, outcome: said.outcome },
  })
  return yes()
}
