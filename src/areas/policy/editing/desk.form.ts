// The advice desk of a draft as a form: its contact, and for each day of the week when it is open and who answers.
import { email, text, timeOfDay } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { changed, type Edits, type Editor, opened } from './editor.form.ts'
import { type DayHours, hoursOf, weekEdits, weekdayNames } from './desk-week.ts'

type Desk = NonNullable<PolicyPack['adviceDesk']>

export const desk: Editor = {
  title: 'Advice desk',
  open: (pack) => {
    const now = pack.adviceDesk
    if (!now) return null
    const week = hoursOf(now.hours)
    return opened({
      heading: 'Advice desk',
      hint: week.some((day) => day === null)
        ? 'A day with several openings is changed in the whole text.'
        : 'Leave both times empty on days on which the desk is closed. Write names or roles on duty with commas between them.',
      fields: { ...contactFields, ...dayFields(week) },
      groups: [
        { heading: 'How to reach it', fields: Object.keys(contactFields) },
        ...weekdayNames.flatMap((day, at) =>
          week[at] === null ? [] : [{ heading: day, fields: [`from-${at}`, `to-${at}`, `people-${at}`] }],
        ),
      ],
      values: {
        name: now.name,
        phone: now.contact.phone ?? null,
        email: now.contact.email ?? null,
        ...Object.fromEntries(week.flatMap((day, at) => (day ? filledDay(day, at) : []))),
      },
      check: (value) => weekdayNames.flatMap((day, at) => dayFaults(value, day, at)),
      edits: (value) => [...contactEdits(now, value), ...weekEdits(now.hours, typedWeek(value, week))],
      paths: { phone: ['adviceDesk', 'contact', 'phone'], email: ['adviceDesk', 'contact', 'email'] },
    })
  },
}

const contactFields = {
  name: text({ label: 'Name of the desk', max: 300 }),
  phone: text({
    label: 'Phone number',
    width: 20,
    optional: true,
    pattern: { is: /^[+\d][\d ()-]{3,40}$/, otherwise: 'Write a phone number in digits' },
  }),
  email: email({ label: 'E-mail address', optional: true }),
}

const contactEdits = (now: Desk, value: { name: string; phone: string | null; email: string | null }): Edits => [
  ...changed(['adviceDesk', 'name'], now.name, value.name),
  ...changed(['adviceDesk', 'contact', 'phone'], now.contact.phone, value.phone),
  ...changed(['adviceDesk', 'contact', 'email'], now.contact.email, value.email),
]

const dayFields = (week: readonly (DayHours | null)[]) =>
  Object.fromEntries(
    weekdayNames.flatMap((day, at) =>
      week[at] === null
        ? []
        : [
            [`from-${at}`, timeOfDay({ label: 'Opens', called: `opening time on ${day}`, optional: true })],
            [`to-${at}`, timeOfDay({ label: 'Closes', called: `closing time on ${day}`, optional: true })],
            [`people-${at}`, text({ label: 'On duty', optional: true, max: 1000 })],
          ],
    ),
  )

const filledDay = (day: DayHours, at: number): [string, string | null][] => [
  [`from-${at}`, day.from],
  [`to-${at}`, day.to],
  [`people-${at}`, day.people.join(', ') || null],
]

type Values = Readonly<Record<string, unknown>>
const said = (value: Values, name: string): string | null => (value[name] as string | null | undefined) ?? null

function dayFaults(value: Values, day: string, at: number) {
  const [from, to] = [said(value, `from-${at}`), said(value, `to-${at}`)]
  if (from && !to) return [{ field: `to-${at}`, message: `Say when the desk closes on ${day}` }]
  if (to && !from) return [{ field: `from-${at}`, message: `Say when the desk opens on ${day}` }]
  return from && to && to <= from ? [{ field: `to-${at}`, message: `On ${day} the desk closes before it opens` }] : []
}

const typedWeek = (value: Values, week: readonly (DayHours | null)[]): readonly (DayHours | null)[] =>
  week.map((day, at) =>
    day === null
      ? null
      : {
          from: said(value, `from-${at}`),
          to: said(value, `to-${at}`),
          people: (said(value, `people-${at}`) ?? '')
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        },
  )
