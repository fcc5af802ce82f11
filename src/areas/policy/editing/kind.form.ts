// A kind of supervision of a draft as a form: its usual length, how large a group may be, and who books again by when.
import { choice, number, text } from '../../../design/index.ts'
import { changed, type Editor, opened, sameValue } from './editor.form.ts'
import { intervalSaid, lengthOfTime } from './plain-parts.form.ts'

const rebookers = ['whoever cancels', 'supervisor', 'supervisee', 'facilitator'] as const
const rebookerWords = {
  'whoever cancels': 'Whoever cancels',
  supervisor: 'The supervisor',
  supervisee: 'The supervisee',
  facilitator: 'The facilitator',
}

const fields = {
  usualLength: number({ label: 'Usual length', suffix: 'minutes', min: 5, max: 1440, optional: true }),
  smallest: number({ label: 'Smallest group', suffix: 'people', min: 1, max: 1000, optional: true }),
  largest: number({ label: 'Largest group', suffix: 'people', min: 1, max: 1000, optional: true }),
  by: choice({
    label: 'Who books a cancelled session again',
    options: [
      ...rebookers.map((value) => ({ value, label: rebookerWords[value] })),
      { value: 'nobody', label: 'No rule', divider: 'or' },
    ],
  }),
  within: text({
    label: 'Within how long of the cancelled date',
    hint: 'For example 1 month.',
    width: 20,
    optional: true,
    pattern: lengthOfTime,
  }),
  priority: choice({
    label: 'Priority',
    options: [
      { value: 'high', label: 'High' },
      { value: 'normal', label: 'Normal' },
    ],
    inline: true,
    optional: true,
  }),
  notice: text({
    label: 'Shortest notice for cancelling',
    hint: 'For example 2 days.',
    width: 20,
    optional: true,
    pattern: lengthOfTime,
  }),
}

export const kind: Editor = {
  title: 'Kinds of supervision',
  items: (pack) => pack.types.map(({ key, name }) => ({ key, name })),
  open: (pack, itemKey) => {
    const at = pack.types.findIndex((type) => type.key === itemKey)
    const type = pack.types[at]
    if (!type) return null
    const now = type.rebooking
    const said = {
      by: now?.by,
      within: intervalSaid(now?.within),
      priority: now?.priority,
      notice: intervalSaid(now?.notice),
    }
    return opened({
      heading: type.name,
      fields,
      groups: [
        { heading: 'Length and groups', fields: ['usualLength', 'smallest', 'largest'] },
        { heading: 'When a session is cancelled', fields: ['by', 'within', 'priority', 'notice'] },
      ],
      values: {
        usualLength: type.usualLength ?? null,
        smallest: type.group?.smallest ?? null,
        largest: type.group?.largest ?? null,
        by: now?.by ?? 'nobody',
        within: said.within,
        priority: now?.priority ?? null,
        notice: said.notice,
      },
      check: ({ smallest, largest }) =>
        smallest !== null && largest !== null && smallest > largest
          ? [{ field: 'largest', message: 'The largest group must not be smaller than the smallest' }]
          : [],
      edits: (value) => {
        const path = ['types', at] as const
        const { smallest: _, largest: __, ...otherGroup } = type.group ?? {}
        const group = { ...kept({ smallest: value.smallest, largest: value.largest }), ...otherGroup }
        const by = value.by === 'nobody' ? null : value.by
        const rule = kept({ by, within: value.within, priority: value.priority, notice: value.notice })
        const before = now ? kept(said) : null
        const after = by === null ? null : rule
        return [
          ...changed([...path, 'usualLength'], type.usualLength, value.usualLength),
          ...changed([...path, 'group'], type.group, Object.keys(group).length > 0 ? group : null),
          ...(sameValue(before, after)
            ? []
            : changed(
                [...path, 'rebooking'],
                now,
                after && { ...after, ...(now?.source ? { source: now.source } : {}) },
              )),
        ]
      },
      paths: {
        smallest: ['types', at, 'group', 'smallest'],
        largest: ['types', at, 'group'],
        within: ['types', at, 'rebooking'],
      },
    })
  },
}

/** Only what was said. */
const kept = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
