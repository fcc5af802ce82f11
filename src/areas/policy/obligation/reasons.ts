// Why an answer is what it is, in sentences that a manager can read: the rule, what was held, what did not count,
// what excuses. They say that sessions were held and never what was said in them (SPEC 3.1, 12.1).
import { dayOfNumber } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { amountWords } from '../rule/amount.ts'
import type { Requirement } from '../rule/requirement.ts'
import { howOften, needsWhat } from '../rule/rule-words.ts'
import { excusedDaysIn, inOrder } from '../facts/excusals.ts'
import type { Absence } from '../facts/person-facts.ts'
import type { Reckoned, Reckoning } from './reckoning.ts'
import type { Standing } from '../counting/standing.ts'

/** One sentence, what it is about, and the clause of the policy it rests on. */
export type Reason = {
  readonly text: string
  readonly about: 'rule' | 'evidence' | 'excusal' | 'person'
  readonly source: string | null
}

const on = (day: number): string => formatDay(dayOfNumber(day))
const many = 6

/** Every reason for an answer, the most important one first. */
export function reasonsOf(reckoning: Reckoning, reckoned: Reckoned, day: number): Reason[] {
  const { requirement } = reckoning
  if (reckoned.state === 'not applicable') return [notApplicable(requirement, reckoned, day)]
  const rule = (text: string): Reason => ({ text, about: 'rule', source: requirement.source })
  const reasons: Reason[] = [rule(headline(requirement, reckoned, day))]
  if (reckoned.excusedBy)
    reasons.push({
      text: `Excused for ${spanWords(reckoned.excusedBy.absence)}.`,
      about: 'excusal',
      source: reckoned.excusedBy.excusal.source ?? requirement.source,
    })
  if (reckoned.last === null && requirement.introduced > (reckoned.start ?? Number.POSITIVE_INFINITY))
    reasons.push(rule(`Counted from ${on(requirement.introduced)}, when this rule began here.`))
  const step = stepSentence(requirement, reckoned)
  if (step) reasons.push(rule(step))
  reasons.push(
    ...figureReasons(reckoned),
    ...hoursReasons(reckoning, reckoned),
    ...excusalReasons(reckoning, reckoned, day),
    ...evidenceReasons(requirement, reckoned),
  )
  return reasons
}

function notApplicable(requirement: Requirement, { replacedBy, start }: Reckoned, day: number): Reason {
  if (start !== null)
    return {
      text: `This rule asks for nothing after its last step, counted from ${on(start)}.`,
      about: 'rule',
      source: requirement.source,
    }
  if (replacedBy)
    return {
      text: `“${replacedBy.name}” takes the place of this rule${replacedBy.because ? `: ${ended(replacedBy.because)}` : '.'}`,
      about: 'rule',
      source: replacedBy.source,
    }
  if (day < requirement.from)
    return { text: `This rule is in force from ${on(requirement.from)}.`, about: 'rule', source: requirement.source }
  if (day > requirement.until)
    return { text: `This rule was in force until ${on(requirement.until)}.`, about: 'rule', source: requirement.source }
  return {
    text: `This rule is for ${requirement.appliesWords}; on ${on(day)} this person has no such post.`,
    about: 'person',
    source: requirement.source,
  }
}

/** "Due by 3 May 2027: health visitors need case work supervision at least every 3 months; last held 3 February 2027." */
function headline(requirement: Requirement, reckoned: Reckoned, day: number): string {
  const [main] = reckoned.parts
  const held = reckoned.last === null ? 'none held yet' : `last held ${on(reckoned.last)}`
  const step = requirement.steps[stepIndex(requirement, reckoned)]!
  const count = main && main.need > 0 ? main.need : step.need.count
  const needs = needsWhat(requirement, main ? howOften(step, main.rhythm, count) : 'whenever it is needed')
  if (requirement.strength !== 'mandatory') return `${weakHead(requirement, reckoned, day)}: ${needs}; ${held}.`
  return `${dueHead(reckoned, main)}: ${needs}; ${held}.`
}

function weakHead(requirement: Requirement, { due, last }: Reckoned, day: number): string {
  if (requirement.strength === 'as required') return 'As required'
  const asRequired = requirement.asRequired ? ', and whenever it is needed' : ''
  const next =
    due === null || (due < day && last === null)
      ? ''
      : due < day
        ? `, was suggested by ${on(due)}`
        : `, next by ${on(due)}`
  return `${requirement.strength === 'recommended' ? 'Recommended' : 'Voluntary'}${asRequired}${next}`
}

function dueHead(reckoned: Reckoned, main: Standing | undefined): string {
  const { state, due } = reckoned
  const part = decidingPart(reckoned)
  if (state === 'overdue' || state === 'never had') return due === null ? 'Overdue' : `Was due by ${on(due)}${part}`
  if (state === 'excused') return due === null ? 'Nothing is due until the return' : `Next due by ${on(due)}`
  if (due === null)
    return main && main.have >= main.need && main.rhythm.kind === 'once'
      ? 'Done'
      : 'No date yet, it depends on work still to be done'
  return reckoned.last === null ? `First due by ${on(due)}` : `Due by ${on(due)}${part}`
}

