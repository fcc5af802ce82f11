// The advice desk's hours must lie the right way round and not overlap; the calendar must not add and remove one day;
// the review comes after the issue; and every source an item cites is one that the pack lists (SPEC 2.1, 8.1).
import type { ShapeFault } from '../../../platform/schema.ts'
import { bankHolidaysOf } from '../../../platform/time/bank-holidays.ts'
import type { PolicyPack } from '../pack/pack.ts'
import type { Path } from './known-keys.ts'
import { doubled } from './known-keys.ts'

type Hours = { readonly from: string; readonly to: string }

/** Faults of hours that end before they begin, overlap, or are never reached. */
export function deskFaults({ adviceDesk, calendar }: PolicyPack): ShapeFault[] {
  const faults: ShapeFault[] = []
  if (adviceDesk) {
    for (const [day, open] of Object.entries(adviceDesk.hours))
      if (open !== undefined && open !== 'closed')
        faults.push(
          ...hoursFaults(Array.isArray(open) ? open : [open], ['adviceDesk', 'hours', day], Array.isArray(open)),
        )
    if (Object.values(adviceDesk.hours).every((open) => open === undefined || open === 'closed'))
      faults.push({ path: ['adviceDesk', 'hours'], message: 'The desk is never open.' })
    if (typeof adviceDesk.bankHolidays === 'object')
      faults.push(...hoursFaults([adviceDesk.bankHolidays], ['adviceDesk', 'bankHolidays'], false))
    faults.push(...doubled(adviceDesk.otherwise, ['adviceDesk', 'otherwise']))
  }
  const added = (calendar?.add ?? []).map((one) => one.day)
  for (const [at, day] of added.entries())
    if (added.indexOf(day) !== at) faults.push({ path: ['calendar', 'add', at], message: `${day} is added twice.` })
  for (const [at, day] of (calendar?.remove ?? []).entries()) {
    const path = ['calendar', 'remove', at]
    if (added.includes(day)) faults.push({ path, message: `${day} is both added and removed.` })
    else if (!bankHolidaysOf(Number(day.slice(0, 4))).some((one) => one.day === day))
      faults.push({ path, message: `${day} is no bank holiday, so there is nothing to remove.` })
  }
  return faults
}

function hoursFaults(list: readonly Hours[], path: Path, numbered: boolean): ShapeFault[] {
  return list.flatMap((hours, at): ShapeFault[] => {
    const here = numbered ? [...path, at] : path
    if (hours.to <= hours.from)
      return [
        {
          path: [...here, 'to'],
          message: `These hours end (${hours.to}) before they begin (${hours.from}). Split hours over midnight in two; the end of a day is 24:00.`,
        },
      ]
    const clash = list.slice(0, at).some((other) => hours.from < other.to && other.from < hours.to)
    return clash ? [{ path: here, message: 'These hours overlap the ones above.' }] : []
  })
}

/** Faults of the pack's own dates and of sources that it does not list. */
export function identityFaults(pack: PolicyPack): ShapeFault[] {
  const faults: ShapeFault[] =
    pack.review > pack.issued ? [] : [{ path: ['review'], message: 'The review date is not after the date of issue.' }]
  const sources = new Set(pack.sources.map((one) => one.key))
  return [...faults, ...sourceFaults(pack, sources, [])]
}

/** Every “source” begins with the key of a listed source, or is “own”. */
function sourceFaults(value: unknown, sources: ReadonlySet<string>, path: Path): ShapeFault[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (key !== 'source' || typeof inner !== 'string') return sourceFaults(inner, sources, here)
    const [first = ''] = inner.split(/[\s,;:]+/)
    if (first === 'own' || sources.has(first)) return []
    return [
      {
        path: here,
        message: `“${first}” is not among the pack’s sources (${[...sources].join(', ')}); begin with one of them, or say “own”.`,
      },
    ]
  })
}
