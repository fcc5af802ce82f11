// A rule in words, for reasons and for the matrix on a page: "at least every 3 months", "90 minutes in each calendar
// month", "weekly until 6 weeks after the start".
import { amountWords } from './amount.ts'
import { type Interval, intervalWords } from './interval.ts'
import { periodWords } from './period.ts'
import type { Cap, Quota, Requirement, Rhythm, Step } from './requirement.ts'
import { orList } from './test-of-facts.ts'

/** How much and how often one step asks for; `count`: the need when hours or absence have changed it. */
export function howOften(step: Step, rhythm: Rhythm | null = step.rhythm, count = step.need.count): string {
  const amount = amountWords(count, step.need.unit)
  const work = step.need.forEvery ? ` for every ${intervalWords(step.need.forEvery)}` : ''
  if (rhythm === null) return 'whenever it is needed'
  if (rhythm.kind === 'once') return `${amount === '1 session' ? '' : `${amount}, `}once`
  if (rhythm.kind === 'periods')
    return `at least ${amount === '1 session' ? 'once' : amount}${work} in each ${periodWords(rhythm.period)}`
  const every = intervalsWords(rhythm.intervals, rhythm.whichever)
  const grace = rhythm.within ? `, within ${intervalWords(rhythm.within)} after that` : ''
  if (amount === '1 session') return `${isWork(rhythm.intervals) ? 'after every' : 'at least every'} ${every}${grace}`
  return `at least ${amount}${work} in any ${every}${grace}`
}

const isWork = (intervals: readonly Interval[]): boolean =>
  intervals.every((one) => one.unit === 'shift' || one.unit === 'hour')

function intervalsWords(intervals: readonly Interval[], whichever: 'first' | 'last'): string {
  const words = intervals.map((one) => (one.count === 1 && !isWork([one]) ? one.unit : intervalWords(one)))
  return words.length === 1 ? words[0]! : `${orList(words)}, whichever comes ${whichever}`
}

/** Every step of a rule: "at least every week until 6 weeks after the start, then at least every month". */
export function ruleWords(requirement: Requirement): string {
  return requirement.steps
    .map((step) => {
      const until = step.until ? ` until ${intervalWords(step.until)} after the start` : ''
      return [`${howOften(step)}${until}`, ...step.quotas.map(quotaWords), ...step.caps.map(capWords)].join('; ')
    })
    .join(', then ')
}

/** "including 1 session live observation in each 6 months from the start", "including 1 session individual of every 4". */
function quotaWords({ name, need, share, ofEvery, rhythm }: Quota): string {
  const amount = need === null ? `${percent(share)}` : amountWords(need.count, need.unit)
  return `including ${amount} ${name}${ofEvery === null ? '' : ` of every ${ofEvery}`}${windowWords(rhythm)}`
}

/** "at most 50% group", "at most 2 sessions remote in each calendar year". */
function capWords({ name, amount, share, rhythm }: Cap): string {
  return `at most ${amount === null ? percent(share) : amountWords(amount.count, amount.unit)} ${name}${windowWords(rhythm)}`
}

const percent = (share: number | null): string => `${Math.round((share ?? 0) * 100)}%`

function windowWords(rhythm: Rhythm | null): string {
  if (rhythm?.kind === 'periods') return ` in each ${periodWords(rhythm.period)}`
  return rhythm?.kind === 'rolling' ? ` in any ${intervalsWords(rhythm.intervals, rhythm.whichever)}` : ''
}

/** Who needs it: "health visitors need", "everyone needs". */
export const whoNeeds = ({ appliesWords }: Requirement): string =>
  appliesWords === 'everyone' ? 'everyone needs' : `${appliesWords} need`

/** "need case work at least every 3 months", "need case work, at least 90 minutes in each calendar month". */
export function needsWhat(requirement: Requirement, often: string): string {
  const joint = /^(at least every|at least once|after every|once|whenever)/.test(often) ? ' ' : ', '
  return `${whoNeeds(requirement)} ${requirement.what}${joint}${often}`
}
