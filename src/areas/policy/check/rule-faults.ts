// What a rule of the right shape can still get wrong by itself: two ways of counting at once, lead times longer than
// the interval, steps in the wrong order, quotas that ask for more than the whole.
import type { ShapeFault } from '../../../platform/schema.ts'
import { readAmount } from '../rule/amount.ts'
import { isTime, readDuration, readInterval } from '../rule/interval.ts'
import type { CapText, QuotaText, RhythmText, RuleText } from '../rule/rule.ts'
import { readPeriod } from '../rule/period.ts'
import { daysIn } from '../facts/windows.ts'
import { listOf, shareOf } from '../rule/rule-defaults.ts'

type Path = readonly (string | number)[]
type Stream = Omit<RuleText, 'streams'>

/** Every contradiction within a rule, its steps and its streams; `path` leads to the rule. */
export function ruleFaults(rule: RuleText, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  if (rule.from && rule.until && rule.until < rule.from) say('until', 'This rule ends before it begins.')
  if (rule.because && !rule.overrides && rule.priority === undefined)
    say('because', 'This gives a reason for overriding a rule, but “overrides” names none.')
  if (!rule.streams) return [...faults, ...streamFaults(rule, path)]
  const names = rule.streams.map((stream) => stream.name)
  for (const [at, stream] of rule.streams.entries()) {
    const inner = [...path, 'streams', at]
    if (names.indexOf(stream.name) !== at)
      faults.push({ path: [...inner, 'name'], message: `There are two streams called “${stream.name}”.` })
    faults.push(...streamFaults({ ...rule, ...stream }, inner))
  }
  return faults
}

function streamFaults(rule: Stream, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  const rhythmic = rule.every !== undefined || rule.per !== undefined || rule.steps !== undefined
  const counted = rule.strength === undefined || rule.strength === 'mandatory'
  if (counted && !rhythmic && !rule.starters && !forEvery(rule))
    faults.push({
      path,
      message: 'A mandatory rule has to say how often: “every”, “per”, “steps”, or (once only) “starters”.',
    })
  if (rule.strength === 'as required' && rhythmic)
    say(
      'strength',
      'A rule that is as required has no interval. For “recommended so often, and as required” use strength: recommended and asRequired: yes.',
    )
  if (rule.type !== undefined && rule.types !== undefined) say('types', 'Give “type” or “types”, not both.')
  if (rule.supervisor !== undefined && rule.supervisors !== undefined)
    say('supervisor', 'Give “supervisors” or “supervisor”, not both.')
  faults.push(
    ...rhythmFaults(rule, path),
    ...stepFaults(rule, path),
    ...periodOnlyFaults(rule, path),
    ...groupFaults(rule, path),
    ...partTimeFaults(rule, path),
  )
  return faults
}

const forEvery = (rule: RhythmText): boolean => rule.need !== undefined && readAmount(rule.need).forEvery !== null

/** Faults of how much and how often, for a rule or one of its steps. */
function rhythmFaults(rule: RhythmText, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  if (rule.every !== undefined && rule.per !== undefined)
    say('per', 'Give “every” (rolling on from the last one) or “per” (in each calendar period), not both.')
  if (forEvery(rule) && listOf(rule.every as string).some((one) => !isTime(readInterval(one))))
    say('every', 'An amount for so much work is settled after a length of time, such as “every: 6 months”.')
  if (rule.whichever !== undefined && !Array.isArray(rule.every))
    say('whichever', 'This needs two intervals or more under “every”.')
  if (rule.within !== undefined && rule.every === undefined) say('within', 'This needs “every”.')
  const longest = lengthInDays(rule)
  if (rule.lead !== undefined && longest !== null) {
    const lead = readInterval(rule.lead)
    if (isTime(lead) && daysIn(lead) >= longest)
      say('lead', 'The lead time is as long as the interval or longer, so it would always be due soon.')
  }
  for (const [at, quota] of listOf(rule.including).entries())
    faults.push(...quotaFaults(quota, rule, [...path, ...itemPath('including', rule.including, at)]))
  for (const [at, cap] of listOf(rule.atMost).entries())
    faults.push(
      ...capFaults(cap, longest !== null || rule.every === undefined, [
        ...path,
        ...itemPath('atMost', rule.atMost, at),
      ]),
    )
  return faults
}

const itemPath = (key: string, value: unknown, at: number): Path => (Array.isArray(value) ? [key, at] : [key])

function lengthInDays(rule: RhythmText): number | null {
  if (rule.per !== undefined) return daysIn(readPeriod(rule.per).length)
  if (rule.every === undefined) return null
  const lengths = listOf(rule.every as string | string[])
    .map((one) => readInterval(one))
    .filter(isTime)
    .map(daysIn)
  return lengths.length === 0 ? null : Math.min(...lengths)
}

function quotaFaults(quota: QuotaText, rule: RhythmText, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  const say = (key: string, message: string) => void faults.push({ path: [...path, key], message })
  if (quota.need !== undefined && quota.share !== undefined) say('share', 'Give “need” or “share”, not both.')
  if (quota.ofEvery !== undefined && (quota.every !== undefined || quota.per !== undefined))
    say('ofEvery', 'Give “ofEvery” (so many sessions), “every” or “per”, only one of them.')
  if (quota.every !== undefined && quota.per !== undefined) say('per', 'Give “every” or “per”, not both.')
  const need = quota.need === undefined ? null : readAmount(quota.need)
  if (need && quota.ofEvery !== undefined && need.count >= Number.parseInt(String(quota.ofEvery), 10))
    say('need', 'This asks for as many as there are; then say “where” under “counts” instead.')
  const whole = rule.need === undefined ? readAmount(1) : readAmount(rule.need)
  const own = quota.every !== undefined || quota.per !== undefined || quota.ofEvery !== undefined
  if (need && !own && need.unit === whole.unit && need.count > whole.count)
    say('need', 'This part asks for more than the whole.')
  if ((shareOf(quota.share) ?? 0) > 1) say('share', 'A share is at most 100%.')
  return faults
}

