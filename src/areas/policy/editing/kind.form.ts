// A kind of supervision of a draft as a form: what is signed before it, its usual length, how large a group may be, when
// the meeting of a set is closed by itself, and who books again by when.
import { choice, number, text } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { changed, type Editor, type Edits, opened, sameValue } from './editor.form.ts'
import { intervalSaid, lengthOfTime } from './plain-parts.form.ts'

const rebookers = ['whoever cancels', 'supervisor', 'supervisee', 'facilitator'] as const
const rebookerWords = {
  'whoever cancels': 'Whoever cancels',
  supervisor: 'The supervisor',
  supervisee: 'The supervisee',
  facilitator: 'The facilitator',
}

const fields = {
  agreement: choice({
    label: 'What people sign before it is booked',
    called: 'what people sign',
    as: 'select',
  }),
  usualLength: number({ label: 'Usual length', suffix: 'minutes', min: 5, max: 1440, optional: true }),
  closesAfterHours: number({
    label: 'Close a meeting that nobody finished',
    called: 'hours after which a meeting is closed',
    hint: 'So long after its planned end, once everybody has left it. 12 hours when you leave this empty.',
    suffix: 'hours',
    min: 1,
    max: 72,
    optional: true,
  }),
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

/** A session that is no meeting of a set is never left open. */
const { closesAfterHours: _, ...others } = fields
const isSet = (type: Type): boolean => type.format === 'learning set'

type Type = PolicyPack['types'][number]
type Values = {
  readonly agreement: string
  readonly usualLength: number | null
  readonly closesAfterHours?: number | null
  readonly smallest: number | null
  readonly largest: number | null
  readonly by: (typeof rebookers)[number] | 'nobody'
  readonly within: string | null
  readonly priority: 'high' | 'normal' | null
  readonly notice: string | null
}

export const kind: Editor = {
  title: 'Kinds of supervision',
  items: (pack) => pack.types.map(({ key, name }) => ({ key, name })),
  open: (pack, itemKey) => {
    const at = pack.types.findIndex((type) => type.key === itemKey)
    const type = pack.types[at]
    if (!type) return null
    return opened({
      heading: type.name,
      fields: isSet(type) ? fields : others,
      options: {
        agreement: [
          { value: 'none', label: 'Nothing' },
          ...(pack.agreements ?? []).map((one) => ({ value: one.key, label: one.name })),
        ],
      },
      groups: [
        { heading: 'Contract or ground rules', fields: ['agreement'] },
        { heading: 'Length and groups', fields: ['usualLength', 'smallest', 'largest'] },
        ...(isSet(type) ? [{ heading: 'Left open', fields: ['closesAfterHours'] }] : []),
        { heading: 'When a session is cancelled', fields: ['by', 'within', 'priority', 'notice'] },
      ],
      values: valuesOf(type),
      check: ({ smallest, largest }) =>
        smallest !== null && largest !== null && smallest > largest
          ? [{ field: 'largest', message: 'The largest group must not be smaller than the smallest' }]
          : [],
      edits: (value) => kindEdits(type, at, value),
      paths: {
        agreement: ['types', at, 'agreement'],
        smallest: ['types', at, 'group', 'smallest'],
        largest: ['types', at, 'group'],
        closesAfterHours: ['types', at, 'closesAfterHours'],
        within: ['types', at, 'rebooking'],
      },
    })
  },
}

const valuesOf = (type: Type): Values => ({
  agreement: type.agreement,
  usualLength: type.usualLength ?? null,
  closesAfterHours: type.closesAfterHours ?? null,
  smallest: type.group?.smallest ?? null,
  largest: type.group?.largest ?? null,
  by: type.rebooking?.by ?? 'nobody',
  within: intervalSaid(type.rebooking?.within),
  priority: type.rebooking?.priority ?? null,
  notice: intervalSaid(type.rebooking?.notice),
})

function kindEdits(type: Type, at: number, value: Values): Edits {
  const path = ['types', at] as const
  const { smallest: _, largest: __, ...others } = type.group ?? {}
  const group = { ...kept({ smallest: value.smallest, largest: value.largest }), ...others }
  const [before, after] = [ruleOf(valuesOf(type)), ruleOf(value)]
  const source = type.rebooking?.source
  return [
    ...changed([...path, 'agreement'], type.agreement, value.agreement),
    ...(value.agreement === 'none' ? changed([...path, 'agreementTerm'], type.agreementTerm, null) : []),
    ...changed([...path, 'usualLength'], type.usualLength, value.usualLength),
    ...(isSet(type) ? changed([...path, 'closesAfterHours'], type.closesAfterHours, value.closesAfterHours) : []),
    ...changed([...path, 'group'], type.group, Object.keys(group).length > 0 ? group : null),
    ...(sameValue(before, after)
      ? []
      : changed([...path, 'rebooking'], type.rebooking, after && { ...after, ...(source ? { source } : {}) })),
  ]
}

const ruleOf = ({ by, within, priority, notice }: Values) =>
  by === 'nobody' ? null : kept({ by, within, priority, notice })

/** Only what was said. */
const kept = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
