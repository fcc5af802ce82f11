// The parts of an obligation on a day: the need itself and each of its quotas, each reckoned in its own way. The
// whole stands no better than its worst part.
import type { Amount } from '../rule/amount.ts'
import type { Quota, Rhythm, Step } from '../rule/requirement.ts'
import { type Credited, tallyOf } from '../facts/credit.ts'
import { periodicStanding, sameStep } from './periodic.ts'
import { type Rolling, rollingStanding } from './rolling.ts'
import { neverBefore, type Situation, type Standing, soonOf } from './standing.ts'
import { after } from '../facts/windows.ts'

/** How the need stands, then each quota of the step that holds on the day; null when the step asks for nothing countable. */
export function standingsOf(at: Situation): Standing[] | null {
  const here = sameStep(at.segments, at.day)
  if (!here || here.step.rhythm === null) return null
  const main = mainStanding(here.step, here.step.rhythm, at, here)
  if (!main) return null
  const quotas = here.step.quotas.map((quota) => quotaStanding(quota, here.step, main, at, here))
  return [main, ...quotas.filter((one) => one !== null)]
}

type Here = { readonly from: number; readonly until: number }

function mainStanding(step: Step, rhythm: Rhythm, at: Situation, here: Here): Standing | null {
  const { name, source } = at.requirement
  if (rhythm.kind === 'once') return onceStanding(step, rhythm, at)
  if (rhythm.kind === 'periods') {
    const need = step.need
    return periodicStanding(
      {
        key: step,
        name,
        source,
        sessions: at.sessions,
        need,
        rhythm,
        caps: step.caps,
        step,
        ...bounds(at, here),
        isMain: true,
        scaled: true,
      },
      at,
    )
  }
  const asks = (one: Step) =>
    one.rhythm?.kind === 'rolling'
      ? {
          rhythm: averaged(one.rhythm, at),
          need: one.need.count * timesAveraged(one.rhythm, at),
          unit: one.need.unit,
          caps: one.caps,
        }
      : null
  return rollingStanding({ name, source, sessions: at.sessions, scaled: true, asks }, at)
}

/** Periods before the rule itself began are nobody's. */
const bounds = (at: Situation, here: Here): Here => ({
  from: Math.max(here.from, at.requirement.from),
  until: Math.min(here.until, at.requirement.until),
})

function onceStanding(step: Step, rhythm: Rhythm, at: Situation): Standing {
  const have = tallyOf(at.sessions, step.need.unit)
  const due = have >= step.need.count ? null : Math.max(neverBefore(at), at.firstDue ?? at.start)
  const soon = due === null ? null : soonOf(due, step, 28)
  const state = due === null ? 'met' : at.day > due ? 'overdue' : at.day >= (soon ?? due) ? 'due soon' : 'met'
  const next = Math.min(...[soon ?? 0, (due ?? -1) + 1].filter((day) => day > at.day), Number.POSITIVE_INFINITY)
  return {
    name: at.requirement.name,
    state,
    due,
    soon,
    have,
    need: step.need.count,
    unit: step.need.unit,
    window: null,
    missed: [],
    next,
    rhythm,
    source: at.requirement.source,
  }
}

/** "1.5 hours a month, averaged over 3 months", rolling on: 4.5 hours in any 3 months. */
function averaged(rhythm: Rolling, at: Situation): Rolling {
  const over = at.requirement.averagedOver
  return over === null ? rhythm : { ...rhythm, intervals: [over] }
}
function timesAveraged(rhythm: Rolling, at: Situation): number {
  const [over, interval] = [at.requirement.averagedOver, rhythm.intervals[0]]
  if (over === null || !interval) return 1
  const days = (one: { count: number; unit: string }) =>
    one.count * (one.unit === 'month' ? 30.4375 : one.unit === 'week' ? 7 : 1)
  return Math.max(1, Math.round(days(over) / days(interval)))
}

function quotaStanding(quota: Quota, step: Step, main: Standing, at: Situation, here: Here): Standing | null {
  const sessions = at.sessions.filter((one) => at.holds(quota.where, one))
  if (quota.ofEvery !== null) return inARow(quota, quota.ofEvery, sessions, main, at)
  const rhythm = quota.rhythm ?? step.rhythm!
  const need: Amount = quota.need ?? { ...step.need, count: step.need.count * (quota.share ?? 1) }
  const scaled = quota.need === null
  const source = quota.source ?? at.requirement.source
  if (rhythm.kind === 'once') return null
  if (rhythm.kind === 'periods')
    return periodicStanding(
      {
        key: quota,
        name: quota.name,
        source,
        sessions,
        need,
        rhythm,
        caps: [],
        step,
        ...bounds(at, here),
        isMain: false,
        scaled,
      },
      at,
    )
  const asks = (one: Step) => (one === step ? { rhythm, need: need.count, unit: need.unit, caps: [] } : null)
  return rollingStanding({ name: quota.name, source, sessions, scaled, asks }, at)
}

/** "At least 1 of every 4 must be individual": the last 4 are looked at; with none in the last 3 the next one has to be. */
function inARow(quota: Quota, every: number, sessions: readonly Credited[], main: Standing, at: Situation): Standing {
  const need = quota.need?.count ?? Math.ceil(every * (quota.share ?? 1))
  const inLast = (count: number) => {
    const first = at.sessions.at(-count)
    return first === undefined
      ? Number.POSITIVE_INFINITY
      : sessions.filter((one) => at.sessions.indexOf(one) >= at.sessions.length - count).length
  }
  const broken = inLast(every) < need
  const nextMust = !broken && inLast(every - 1) < need
  const due = broken ? at.sessions.at(-1)!.day : nextMust ? main.due : null
  const state = broken
    ? at.day > due!
      ? 'overdue'
      : 'due soon'
    : nextMust && main.state === 'due soon'
      ? 'due soon'
      : 'met'
  const counted = at.sessions.slice(-every)
  const have = counted.filter((one) => sessions.includes(one)).length
  return {
    name: quota.name,
    state,
    due,
    soon: due === null ? null : broken ? due : main.soon,
    have,
    need,
    unit: 'sessions',
    window: counted[0] ? { from: counted[0].day, to: at.day } : null,
    missed: [],
    next: broken && at.day <= due! ? due! + 1 : Number.POSITIVE_INFINITY,
    rhythm: main.rhythm,
    source: quota.source ?? at.requirement.source,
  }
}

/** When a starter's first one is due, and before which day nothing is. */
export function floorsOf(
  at: Pick<Situation, 'requirement' | 'excused' | 'known'>,
  runFrom: number,
  absences: readonly { from: number; to: number }[],
): { floor: number; firstDue: number | null } {
  const { starters, returners, introduction, from } = at.requirement
  let floor =
    Number.isFinite(from) && from > runFrom
      ? introduction
        ? after(from, introduction)
        : from
      : at.requirement.introduced
  if (returners) {
    for (const absence of absences) {
      if (
        absence.from > at.known ||
        !Number.isFinite(absence.to) ||
        absence.to < after(absence.from, returners.after) - 1
      )
        continue
      floor = Math.max(floor, after(absence.to + 1, returners.firstDue))
    }
  }
  const firstDue = starters === null ? null : after(runFrom, starters)
  return { floor, firstDue }
}
