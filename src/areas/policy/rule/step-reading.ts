// From the steps of a rule as written to steps ready for reckoning: how much, how often, which quotas and which caps.
// A rule without steps has one, which never ends (SPEC 2.3).
import { type Amount, readAmount } from './amount.ts'
import type { ConditionText } from './condition.ts'
import { type Interval, isTime, readDuration, readInterval } from './interval.ts'
import { readPeriod } from './period.ts'
import type { Cap, Quota, Rhythm, Step } from './requirement.ts'
import type { CapText, QuotaText, RhythmText, RuleText, StepText } from './rule.ts'
import { definedOf, listOf, type RuleDefaults, shareOf } from './rule-defaults.ts'
import { readTest, testWords } from './test-of-facts.ts'

/** The steps of a rule: those it lists, and what holds after them. */
export function stepsOf(rule: RuleText, defaults: RuleDefaults): Step[] {
  const last = stepOf(rule, null, rule, defaults)
  if (!rule.steps) return [last]
  let monthsSoFar: Interval | null = null
  const steps = rule.steps.map((step): Step => {
    const until = endOf(step, monthsSoFar)
    monthsSoFar = until
    return stepOf({ ...rule, ...definedOf(step) }, until, rule, defaults)
  })
  return steps.at(-1)?.until === null || last.rhythm === null ? steps : [...steps, last]
}

/** Where a step ends, counted from the start; `for` is added to the end of the step before when both speak the same unit. */
function endOf(step: StepText, before: Interval | null): Step['until'] {
  if (step.until !== undefined) return readDuration(step.until)
  if (step.for === undefined) return null
  const length = readDuration(step.for)
  if (before === null) return length
  if (before.unit === length.unit) return { count: before.count + length.count, unit: length.unit }
  const days = (interval: Interval) =>
    interval.unit === 'month'
      ? Math.round(interval.count * 30.4375)
      : interval.unit === 'week'
        ? interval.count * 7
        : interval.count
  return { count: days(before) + days(length), unit: 'day' }
}

function stepOf(text: RhythmText, until: Step['until'], rule: RuleText, defaults: RuleDefaults): Step {
  const asked: Amount = text.need === undefined ? { count: 1, unit: 'sessions', forEvery: null } : readAmount(text.need)
  const rhythm = settled(rhythmOf(text), asked) ?? rhythmWithout(rule, asked)
  const need = rhythm?.kind === 'rolling' ? { ...asked, forEvery: null } : asked
  return {
    until,
    need,
    rhythm,
    quotas: listOf(text.including).map((quota) => quotaOf(quota)),
    caps: listOf(text.atMost).map((cap) => shareOfNeed(capOf(cap), need, rhythm)),
    lead:
      text.lead !== undefined
        ? { interval: readInterval(text.lead), atMostHalf: false }
        : defaults.lead
          ? { interval: defaults.lead, atMostHalf: true }
          : null,
  }
}

/** "60 minutes for every 150 practice hours", every 6 months: settled at the end of each six months from the start. */
function settled(rhythm: Rhythm | null, { forEvery }: Amount): Rhythm | null {
  const interval = rhythm?.kind === 'rolling' ? rhythm.intervals[0] : undefined
  if (forEvery === null || !interval || !isTime(interval)) return rhythm
  return { kind: 'periods', period: { length: interval, origin: { start: 'obligation' } } }
}

/** Neither “every” nor “per”: after so much work ("1 session for every 12 shifts"), or once, by a starter's first due date. */
function rhythmWithout(rule: RuleText, { forEvery }: Amount): Rhythm | null {
  if (forEvery !== null) return { kind: 'rolling', intervals: [forEvery], whichever: 'first', within: null }
  return rule.starters && !rule.steps && rule.strength !== 'as required' ? { kind: 'once' } : null
}

function rhythmOf(text: Pick<RhythmText, 'every' | 'per' | 'whichever' | 'within'>): Rhythm | null {
  if (text.per !== undefined) return { kind: 'periods', period: readPeriod(text.per) }
  if (text.every === undefined) return null
  const intervals = (Array.isArray(text.every) ? text.every : [text.every]).map(readInterval)
  return {
    kind: 'rolling',
    intervals,
    whichever: text.whichever ?? 'first',
    within: text.within === undefined ? null : readDuration(text.within),
  }
}

function quotaOf(text: QuotaText): Quota {
  const where = text.where === undefined ? { all: [] } : readTest(text.where as ConditionText)
  const share = shareOf(text.share)
  const need = text.need === undefined ? (share === null ? readAmount(1) : null) : readAmount(text.need)
  const ofEvery = text.ofEvery === undefined ? null : Number.parseInt(String(text.ofEvery), 10)
  return {
    name: text.name ?? (text.where === undefined ? 'of any kind' : testWords(where)),
    need,
    share,
    where,
    rhythm: rhythmOf(text),
    ofEvery,
    source: text.source ?? null,
  }
}

/** A share in a window of the cap's own ("half of it remote, in any 3 months") is a share of what that window needs. */
function shareOfNeed(cap: Cap, need: Amount, rhythm: Rhythm | null): Cap {
  const [own, main] = [rhythmDays(cap.rhythm), rhythmDays(rhythm)]
  if (cap.share === null || own === null || main === null) return cap
  return { ...cap, share: null, amount: { ...need, forEvery: null, count: (cap.share * need.count * own) / main } }
}

function rhythmDays(rhythm: Rhythm | null): number | null {
  const length =
    rhythm?.kind === 'periods' ? rhythm.period.length : rhythm?.kind === 'rolling' ? rhythm.intervals[0] : undefined
  if (!length || !isTime(length)) return null
  return length.count * (length.unit === 'month' ? 30.4375 : length.unit === 'week' ? 7 : 1)
}

function capOf(text: CapText): Cap {
  const where = readTest(text.where as ConditionText)
  const amount = text.amount === undefined ? null : readAmount(text.amount)
  return {
    name: text.name ?? testWords(where),
    amount,
    share: shareOf(text.share),
    where,
    rhythm: rhythmOf(text),
    source: text.source ?? null,
  }
}
