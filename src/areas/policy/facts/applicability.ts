// When a requirement is a person's: the stretches of time in which their post (with what they hold) meets its
// condition, joined into runs without a gap. A run's start is where first due dates and steps count from.
import { type Day, numberOfDay } from '../../../platform/time/day.ts'
import type { Requirement } from '../rule/requirement.ts'
import { meets } from '../rule/test-of-facts.ts'
import { type DatedSpan, type Facts, type Holding, type Post, personSubject } from './person-facts.ts'

/** A time in which nothing about the person's posts changes that matters here. `hours`: of all posts that match; null is full time. */
export type Stretch = DatedSpan & { readonly hours: number | null; readonly post: Post }
/** Stretches without a day between them. */
export type Run = DatedSpan & { readonly stretches: readonly Stretch[] }

/** The stretches in which the requirement's condition is met, in order of time, whatever the rule's own dates. */
export function stretchesOf(requirement: Requirement, facts: Facts): Stretch[] {
  const held = requirement.appliesTo === null ? [] : facts.holdings
  const cuts = cutsOf([...facts.posts, ...held])
  const stretches: Stretch[] = []
  for (let at = 0; at < cuts.length; at++) {
    const from = cuts[at]!
    const to = (cuts[at + 1] ?? Number.POSITIVE_INFINITY) - 1
    const posts = postsMatching(requirement, facts.posts, held, from)
    const post = posts[0]
    if (!post) continue
    const hours = posts.some((one) => one.hours === null) ? null : posts.reduce((sum, one) => sum + (one.hours ?? 0), 0)
    const last = stretches.at(-1)
    if (last && last.to === from - 1 && last.hours === hours && last.post === post)
      stretches[stretches.length - 1] = { ...last, to }
    else stretches.push({ from, to, hours, post })
  }
  return stretches
}

function cutsOf(spans: readonly DatedSpan[]): number[] {
  const cuts = new Set<number>()
  for (const span of spans) {
    cuts.add(span.from)
    if (Number.isFinite(span.to)) cuts.add(span.to + 1)
  }
  return [...cuts].sort((one, other) => one - other)
}

function postsMatching(
  requirement: Requirement,
  posts: readonly Post[],
  holdings: readonly Holding[],
  day: number,
): Post[] {
  const held = holdings.filter((one) => one.from <= day && day <= one.to)
  const current = posts.filter((post) => post.from <= day && day <= post.to)
  const matching = current.filter((post) => meets(requirement.appliesTo, personSubject(post, held)))
  return matching.length < 2
    ? matching
    : matching.sort((one, other) => one.from - other.from || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

/** Runs of stretches known on a day: those that began by then. */
export function runsOf(stretches: readonly Stretch[], known: number): Run[] {
  const runs: { from: number; to: number; stretches: Stretch[] }[] = []
  for (const stretch of stretches) {
    if (stretch.from > known) break
    const last = runs.at(-1)
    if (last && last.to >= stretch.from - 1) {
      last.to = stretch.to
      last.stretches.push(stretch)
    } else runs.push({ from: stretch.from, to: stretch.to, stretches: [stretch] })
  }
  return runs
}

/** Where a person's time is reckoned from, for steps and for periods that count from a start. */
export function startOf(requirement: Requirement, facts: Facts, run: Run, origin: Requirement['since']): number {
  if (typeof origin === 'string') return numberOfDay(origin as Day)
  if (origin.start === 'obligation') return begunOn(facts, run)
  if (origin.start === 'post') return postStart(facts, run.stretches.at(-1)!)
  if (origin.start === 'registration')
    return earliest(facts.holdings.filter((one) => one.what === 'registration' && one.to >= run.from)) ?? run.from
  if (origin.start === 'role') return roleStart(requirement, facts, run)
  return unbroken(facts.posts, run.from)
}

/** When a run truly began: earlier than what is known of it when its post had begun before and nothing else is known of that time. */
export function begunOn(facts: Facts, run: Run): number {
  const started = run.stretches[0]?.post.started ?? run.from
  if (started >= run.from) return run.from
  return facts.posts.some((post) => post.from < run.from && post.to >= run.from - 1) ? run.from : started
}

const earliest = (spans: readonly DatedSpan[]): number | undefined =>
  spans.length === 0 ? undefined : Math.min(...spans.map((span) => span.from))

/** The beginning of the post, back through spans that only continue it in the same staff group and unit. */
function postStart(facts: Facts, stretch: Stretch): number {
  const post = stretch.post
  if (post.started !== null) return post.started
  const same = facts.posts.filter(
    (one) => one.units[0] === post.units[0] && one.staffGroups.join() === post.staffGroups.join(),
  )
  return unbroken(same, stretch.from)
}

function roleStart(requirement: Requirement, facts: Facts, run: Run): number {
  const roles = facts.holdings.filter((one) => one.what === 'role' && one.from <= run.from && run.from <= one.to)
  return earliest(roles) ?? startOf(requirement, facts, run, { start: 'post' })
}

/** How far back spans follow each other without a gap from a day. */
function unbroken(spans: readonly DatedSpan[], day: number): number {
  let start = day
  for (const span of [...spans].sort((one, other) => other.from - one.from)) {
    if (span.from <= start && span.to >= start - 1) start = span.from
  }
  return start
}