function capFaults(cap: CapText, timed: boolean, path: Path): ShapeFault[] {
  if (cap.amount === undefined && cap.share === undefined)
    return [{ path, message: 'Say how much at most: “amount” or “share”.' }]
  if (cap.amount !== undefined && cap.share !== undefined)
    return [{ path: [...path, 'share'], message: 'Give “amount” or “share”, not both.' }]
  const own = cap.every !== undefined || cap.per !== undefined
  if (cap.share === undefined || !own || timed) return []
  return [{ path: [...path, 'share'], message: 'Work has no share of a length of time: give “amount” instead.' }]
}

function stepFaults(rule: Stream, path: Path): ShapeFault[] {
  const steps = rule.steps ?? []
  let end = 0
  return steps.flatMap((step, at) => {
    const here = [...path, 'steps', at]
    const faults = rhythmFaults({ ...step, need: step.need ?? rule.need }, here)
    if (step.every === undefined && step.per === undefined && rule.every === undefined && rule.per === undefined)
      faults.push({ path: here, message: 'This step does not say how often: “every” or “per”.' })
    if (step.for !== undefined && step.until !== undefined)
      faults.push({ path: [...here, 'for'], message: 'Give “for” or “until”, not both.' })
    if (step.for === undefined && step.until === undefined && at < steps.length - 1)
      faults.push({
        path: here,
        message: 'Only the last step may go on for ever; say until when (“until: 6 weeks”, counted from the start).',
      })
    const until = step.until === undefined ? null : daysIn(readDuration(step.until))
    if (until !== null && until <= end)
      faults.push({
        path: [...here, 'until'],
        message: 'This step ends before the one above it. Ends are counted from the start.',
      })
    end = until ?? end + (step.for === undefined ? 0 : daysIn(readDuration(step.for)))
    return faults
  })
}

const periodsOnly = {
  averagedOver: 'Averaging needs “per” or “every” with an amount to average.',
  carryOver: 'Only periods (“per”) can hand something on to the next.',
  missed: 'Only periods (“per”) can be missed and lapse.',
  partPeriods: 'Only periods (“per”) can be in part.',
} as const

function periodOnlyFaults(rule: Stream, path: Path): ShapeFault[] {
  const hasPeriods = rule.per !== undefined || (rule.steps ?? []).some((step) => step.per !== undefined)
  const faults: ShapeFault[] = []
  for (const key of ['carryOver', 'missed', 'partPeriods'] as const)
    if (rule[key] !== undefined && rule[key] !== 'none' && !hasPeriods)
      faults.push({ path: [...path, key], message: periodsOnly[key] })
  const length = lengthInDays(rule)
  if (rule.averagedOver !== undefined && length === null && !hasPeriods)
    faults.push({ path: [...path, 'averagedOver'], message: periodsOnly.averagedOver })
  else if (rule.averagedOver !== undefined && length !== null && daysIn(readDuration(rule.averagedOver)) < length * 1.5)
    faults.push({
      path: [...path, 'averagedOver'],
      message: 'Averaging needs at least two periods; this is not longer than one.',
    })
  const excused = rule.excused === undefined || rule.excused === 'never' ? [] : listOf(rule.excused)
  for (const [at, one] of excused.entries()) {
    if (one.how === 'reduce' && !hasPeriods)
      faults.push({
        path: [...path, ...itemPath('excused', rule.excused, at), 'how'],
        message: 'To lessen the need by days of absence there have to be periods (“per”); with “every”, use extend.',
      })
  }
  return faults
}

function groupFaults({ group, counts }: Stream, path: Path): ShapeFault[] {
  const faults: ShapeFault[] = []
  if (group?.smallest !== undefined && group.largest !== undefined && group.smallest > group.largest)
    faults.push({ path: [...path, 'group', 'smallest'], message: 'The smallest group is larger than the largest.' })
  const minutes = (value: NonNullable<Stream['counts']>['atLeast']) =>
    value === undefined ? null : typeof value === 'number' ? value : readAmount(value).count
  const [least, most] = [minutes(counts?.atLeast), minutes(counts?.atMost)]
  if (least !== null && most !== null && least > most)
    faults.push({
      path: [...path, 'counts', 'atLeast'],
      message: 'No session can be at least this long and at most that.',
    })
  return faults
}

function partTimeFaults(rule: Stream, path: Path): ShapeFault[] {
  const { partTime } = rule
  if (partTime === undefined || partTime === 'no difference') return []
  const need = rule.need === undefined ? readAmount(1) : readAmount(rule.need)
  const faults: ShapeFault[] = []
  if (partTime.floor !== undefined && readAmount(partTime.floor).count > need.count)
    faults.push({
      path: [...path, 'partTime', 'floor'],
      message: 'The floor is higher than what full-time staff need.',
    })
  if (partTime.longest !== undefined && partTime.of !== 'interval')
    faults.push({ path: [...path, 'partTime', 'longest'], message: 'This needs of: interval.' })
  if (partTime.of === 'interval' && rule.per !== undefined)
    faults.push({
      path: [...path, 'partTime', 'of'],
      message: 'Periods cannot be stretched for part-time staff; use of: need.',
    })
  return faults
}
