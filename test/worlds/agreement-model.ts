// Agreements as a model as simple as can be, for tests: papers between people, by number, with what may be done to each. It knows
// days and nothing of the program's code.
import fc from 'fast-check'

export type Step = {
  readonly what: 'adapt' | 'close' | 'reopen' | 'sign' | 'withdraw' | 'renew' | 'end' | 'join' | 'leave'
  readonly by: number
  /** Which paper, counted back from the newest. */
  readonly back: number
  /** Who joins or leaves. */
  readonly who: number
  /** For signing: an old text, or minutes since who one is was said. */
  readonly oldText: boolean
  readonly minutes: number
  /** Days that pass before it. */
  readonly days: number
}

const anyStep = fc.record<Step>({
  what: fc.constantFrom(
    'adapt',
    'close',
    'close',
    'reopen',
    'sign',
    'sign',
    'sign',
    'sign',
    'withdraw',
    'renew',
    'renew',
    'end',
    'join',
    'leave',
  ),
  by: fc.constantFrom(0, 1, 0, 1, 2, 3),
  back: fc.constantFrom(0, 0, 0, 1, 2),
  who: fc.constantFrom(1, 2, 3),
  oldText: fc.constantFrom(false, false, false, false, false, true),
  minutes: fc.constantFrom(0, 0, 0, 4, 5, 60),
  days: fc.constantFrom(0, 0, 0, 0, 1, 30, 200, 340, 366),
})

/** What people mostly do: close the newest and sign it, one after the other. */
const agreed = fc.constantFrom(0, 1, 300, 340, 366).map((days): readonly Step[] => {
  const step = { back: 0, who: 1, oldText: false, minutes: 0, days: 0 }
  const signed = [0, 1, 2, 3].map((by): Step => ({ ...step, what: 'sign', by }))
  return [{ ...step, what: 'close', by: 0, days }, ...signed]
})
const renewedAndAgreed = agreed.map((steps): readonly Step[] => [
  { what: 'renew', by: 0, back: 0, who: 1, oldText: false, minutes: 0, days: 0 },
  ...steps,
])

/** Sequences of steps, long enough that some agreements are signed, renewed and ended in them. */
export const anySteps = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: anyStep.map((step): readonly Step[] => [step]) },
      { weight: 2, arbitrary: agreed },
      { weight: 2, arbitrary: renewedAndAgreed },
    ),
    { minLength: 3, maxLength: 14, size: 'max' },
  )
  .map((parts): readonly Step[] => parts.flat())

export type Paper = {
  readonly parties: readonly number[]
  readonly text: number
  readonly state: 'adapting' | 'signing' | 'signed' | 'ended' | 'withdrawn' | 'replaced'
  readonly signed: readonly number[]
  readonly from: string | null
  readonly until: string | null
  readonly termUntil: string | null
  readonly follows: number | null
}
export type Model = { readonly kind: 'two' | 'set'; readonly day: string; readonly papers: readonly Paper[] }

const freshPaper = { text: 1, state: 'adapting', signed: [], from: null, until: null, termUntil: null } as const

/** One paper, being written: of two, or of a set of three whom person 0 facilitates. */
export const beginning = (kind: Model['kind'], day: string): Model => ({
  kind,
  day,
  papers: [{ ...freshPaper, parties: kind === 'two' ? [0, 1] : [0, 1, 2], follows: null }],
})

/** The same date a year later; of 29 February, 1 March. */
export function yearLater(day: string): string {
  const year = Number(day.slice(0, 4)) + 1
  const isLeap = year % 4 === 0
  return day.endsWith('02-29') && !isLeap ? `${year}-03-01` : `${year}${day.slice(4)}`
}

/** The number of the paper that a step is about. */
export const paperOf = (model: Model, { back }: Pick<Step, 'back'>): number =>
  Math.max(0, model.papers.length - 1 - back)

/** What becomes of the model; null when the step is refused. */
export function stepped(model: Model, step: Step): Model | null {
  const at = paperOf(model, step)
  const paper = model.papers[at]
  if (!paper) return null
  if (step.what === 'join' || step.what === 'leave') return otherPeople(model, at, step)
  if (step.what === 'renew') return renewed(model, at, step)
  if (step.what === 'end') return ended(model, at, step)
  const next = own(model, paper, step)
  if (!next) return null
  const changed = { ...model, papers: model.papers.map((one, index) => (index === at ? next : one)) }
  return next.state === 'signed' ? inForce(changed, at) : changed
}

