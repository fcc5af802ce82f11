// The small world of sets for page tests: the trust of supervision with the action learning pack in force. Amina may
// facilitate; Ben, Dora, Femi and Otto may be members; Noor is no facilitator; Grace looks after programmes.
import { readFileSync } from 'node:fs'
import {
  type AgreementId,
  agreeWithRest,
  closeRules,
  fillIn,
  findAgreement,
  openAgreementText,
  signAgreement,
} from '../../src/areas/agreements/index.ts'
import { grantRole, insertRegistration } from '../../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../../src/areas/policy/index.ts'
import { asService } from '../../src/platform/composition.ts'
import type { Decision } from '../../src/platform/decision.ts'
import { newId } from '../../src/platform/ids.ts'
import { day } from '../../src/platform/time/day.ts'
import type { TestDatabase } from '../test-database.ts'
import { supervisionWorld, type Trust } from './supervision.ts'

export async function learningSetWorld(database: TestDatabase) {
  const { service, trust: bare, setClock } = await supervisionWorld(database)
  /** `pack`: the text of the policy of sets, where it is not the shipped one. */
  const trust = async (pack = readFileSync('policy-packs/action-learning.yaml', 'utf8')) => {
    setClock()
    const world = await bare()
    await adoptActionLearning(world, pack)
    await asService(service.composition, { organisation: world.organisation }, async (work) => {
      const role = { person: world.grace, role: 'programme lead', from: work.today, to: null, reason: 'Sets' } as const
      const granted = await grantRole(work, role)
      if (!granted.ok) throw new Error(granted.reason)
    })
    return world
  }
  return { service, setClock, trust, ...deeds(setClock) }
}

/** Puts a pack in force and says who may facilitate. */
async function adoptActionLearning({ inside, noor, amina }: Trust, pack: string): Promise<void> {
  await inside(noor, async (work) => {
    const draft = await draftVersion(work, pack)
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const approved = await approveVersion(work, draft.id, { revision: 1, from: day('2026-01-01'), anyApprovers: true })
    if (!approved.ok) throw new Error(approved.reason)
    const registration = { registration: newId<'registration'>(), from: day('2025-01-01'), to: null }
    await insertRegistration(work, { ...registration, person: amina, kind: 'supervisor role', body: 'set-facilitator' })
  })
}

type Member = 'ben' | 'dora' | 'femi' | 'otto' | 'noor'

function deeds(setClock: () => void) {
  /** Amina makes a set with these members; gives its address. */
  const madeSet = async (world: Trust, members: readonly Member[]): Promise<string> => {
    setClock()
    const amina = world.visit(world.amina)
    const form = { name: 'Tuesday set', type: 'action-learning-set', from: '2026-09-01' }
    const made = await amina.post('/action-learning/sets', form)
    if (!made.location) throw new Error(made.errors.join(' | ') || made.text)
    const address = made.location.replace(/\/members$/, '')
    const people = members.map((one) => world[one])
    const joined = await amina.post(`${address}/members`, { people, as: 'member', from: '2026-09-01' })
    if (joined.location !== address) throw new Error(joined.errors.join(' | ') || joined.text)
    return address
  }
  /** The same set with its ground rules begun. */
  const begunRules = async (world: Trust, members: readonly Member[]) => {
    const set = await madeSet(world, members)
    const begun = await world.visit(world.amina).post(`${set}/ground-rules`)
    if (!begun.location) throw new Error(begun.text)
    return { set, rules: begun.location, id: begun.location.split('/').at(-1) as AgreementId }
  }
  return { madeSet, begunRules, allAgree, signedRules }
}

/** Everybody agrees with everything that they have left, after what must be filled in was. */
async function allAgree(world: Trust, id: AgreementId, members: readonly Member[]): Promise<void> {
  const blanks = { 'meeting-rhythm': 'Every 6 weeks', capture: 'Actions only', 'set-format': 'Suggestions' }
  await world.inside(world.amina, async (work) => {
    const opened = await openAgreementText(work, id)
    if (opened?.text.blanks.some((one) => one.value === ''))
      sure(await fillIn(work, id, { version: opened.agreement.version, blanks }))
  })
  for (const who of ['amina', ...members] as const)
    await world.inside(world[who], (work) => agreeWithRest(work, id, { seen: 1_000_000 }))
}

/** All agreed, closed and signed. */
async function signedRules(world: Trust, id: AgreementId, members: readonly Member[]): Promise<void> {
  await allAgree(world, id, members)
  const version = (await world.inside(world.amina, (work) => findAgreement(work, id)))?.version ?? 0
  sure(await world.inside(world.amina, (work) => closeRules(work, id, { version })))
  for (const who of ['amina', ...members] as const)
    await world.inside(world[who], async (work) => {
      const textHash = (await findAgreement(work, id))?.textHash ?? ''
      sure(await signAgreement(work, id, { typedName: work.asker.name, textHash, freshAt: work.moment }))
    })
}

function sure<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}
