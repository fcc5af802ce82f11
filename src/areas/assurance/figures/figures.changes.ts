// Working out figures from facts: for a few people at once when something about them changed, for everybody when the
// policy did; and the proof that what is kept is what the facts say (SPEC 3.4).
import type { PersonId } from '../../../platform/ids.ts'
import { addDays, type Day, dayOfNumber, earliest, latest } from '../../../platform/time/day.ts'
import type { ServiceEvent, Work } from '../../../platform/work.ts'
import {
  type EngineFacts,
  type InForce,
  policyHistory,
  type Requirement,
  requirementsInForce,
  timeline,
} from '../../policy/index.ts'
import { findFacts } from './facts.store.ts'
import { countWaiting, findAllSpans, findEverybody, markWaiting, replaceSpans, takeWaiting } from './figures.store.ts'
import { type FigureSpan, horizonOf } from './span.ts'

/** Up to so many people are worked out at once, in the change itself; more are left to the job. */
const mostAtOnce = 25
const batch = 200

/** What the card hears: facts of some people changed, or the policy of all. */
export async function hearChange(work: Work, event: ServiceEvent): Promise<void> {
  const people = event.name === 'facts changed' ? event.people : null
  if (people !== null && people.length <= mostAtOnce) {
    if (people.length > 0) await refreshFigures(work, people)
    return
  }
  await markWaiting(work, people)
  await work.later('figures', {})
}

/** Works out these people's figures anew from the facts. */
export async function refreshFigures(work: Work, people: readonly PersonId[]): Promise<void> {
  await replaceSpans(work, people, await spansOf(work, people))
}

/** Works out the next people who wait; answers how many still do. */
export async function refreshWaiting(work: Work): Promise<number> {
  const people = await takeWaiting(work, batch)
  if (people.length > 0) await refreshFigures(work, people)
  return countWaiting(work)
}

export type Difference = { readonly person: PersonId; readonly kept: number; readonly expected: number }

/** Compares what is kept for the next people after `after` with what the facts say; with `mend`, puts it right. */
export async function compareFigures(
  work: Work,
  after: string,
  mend: boolean,
): Promise<{
  readonly last: PersonId | null
  readonly people: number
  readonly spans: number
  readonly differences: readonly Difference[]
}> {
  const people = await findEverybody(work, after, batch)
  const expected = Map.groupBy(await spansOf(work, people), (span) => span.person)
  const kept = Map.groupBy(await findAllSpans(work, people), (span) => span.person)
  const differences = people.flatMap((person) => {
    const [one, other] = [kept.get(person) ?? [], expected.get(person) ?? []]
    return sameSpans(one, other) ? [] : [{ person, kept: one.length, expected: other.length }]
  })
  if (mend && differences.length > 0)
    await refreshFigures(
      work,
      differences.map((one) => one.person),
    )
  const spans = [...kept.values()].reduce((sum, of) => sum + of.length, 0)
  return { last: people.at(-1) ?? null, people: people.length, spans, differences }
}

const keyOf = (span: FigureSpan): string =>
  JSON.stringify([
    span.requirement,
    span.from,
    span.to,
    span.type,
    span.strength,
    span.state,
    span.suggested,
    span.dueOn,
    span.dueSoonFrom,
    span.lastOn,
  ])

function sameSpans(kept: readonly FigureSpan[], expected: readonly FigureSpan[]): boolean {
  const [one, other] = [kept.map(keyOf).sort(), expected.map(keyOf).sort()]
  return one.length === other.length && one.every((key, index) => key === other[index])
}

/** Every stretch of these people, under each policy version for the days on which it held. */
async function spansOf(work: Work, people: readonly PersonId[]): Promise<readonly FigureSpan[]> {
  const history = await policyHistory(work)
  const versions = history.map((version) => ({
    version,
    requirements: requirementsInForce(history, version),
  }))
  const facts = await findFacts(work, people)
  const horizon = horizonOf(work.today)
  return people.flatMap((person) => {
    const known = facts.get(person)
    if (!known || known.posts.length === 0) return []
    return versions.flatMap(({ version, requirements }) =>
      requirements.flatMap((requirement) => spansUnder(person, known, requirement, requirements, version, horizon)),
    )
  })
}

function spansUnder(
  person: PersonId,
  facts: EngineFacts,
  requirement: Requirement,
  among: readonly Requirement[],
  version: InForce,
  horizon: Day,
): readonly FigureSpan[] {
  const from = latest(version.from, firstDayOf(facts))
  const to = version.until === null ? horizon : earliest(horizon, addDays(version.until, -1))
  if (from > to) return []
  return timeline(requirement, facts, from, to, among).flatMap((span) => {
    if (span.state === 'not applicable') return []
    return [
      {
        person,
        requirement: requirement.key,
        type: requirement.types[0] ?? '',
        strength: requirement.strength,
        from: span.from,
        to: span.to,
        state: span.state,
        suggested: span.suggested,
        dueOn: span.dueOn,
        dueSoonFrom: span.dueSoonFrom,
        lastOn: span.lastOn,
      },
    ]
  })
}

/** The first day of the first post: before it nothing can have been asked of the person. */
function firstDayOf(facts: EngineFacts): Day {
  return dayOfNumber(Math.min(...facts.posts.map((post) => post.from)))
}
