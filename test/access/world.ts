// The whole world of the access matrix, as it stands on Friday 27 November 2026 at 2:30pm: who is there, what there is,
// and what nobody else may read.
import type { Area } from '../../src/platform/area.ts'
import { newId } from '../../src/platform/ids.ts'
import type { TestDatabase } from '../test-database.ts'
import { makeRequestsForAdvice } from './advice-things.ts'
import { makeAgreements } from './agreement-things.ts'
import { makeCases } from './case-things.ts'
import { makeSupervisors } from './competence-things.ts'
import { makeConcerns } from './concern-things.ts'
import { deedsIn } from './deeds.ts'
import { makeTeamEvidence } from './evidence-things.ts'
import { makeRequests } from './glass-things.ts'
import { becomeSupervisor, makeActions, makeEndings, makeEvidence, makePairs } from './pair-things.ts'
import { makeMeetingDeeds } from './meeting-deed-things.ts'
import { makeLearning } from './learning-point-things.ts'
import { makeMeetingStages } from './meeting-stage-things.ts'
import { makeObservations } from './observation-things.ts'
import { makePreparations } from './preparation-things.ts'
import { makeProgrammes } from './programme-things.ts'
import { makeRegisterThings } from './register-things.ts'
import { makeSessions } from './sessions.ts'
import { makeSets } from './set-things.ts'
import type { Thing, Words } from './thing.ts'
import { makeTrust, type Trust } from './trust.ts'

export const today = '2026-11-27T14:30:00Z'

export type World = { readonly trust: Trust; readonly things: readonly Thing[] }

/** Makes both organisations and everything in them. `words` gives what is written in confidence. */
export async function makeWorld(
  database: TestDatabase,
  words: Words,
  parts: { areas?: readonly Area[] } = {},
): Promise<World> {
  const trust = await makeTrust(database, parts)
  const pairs = await makePairs(trust)
  const sessions = await makeSessions(trust, words)
  const actions = await makeActions(trust, words)
  const evidence = await makeEvidence(trust)
  const cases = await makeCases(trust, words, sessions)
  const evidenced = await makeTeamEvidence(trust, words)
  const preparations = await makePreparations(trust, words, { sessions, cases, actions })
  await becomeSupervisor(trust)
  deedsIn(trust).clock(today)
  const concerns = [...(await makeConcerns(trust, words)), ...(await makeRequestsForAdvice(trust, words))]
  const requests = await makeRequests(trust, words, sessions)
  const sets = await makeProgrammes(trust, words, await makeSetsThatMeet(trust, words))
  const agreements = [...(await makeAgreements(trust, words)), ...(await makeObservations(trust, words))]
  const endings = [...(await makeEndings(trust)), ...(await makeSupervisors(trust))]
  const register = [...(await makeRegisterThings(trust)), ...(await makeLearning(trust, words))]
  return {
    trust,
    things: [
      ...pairs,
      ...sessions,
      ...cases,
      ...evidenced,
      ...actions,
      ...evidence,
      ...preparations,
      ...concerns,
      ...requests,
      ...sets,
      ...agreements,
      ...endings,
      ...register,
    ],
  }
}

/** Sets, and meetings of theirs at every stage in which there is something to do. */
async function makeSetsThatMeet(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const stages = await makeMeetingStages(trust, words, await makeSets(trust, words))
  return [...stages, ...(await makeMeetingDeeds(trust, words))]
}

/** The same thing with ids that were never anybody's. */
export const neverThere = (thing: Thing): Thing => ({
  ...thing,
  name: 'something that was never there',
  params: Object.fromEntries(
    Object.entries(thing.params).map(([name, value]) => [name, name.endsWith('Key') ? value : newId()]),
  ),
})
