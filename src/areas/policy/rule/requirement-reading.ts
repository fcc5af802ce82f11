// From a rule as it was written (its shape already checked) to requirements ready for reckoning: what was left out
// gets its default, each stream becomes a requirement of its own. The defaults are told in docs/how-to/write-a-rule.md.
import { day, numberOfDay } from '../../../platform/time/day.ts'
import { type AmountText, readAmount } from './amount.ts'
import { type ConditionText, isYes } from './condition.ts'
import { readFormula } from './formula.ts'
import { type IntervalText, readDuration, type TimeInterval } from './interval.ts'
import { readSince } from './period.ts'
import type { Counting, Excusal, Group, PartTime, Requirement } from './requirement.ts'
import type { RuleText, StreamText } from './rule.ts'
import { definedOf, listOf, noDefaults, type RuleDefaults, shareOf } from './rule-defaults.ts'
import { stepsOf } from './step-reading.ts'
import { orList, readTest, sameWord, type Test, testWords } from './test-of-facts.ts'

/** The requirements that a rule makes: one, or one for each of its streams. */
export function readRequirements(rule: RuleText, defaults: RuleDefaults = noDefaults): Requirement[] {
  if (!rule.streams) return [readRequirement(rule, null, defaults)]
  const { streams, ...shared } = rule
  return streams.map((stream) =>
    readRequirement({ ...shared, ...definedOf(stream), name: streamName(rule, stream) }, stream.name, defaults),
  )
}

const streamName = (rule: RuleText, stream: StreamText): string =>
  rule.name ? `${rule.name}: ${stream.name}` : stream.name
function readRequirement(rule: RuleText, stream: string | null, defaults: RuleDefaults): Requirement {
  const types = [...listOf(rule.type), ...listOf(rule.types)]
  const type = types[0] === undefined ? undefined : defaults.typeOf(types[0])
  const supervisors = rule.supervisors ?? rule.supervisor ?? type?.supervisors
  return {
    ...identityOf(rule, stream, types, type?.name),
    ...appliesOf(rule, defaults),
    ...timesOf(rule),
    types: types.map(sameWord),
    supervisors: supervisors === undefined ? null : readTest(supervisors, defaults.words),
    strength: rule.strength ?? 'mandatory',
    minimum: isYes(rule.minimum),
    asRequired: rule.strength === 'as required' || isYes(rule.asRequired),
    overrides: listOf(rule.overrides),
    because: rule.because ?? null,
    priority: rule.priority ?? 0,
    steps: stepsOf(rule, defaults),
    averagedOver: rule.averagedOver === undefined ? null : readDuration(rule.averagedOver),
    carry: carryOf(rule.carryOver),
    lapses: rule.missed === 'lapses',
    partPeriods: rule.partPeriods ?? 'counted when mostly in post',
    counting: countingOf(rule),
    group: groupOf(rule.group ?? type?.group),
    partTime: partTimeOf(rule.partTime, defaults),
    excusals: excusalsOf(rule.excused ?? defaults.excused),
  }
}

function identityOf(rule: RuleText, stream: string | null, types: string[], typeName: string | undefined) {
  const key = rule.key ?? sameWord(rule.name ?? 'rule')
  return {
    key: stream === null ? key : `${key}/${sameWord(stream)}`,
    name: rule.name ?? (types.length > 0 ? types.join(', ') : key),
    what: whatOf(rule, types, stream, typeName),
    stream: stream ?? rule.stream ?? null,
    source: rule.source ?? null,
  }
}

function appliesOf({ appliesTo }: RuleText, defaults: RuleDefaults) {
  if (appliesTo === undefined || appliesTo === 'everyone') return { appliesTo: null, appliesWords: 'everyone' }
  const test = readTest(appliesTo as ConditionText, defaults.words)
  return { appliesTo: test, appliesWords: whoWords(test) }
}

const firstDueOf = (text: IntervalText | { firstDue: IntervalText }): TimeInterval =>
  readDuration(typeof text === 'object' && 'firstDue' in text ? text.firstDue : text)

/** When the rule is in force, and from when a person's time under it counts. */
function timesOf(rule: RuleText) {
  const { returners } = rule
  const said = typeof returners === 'object' && 'firstDue' in returners ? returners.afterAbsenceOf : undefined
  const after = said === undefined ? { count: 28, unit: 'day' as const } : readDuration(said)
  return {
    from: rule.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(rule.from),
    until: rule.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(rule.until),
    introduced: Number.NEGATIVE_INFINITY,
    introduction: rule.introduction ? firstDueOf(rule.introduction) : null,
    since: rule.since === undefined ? { start: 'obligation' as const } : readSince(rule.since),
    starters: rule.starters ? firstDueOf(rule.starters) : null,
    returners: returners ? { firstDue: firstDueOf(returners), after } : null,
  }
}

