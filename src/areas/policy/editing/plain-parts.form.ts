// The parts of a draft that are plain fields: who owns it and when it is reviewed, targets, bank holidays.
import { date, text } from '../../../design/index.ts'
import { intervalOf, isTime } from '../rule/interval.ts'
import { spaced } from '../reading/compare.ts'
import { changed, type Editor, opened } from './editor.form.ts'

/** A length of time as its author wrote it, or in words. */
export function intervalSaid(written: unknown): string | null {
  if (written === undefined || written === null) return null
  if (typeof written !== 'object') return String(written)
  const [unit, count] = Object.entries(written as Record<string, number>)[0] ?? ['', '']
  return `${count} ${spaced(unit).toLowerCase()}`
}

/** What a length of time must look like, for a field's `pattern`. */
export const lengthOfTime = {
  is: { test: (typed: string) => isLengthOfTime(typed) },
  otherwise: 'Say a length of time, such as 3 months or 6 weeks',
}
const isLengthOfTime = (typed: string): boolean => {
  const interval = intervalOf(typed)
  return interval !== null && isTime(interval)
}

export const particulars: Editor = {
  title: 'Owner, dates and review',
  open: (pack) =>
    opened({
      heading: 'Owner, dates and review',
      fields: {
        name: text({ label: 'Name of the policy', max: 300 }),
        version: text({ label: 'Version', hint: 'What people call it: 2, or 2.1.', max: 40, width: 10 }),
        owner: text({ label: 'Owner', hint: 'The role or the group that looks after this policy.', max: 300 }),
        approvedBy: text({ label: 'Approved by', max: 300, optional: true }),
        contact: text({ label: 'Who answers questions about it', max: 300, optional: true }),
        issued: date({ label: 'Issued on' }),
        review: date({ label: 'To be reviewed by' }),
        reviewWarning: text({
          label: 'How long before that the review shows',
          hint: 'For example 3 months.',
          width: 20,
          optional: true,
          pattern: lengthOfTime,
        }),
      },
      values: { ...pack, version: String(pack.version), reviewWarning: intervalSaid(pack.reviewWarning) },
      check: ({ issued, review }) =>
        review <= issued ? [{ field: 'review', message: 'The review must be after the day of issue' }] : [],
      edits: (value) => [
        ...changed(['version'], String(pack.version), value.version),
        ...(['name', 'owner', 'approvedBy', 'contact', 'issued', 'review'] as const).flatMap((key) =>
          changed([key], pack[key], value[key]),
        ),
        ...changed(['reviewWarning'], intervalSaid(pack.reviewWarning), value.reviewWarning),
      ],
      paths: { version: ['version'], review: ['review'] },
    }),
}

export const targets: Editor = {
  title: 'Targets',
  open: (pack) => {
    const all = pack.targets ?? []
    if (all.length === 0) return null
    return opened({
      heading: 'Targets',
      hint: 'Figures on the dashboards are held against these. Say a share, such as 95%, or a length of time.',
      fields: Object.fromEntries(
        all.map((target, at) => [
          `target-${at}`,
          text({
            label: target.name,
            called: `target for “${target.name}”`,
            width: 10,
            pattern: {
              is: { test: (typed: string) => /^\d{1,3}(\.\d+)?\s*%$/.test(typed) || isLengthOfTime(typed) },
              otherwise: 'Say a share, such as 95%, or a length of time, such as 5 days',
            },
          }),
        ]),
      ),
      values: Object.fromEntries(all.map((target, at) => [`target-${at}`, intervalSaid(target.atLeast) ?? ''])),
      check: (value) =>
        Object.entries(value).flatMap(([field, share]) =>
          Number.parseFloat(share) > 100 && share.endsWith('%') ? [{ field, message: 'A share is at most 100%' }] : [],
        ),
      edits: (value) =>
        all.flatMap((target, at) =>
          changed(['targets', at, 'atLeast'], intervalSaid(target.atLeast), value[`target-${at}`]),
        ),
      paths: Object.fromEntries(all.map((_, at) => [`target-${at}`, ['targets', at]])),
    })
  },
}

const empty = 3

export const bankHolidays: Editor = {
  title: 'Bank holidays',
  open: (pack) => {
    const added = pack.calendar?.add ?? []
    const rows = [...added, ...Array.from({ length: empty }, () => null)]
    return opened({
      heading: 'More bank holidays',
      hint: 'The usual bank holidays of England are known. Add those that come once, such as a coronation. Clear both boxes to take one out.',
      fields: Object.fromEntries(
        rows.flatMap((_, at) => [
          [`day-${at}`, date({ label: `Day ${at + 1}`, optional: true })],
          [`name-${at}`, text({ label: `Name of day ${at + 1}`, optional: true, max: 300 })],
        ]),
      ),
      values: Object.fromEntries(
        added.flatMap((one, at) => [
          [`day-${at}`, one.day],
          [`name-${at}`, one.name],
        ]),
      ),
      groups: rows.map((row, at) => ({ heading: row?.name ?? 'Another one', fields: [`day-${at}`, `name-${at}`] })),
      check: (value) =>
        rows.flatMap((_, at) => {
          const [day, name] = [value[`day-${at}`], value[`name-${at}`]]
          if (day && !name) return [{ field: `name-${at}`, message: 'Say what this day is called' }]
          return name && !day ? [{ field: `day-${at}`, message: `Enter the day of ${name}` }] : []
        }),
      edits: (value) => {
        const kept = rows.flatMap((_, at) => {
          const [day, name] = [value[`day-${at}`], value[`name-${at}`]]
          return day && name ? [{ day, name }] : []
        })
        if (JSON.stringify(kept) === JSON.stringify(added)) return []
        if (!pack.calendar) return [{ path: ['calendar'], value: { region: 'England', add: kept } }]
        return [{ path: ['calendar', 'add'], value: kept.length === 0 ? undefined : kept }]
      },
    })
  },
}
