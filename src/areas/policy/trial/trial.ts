// "Try this rule": reads a trial, answers every rule for every day asked, with all its reasons (SPEC 2.3, 3.1).
// Behind `bin/manage try-rule FILE --json` and the same in the browser; the shape of the result is stable.
import { readShape, type ShapeFault } from '../../../platform/schema.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type LineFault, readYaml } from '../../../platform/yaml/yaml.ts'
import { ruleFaults } from '../check/rule-faults.ts'
import { type Answer, answerFrom, type Span, timeline } from '../obligation/answer.ts'
import { reckon } from '../obligation/reckoning.ts'
import { guessedKeys } from '../rule/guessed-keys.ts'
import { readInterval } from '../rule/interval.ts'
import { readRequirements } from '../rule/requirement-reading.ts'
import { noDefaults, type RuleDefaults } from '../rule/rule-defaults.ts'
import { ruleWords } from '../rule/rule-words.ts'
import { daysOf, factsOf } from './trial-facts.ts'
import { type TrialFile, trialFile } from './trial-file.ts'

export type TrialAnswer = {
  readonly requirement: string
  readonly name: string
  readonly rule: string
  readonly day: Day
} & Omit<Answer, 'reasons'> & {
    readonly reasons: readonly string[]
    readonly details: Answer['reasons']
  }
/** An expectation that the answer does not meet. */
export type Surprise = {
  readonly requirement: string
  readonly day: Day
  readonly field: string
  readonly expected: string | null
  readonly answered: string | null
}
export type Trial = {
  readonly surprises: readonly Surprise[]
  readonly answers: readonly TrialAnswer[]
  readonly timelines: readonly { readonly requirement: string; readonly spans: readonly Span[] }[]
}
export type TrialReading =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly faults: LineFault[] }

/** Tries the rules of a YAML text; every fault of the file at once, each with its line. Never throws. */
export function tryRule(text: string): TrialReading {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml
  const shape = readShape(trialFile, guessedKeys(yaml.value))
  const faults: ShapeFault[] = shape.ok ? contradictionsIn(shape.value) : shape.faults
  if (!shape.ok || faults.length > 0) {
    const placed = faults.map((fault) => ({ ...yaml.placeOf(fault.path), message: fault.message }))
    return { ok: false, faults: placed.sort((one, other) => one.line - other.line || one.column - other.column) }
  }
  return { ok: true, trial: trialOf(shape.value) }
}

const ruleKeys = ['requirement', 'requirements', 'rule', 'rules'] as const
function rulesOf(file: TrialFile) {
  return ruleKeys.flatMap((key) => {
    const given = file[key]
    if (given === undefined) return []
    return Array.isArray(given)
      ? given.map((rule, at) => ({ rule, path: [key, at] as (string | number)[] }))
      : [{ rule: given, path: [key] as (string | number)[] }]
  })
}

function contradictionsIn(file: TrialFile): ShapeFault[] {
  const rules = rulesOf(file)
  if (rules.length === 0)
    return [{ path: [], message: 'There is no rule to try: give “requirement” (one) or “requirements” (several).' }]
  const { person } = file
  const faults = rules.flatMap(({ rule, path }) => ruleFaults(rule, path))
  if (!person.posts && person.from === undefined && person.started === undefined)
    faults.push({ path: ['person'], message: 'Say when the person’s post began: “from”, or a list of “posts”.' })
  for (const [at, post] of (person.posts ?? [person]).entries()) {
    const path = person.posts ? ['person', 'posts', at] : ['person']
    if (person.posts && post.from === undefined && post.started === undefined)
      faults.push({ path, message: 'Say from which day this post is held: “from”.' })
    if (post.from && post.to && post.to !== 'open' && post.to < post.from)
      faults.push({ path: [...path, 'to'], message: 'This post ends before it begins.' })
  }
  for (const [key, list] of [
    ['absences', file.absences],
    ['excusals', file.excusals],
  ] as const)
    faults.push(...absenceFaults(list, [key]))
  faults.push(...absenceFaults(person.absences, ['person', 'absences']))
  return faults
}

function absenceFaults(absences: TrialFile['absences'], path: (string | number)[]): ShapeFault[] {
  return (absences ?? []).flatMap((absence, at) =>
    (absence.to ?? absence.until ?? absence.from) < absence.from
      ? [{ path: [...path, at, 'to'], message: 'This absence ends before it begins.' }]
      : [],
  )
}

function trialOf(file: TrialFile): Trial {
  const defaults: RuleDefaults = {
    ...noDefaults,
    lead: file.lead === undefined ? null : readInterval(file.lead),
    fullTimeHours: file.fullTimeHours ?? 37.5,
    typeOf: (key) => file.types?.find((type) => type.key === key),
  }
  const requirements = rulesOf(file).flatMap(({ rule }) => readRequirements(rule, defaults))
  const facts = factsOf(file)
  const reckonings = requirements.map((requirement) => reckon(requirement, facts, requirements))
  const answers = daysOf(file).flatMap((day) =>
    reckonings.map((reckoning): TrialAnswer => {
      const { reasons, ...answer } = answerFrom(reckoning, day, true)
      const { key, name } = reckoning.requirement
      return {
        requirement: key,
        name,
        rule: ruleWords(reckoning.requirement),
        day,
        ...answer,
        reasons: reasons.map((reason) => reason.text),
        details: reasons,
      }
    }),
  )
  const asked = file.timeline
  const timelines = asked
    ? requirements.map((one) => ({
        requirement: one.key,
        spans: timeline(one, facts, asked.from as Day, asked.to as Day, requirements),
      }))
    : []
  return { answers, timelines, surprises: surprisesOf(file, answers) }
}

const expected = ['state', 'dueOn', 'lastOn', 'suggested'] as const
function surprisesOf(file: TrialFile, answers: readonly TrialAnswer[]): Surprise[] {
  return (file.expect ?? []).flatMap((one): Surprise[] => {
    const answer = answers.find(
      (other) => other.day === one.day && (one.requirement === undefined || other.requirement === one.requirement),
    )
    if (!answer)
      return [
        {
          requirement: one.requirement ?? '',
          day: one.day as Day,
          field: 'requirement',
          expected: one.requirement ?? null,
          answered: null,
        },
      ]
    return expected.flatMap((field) => {
      const wanted = one[field]
      return wanted === undefined || wanted === answer[field]
        ? []
        : [{ requirement: answer.requirement, day: answer.day, field, expected: wanted, answered: answer[field] }]
    })
  })
}