function own({ kind }: Model, paper: Paper, { what, by, oldText, minutes }: Step): Paper | null {
  if (!paper.parties.includes(by)) return null
  const leads = kind === 'two' || by === 0
  const open = paper.state === 'adapting' || paper.state === 'signing'
  if (what === 'adapt') return paper.state === 'adapting' ? { ...paper, text: paper.text + 1 } : null
  if (what === 'close') return paper.state === 'adapting' && leads ? { ...paper, state: 'signing' } : null
  if (what === 'reopen') return paper.state === 'signing' ? { ...paper, state: 'adapting', signed: [] } : null
  if (what === 'withdraw') return open && leads ? { ...paper, state: 'withdrawn', signed: [] } : null
  if (paper.state !== 'signing' || paper.signed.includes(by) || oldText || minutes >= 5) return null
  const signed = [...paper.signed, by]
  return { ...paper, signed, state: signed.length === paper.parties.length ? 'signed' : 'signing' }
}

/** The last signature: from today, or from when the one before runs out if that is between the same people. */
function inForce(model: Model, at: number): Model {
  const paper = model.papers[at] as Paper
  const earlier = paper.follows === null ? undefined : model.papers[paper.follows]
  const renews =
    earlier && same(earlier.parties, paper.parties) && hasDays(earlier) && (earlier.until ?? '') > model.day
  const from = renews ? (earlier.until as string) : model.day
  const papers = cut(model.papers, from).map((one, index): Paper => {
    if (index === at) return { ...one, from, until: yearLater(from), termUntil: yearLater(from) }
    return index === paper.follows && one.state === 'signed' ? { ...one, state: 'replaced' } : one
  })
  return { ...model, papers }
}

const hasDays = ({ from, until }: Paper): boolean => from !== null && until !== null && from < until

/** Nothing of what was holds from a day on; what had not begun never does. */
const cut = (papers: readonly Paper[], day: string): readonly Paper[] =>
  papers.map((one) => {
    if (one.from === null || one.until === null || one.until <= day) return one
    return { ...one, until: one.from > day ? one.from : day }
  })

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
const followerOf = ({ papers }: Model, at: number): number =>
  papers.findIndex((one) => one.follows === at && one.state !== 'withdrawn')
const isOpen = ({ state }: Paper): boolean => state === 'adapting' || state === 'signing'

function renewed(model: Model, at: number, { by }: Step): Model | null {
  const paper = model.papers[at] as Paper
  const leads = model.kind === 'two' || by === 0
  const open = model.papers.some((one) => isOpen(one) && same(one.parties, paper.parties))
  if (!leads || !paper.parties.includes(by) || isOpen(paper) || paper.state === 'withdrawn' || open) return null
  if (followerOf(model, at) >= 0) return null
  return { ...model, papers: [...model.papers, { ...freshPaper, parties: paper.parties, follows: at }] }
}

function ended(model: Model, at: number, step: Step): Model | null {
  const paper = model.papers[at] as Paper
  const later = followerOf(model, at)
  if (paper.state === 'replaced' && later >= 0) return ended(model, later, step)
  if (paper.state !== 'signed' || !paper.parties.includes(step.by) || (paper.until ?? '') <= model.day) return null
  return {
    ...model,
    papers: cut(model.papers, model.day).map((one, index) => (index === at ? { ...one, state: 'ended' } : one)),
  }
}

/** Person 0 names other people: what is open is given up, and the next paper follows what was signed. */
function otherPeople(model: Model, at: number, { what, by, who }: Step): Model | null {
  let newest = at
  while (!isOpen(model.papers[newest] as Paper) && followerOf(model, newest) >= 0) newest = followerOf(model, newest)
  const paper = model.papers[newest] as Paper
  const wanted = what === 'join' ? [...paper.parties, who] : paper.parties.filter((one) => one !== who)
  const is = paper.parties.includes(who)
  if (model.kind === 'two' || by !== 0 || is === (what === 'join') || wanted.length < 2) return null
  if (paper.state === 'withdrawn') return null
  const papers = [...model.papers]
  if (isOpen(paper)) papers[newest] = { ...paper, state: 'withdrawn', signed: [] }
  const follows = isOpen(paper) ? paper.follows : newest
  return { ...model, papers: [...papers, { ...freshPaper, parties: wanted, follows }] }
}

/** Which papers hold on the model's day. */
export const holding = ({ papers, day }: Model): readonly number[] =>
  papers.flatMap(({ from, until }, at) => (from !== null && until !== null && from <= day && day < until ? [at] : []))
