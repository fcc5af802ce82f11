// The deeds on a real database against the simple model: the same random steps, by the same people, compared after each.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { fillWith, value } from '../../../../test/worlds/agreement.ts'
import { supervisionWorld, type Trust } from '../../../../test/worlds/supervision.ts'
import { addMinutes, moment } from '../../../platform/time/moment.ts'
import { addDays, type Day, day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { proposeChange, answerProposal } from '../adapting/proposal.changes.ts'
import { type AgreementId, partOf } from '../agreement/agreement.ts'
import { endAgreement, startAgreement, withdrawAgreement } from '../agreement/agreement.changes.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { closeText, reopenText } from '../signing/closing.changes.ts'
import { signAgreement } from '../signing/signature.changes.ts'
import {
  anySteps,
  beginning,
  type Model,
  paperOf,
  type Step,
  stepped,
} from '../../../../test/worlds/agreement-model.ts'

const database = await testDatabase()
const { trust, setClock } = await supervisionWorld(database)
const runs = 25

type Live = { readonly world: Trust; readonly ids: AgreementId[] }
const personOf = ({ world }: Live, number: number) =>
  [world.ben, world.amina, world.dora, world.femi][number] ?? world.ben

const parties = (live: Live) =>
  [
    { person: personOf(live, 0), as: 'supervisee' },
    { person: personOf(live, 1), as: 'supervisor' },
  ] as const
const template = 'one-to-one-contract'

/** Tries a step as its person; true when it was done. */
async function take(live: Live, step: Step, { at }: { at: number }): Promise<boolean> {
  const id = live.ids[at]
  if (!id) return false
  return live.world.inside(personOf(live, step.by), async (work) => {
    const done = await work.attempt(
      () => deed(work, id, live, step, at),
      (decision) => decision.ok,
    )
    if (done.ok && step.what === 'renew') live.ids.push(done.value as AgreementId)
    return done.ok
  })
}

async function deed(
  work: Work,
  id: AgreementId,
  live: Live,
  step: Step,
  at: number,
): Promise<{ ok: boolean; value?: unknown }> {
  if (step.what === 'adapt') return adapt(work, id, live)
  if (step.what === 'close') return closeText(work, id, { version: await filled(work, id) })
  if (step.what === 'reopen') return reopenText(work, id)
  if (step.what === 'withdraw') return withdrawAgreement(work, id)
  if (step.what === 'renew') return startAgreement(work, { template, parties: parties(live), follows: live.ids[at] })
  if (step.what === 'end') return endAgreement(work, id)
  const agreement = await findAgreement(work, id)
  const textHash = step.oldText ? 'e'.repeat(64) : (agreement?.textHash ?? '')
  const typedName = work.asker.name
  return signAgreement(work, id, { typedName, textHash, freshAt: addMinutes(work.moment, -step.minutes) })
}

const filled = async (work: Work, id: AgreementId): Promise<number> => {
  const agreement = await findAgreement(work, id)
  if (agreement?.state !== 'adapting' || !partOf(agreement, work.asker.person)) return agreement?.version ?? 0
  return fillWith(work, id)
}

let words = 0
/** Proposes as the asker and lets the other one accept. */
async function adapt(work: Work, id: AgreementId, live: Live) {
  words += 1
  const wish = { party: 'both', heading: '', text: `Words ${words}`, why: '' }
  const made = await proposeChange(work, id, { step: 'change', clause: 'respect', words: wish })
  if (!made.ok) return made
  accepts.push({ id, proposal: made.value.id, by: work.asker.person === personOf(live, 0) ? 1 : 0 })
  return made
}
const accepts: { id: AgreementId; proposal: Parameters<typeof answerProposal>[2]['proposal']; by: number }[] = []

async function acceptAll(live: Live): Promise<void> {
  for (const { id, proposal, by } of accepts.splice(0))
    await live.world.inside(personOf(live, by), async (work) =>
      value(await answerProposal(work, id, { proposal, accepts: true, reply: '' })),
    )
}

describe('agreements as people make them', { timeout: 600_000 }, () => {
  it('do what a simple model does, in whatever order it is tried', async () => {
    const property = fc.asyncProperty(anySteps, async (steps) => {
      let today: Day = day('2026-11-20')
      setClock(`${today}T10:00:00Z`)
      const world = await trust()
      const live: Live = { world, ids: [] }
      live.ids.push(
        await world.inside(world.ben, async (work) =>
          value(await startAgreement(work, { template, parties: parties(live) })),
        ),
      )
      let model = beginning('two', today)
      for (const step of steps.filter((one) => one.what !== 'join' && one.what !== 'leave')) {
        today = addDays(today, step.days)
        setClock(moment(`${today}T10:00:00Z`))
        model = { ...model, day: today }
        const wanted = stepped(model, step)
        const isDone = await take(live, step, { at: paperOf(model, step) })
        if (isDone !== (wanted !== null))
          throw new Error(`${step.what} by ${step.by} on ${today}: ${isDone ? 'done' : 'refused'}`)
        await acceptAll(live)
        model = wanted ?? model
        await compare(live, model)
      }
    })
    await fc.assert(property, { numRuns: runs })
  })
})

async function compare(live: Live, model: Model): Promise<void> {
  for (const [at, paper] of model.papers.entries()) {
    const found = await live.world.inside(personOf(live, 0), (work) => findAgreement(work, live.ids[at] as AgreementId))
    const { state, from, until } = paper
    expect(found).toMatchObject({ state, from, until })
    expect(found?.signatures).toHaveLength(paper.signed.length)
  }
}