/** What is needed, in words. */
function whatOf(rule: RuleText, types: string[], stream: string | null, typeName: string | undefined): string {
  const words =
    typeName === undefined
      ? types.length > 0
        ? orList(types.map((one) => one.replace(/-/g, ' ')))
        : (rule.name ?? 'supervision')
      : typeName
  const plain = /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
  return stream === null || plain.includes(stream) ? plain : `${plain} (${stream})`
}

/** Whom it is for, as the subject of a sentence: "health visitors", "staff who are bank or agency and band 6". */
function whoWords(applies: Test): string {
  const words = testWords(applies)
  const isPlural = 'oneOf' in applies && (applies.field === 'staffGroup' || applies.field === 'profession')
  if (isPlural) return words
  if ('not' in applies) return `all staff except ${allWords(applies.not)}`
  return `staff in this group (${words})`
}

/** Everything that a test names, joined by "and": it is left out as a whole. */
const allWords = (test: Test): string =>
  testWords(test).replace(/ or ([^,]*)$/, (_, last: string) =>
    last.includes(' and ') ? `, and ${last}` : ` and ${last}`,
  )

const dayNumber = (text: string): number => numberOfDay(day(text))

function carryOf(text: RuleText['carryOver']): Requirement['carry'] {
  if (text === undefined || text === 'none') return { surplus: 0, shortfall: false, forPeriods: 1 }
  if (typeof text === 'string')
    return {
      surplus: text === 'shortfall' ? 0 : Number.POSITIVE_INFINITY,
      shortfall: text !== 'surplus',
      forPeriods: 1,
    }
  return {
    surplus: text.surplus === undefined ? 0 : readAmount(text.surplus).count,
    shortfall: isYes(text.shortfall),
    forPeriods: text.for ?? 1,
  }
}

const minutesOf = (text: AmountText | undefined, otherwise: number): number =>
  text === undefined ? otherwise : typeof text === 'number' ? text : readAmount(text).count

function countingOf({ counts = {} }: RuleText): Counting {
  return {
    shortest: minutesOf(counts.atLeast, 0),
    longest: minutesOf(counts.atMost, Number.POSITIVE_INFINITY),
    part: counts.part ?? 'receiving',
    outside: counts.outside ?? 'counts',
    late: counts.attendance?.late ?? 'counts',
    partial: counts.attendance?.partial ?? 'minutes attended',
    observing: counts.attendance?.observing ?? 'does not count',
    apart: counts.apart === undefined ? null : readDuration(counts.apart),
    where: counts.where === undefined ? null : readTest(counts.where as ConditionText),
    beforeStart: counts.before !== 'does not count',
  }
}

function groupOf(text: RuleText['group']): Group | null {
  if (!text) return null
  const written = text.credit ?? 'full'
  const reading = written === 'full' ? null : readFormula(written === 'divided' ? 'minutes / attendees' : written)
  return {
    largest: text.largest ?? Number.POSITIVE_INFINITY,
    smallest: text.smallest ?? 0,
    credit: reading?.ok ? reading.value : null,
    creditWords: written,
    creditAtMost: text.creditAtMost ?? Number.POSITIVE_INFINITY,
  }
}

function partTimeOf(text: RuleText['partTime'], defaults: RuleDefaults): PartTime | null {
  if (text === undefined || text === 'no difference') return null
  return {
    fullTime: text.fullTime ?? defaults.fullTimeHours,
    of: text.of ?? 'need',
    floor: text.floor === undefined ? 0 : readAmount(text.floor as AmountText).count,
    longest: text.longest === undefined ? null : readDuration(text.longest),
    round: text.round ?? (text.to === undefined ? 'not at all' : 'nearest'),
    to: text.to === undefined ? 1 : readAmount(text.to).count,
  }
}

function excusalsOf(text: RuleText['excused']): Excusal[] {
  if (text === undefined || text === 'never') return []
  return listOf(text).map((one) => ({
    kinds: listOf(one.for).map(sameWord),
    how: one.how,
    moreThan:
      one.moreThan === undefined
        ? null
        : typeof one.moreThan === 'number' || (typeof one.moreThan === 'string' && one.moreThan.includes('%'))
          ? shareOf(one.moreThan)
          : readDuration(one.moreThan),
    approved: isYes(one.approved),
    source: one.source ?? null,
  }))
}