/** The quota that sets the due date, when it is not the need itself. */
function decidingPart({ parts, due }: Reckoned): string {
  const [main, ...quotas] = parts
  if (main === undefined || main.due === due) return ''
  const deciding = quotas.find((part) => part.due === due)
  return deciding === undefined ? '' : ` (${deciding.name})`
}

function stepIndex(requirement: Requirement, { step }: Reckoned): number {
  return Math.max(0, step === null ? 0 : requirement.steps.indexOf(step))
}

function stepSentence(requirement: Requirement, reckoned: Reckoned): string | null {
  if (requirement.steps.length < 2 || reckoned.start === null) return null
  const index = stepIndex(requirement, reckoned)
  return `Step ${index + 1} of ${requirement.steps.length}, counted from ${on(reckoned.start)}.`
}

function figureReasons({ parts }: Reckoned): Reason[] {
  return parts.flatMap((part, at) => {
    const plain = at === 0 && part.unit === 'sessions' && part.need === 1 && part.rhythm.kind !== 'periods'
    const rule = (text: string): Reason => ({ text, about: 'rule', source: part.source })
    const window = part.window === null ? '' : `, from ${on(part.window.from)} to ${on(part.window.to)}`
    const due =
      at > 0 && part.due !== null ? `${part.state === 'overdue' ? '; was due by' : '; due by'} ${on(part.due)}` : ''
    const figure = rule(
      `${at === 0 ? 'Counted' : sentenceCase(part.name)}: ${number(part.have)} of ${amountWords(part.need, part.unit)}${window}${due}.`,
    )
    const missed = part.missed
      .slice(-many)
      .map((one) =>
        rule(
          `Missed from ${on(one.from)} to ${on(one.to)}: ${number(one.have)} of ${amountWords(one.need, part.unit)}.`,
        ),
      )
    const earlier = part.missed.length - missed.length
    if (earlier > 0) missed.push(rule(`Missed before that: ${earlier} ${earlier === 1 ? 'period' : 'periods'}.`))
    return plain ? [] : [figure, ...missed]
  })
}

const number = (value: number): string => String(Math.round(value * 100) / 100)
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function hoursReasons({ requirement }: Reckoning, { hours, parts }: Reckoned): Reason[] {
  const fullTime = requirement.partTime?.fullTime ?? 0
  if (hours === null || hours >= fullTime || parts.length === 0) return []
  return [
    { text: `Reckoned for ${number(hours)} of ${fullTime} hours a week.`, about: 'person', source: requirement.source },
  ]
}

function excusalReasons({ requirement, facts, excused }: Reckoning, reckoned: Reckoned, day: number): Reason[] {
  const since = reckoned.last ?? reckoned.start ?? day
  const accepted = excused.filter((one) => one.from <= day && one.to > since && one !== reckoned.excusedBy)
  const reasons = accepted.map((one): Reason => {
    const days = excusedDaysIn({ from: since + 1, to: Math.min(one.to, day) }, [one], day, [one.excusal.how])
    const acts = {
      extend: `moves the due date by ${days} ${days === 1 ? 'day' : 'days'}`,
      skip: 'excuses the periods it mostly covers',
      reduce: 'lessens what is needed',
      excuse: 'excuses while it lasts',
    }
    return {
      text: `${sentenceCase(spanWords(one.absence))} ${acts[one.excusal.how]}.`,
      about: 'excusal',
      source: one.excusal.source ?? requirement.source,
    }
  })
  const refused = facts.absences
    .filter((one) => one.from <= day && one.to > since && !excused.some((other) => other.absence === one))
    .sort(inOrder)
  return [
    ...reasons,
    ...refused.slice(-many).map(
      (one): Reason => ({
        text: `${sentenceCase(spanWords(one))} is not an excuse under this rule.`,
        about: 'excusal',
        source: requirement.source,
      }),
    ),
  ]
}

function spanWords(absence: Absence): string {
  const end = Number.isFinite(absence.to) ? ` to ${on(absence.to)}` : ', no end yet'
  const approved = absence.approvedBy === null ? '' : `, approved by ${absence.approvedBy}`
  return `${absence.kind.replace(/[-_]/g, ' ')} from ${on(absence.from)}${end}${approved}`
}

function evidenceReasons(requirement: Requirement, { sessions, parts, last }: Reckoned): Reason[] {
  const opens = parts[0]?.window?.from ?? last ?? Number.NEGATIVE_INFINITY
  const recent = sessions.filter((one) => one.day >= opens)
  const notCounted = recent.filter((one) => one.why !== null).slice(-many)
  return notCounted.map((one): Reason => {
    const verb = one.sessions > 0 || one.minutes > 0 ? 'does not count in full' : 'does not count'
    return { text: `The session on ${on(one.day)} ${verb}: ${one.why}.`, about: 'evidence', source: requirement.source }
  })
}
