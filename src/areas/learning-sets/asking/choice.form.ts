// Choosing topics and making groups anew: forms with a field for each topic, or each person.
import { type Id } from '../../../platform/ids.ts'
import { type Moment } from '../../../platform/time/moment.ts'
import type { AskedReading, Sent } from './asked.form.ts'
import { choiceForm, groupName, groupsForm, minutesName, placeName } from './deeds.form.ts'
import type { MeetingShown } from './shown.view.ts'
import { aboutTopic } from './words.view.ts'

type Placed = { readonly topic: Id<'topic'>; readonly place: number; readonly minutes: number | null }

/** The form for choosing as the page shows it now. */
export const choiceFormOf = (shown: MeetingShown) => {
  const { topicsToChoose, mostTopics, begun } = shown
  const topics = topicsToChoose.map((topic) => ({ words: topic.words, about: aboutTopic(shown, topic) }))
  return choiceForm(topics, { most: mostTopics, begun: begun.length })
}

/** What the set has chosen: in the order of the places; the minutes that are left go evenly to those without. */
export function choiceAsked(sent: Sent, shownAt: Moment | null): AskedReading {
  const { shown, form: typed } = sent
  const form = choiceFormOf(shown)
  const reading = form.read(typed, { today: shown.today })
  if (!reading.ok) return { ok: false, state: reading }
  const value = reading.value as Readonly<Record<string, string | number | null>>
  const placed = shown.topicsToChoose.flatMap(({ id }, at): Placed[] => {
    const place = Number(value[placeName(at)] ?? 0)
    const minutes = value[minutesName(at)]
    return place > 0 ? [{ topic: id, place, minutes: typeof minutes === 'number' ? minutes : null }] : []
  })
  const refused = ({ reason, field }: { reason: string; field?: string }) =>
    form.refused(typed, { reason, field: fieldOf(shown, placed, field) })
  const twice = placed.some((one) => placed.some((other) => other !== one && other.place === one.place))
  if (twice) return { ok: false, state: refused({ reason: 'Give each topic a place of its own', field: 'topics' }) }
  const takesNone = shown.topicsToChoose.length === 0 || wordsOfChoice(typed) !== null
  if (placed.length === 0 && !takesNone) return { ok: false, state: refused({ reason: takeOne, field: 'topics' }) }
  return { ok: true, refused, asked: { type: 'choose topics', ...chosen(sent, placed), shownAt: shownAt ?? shown.now } }
}

function chosen({ shown, form }: Sent, placed: readonly Placed[]) {
  const inOrder = placed.toSorted((a, b) => a.place - b.place)
  const given = inOrder.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const open = inOrder.filter((one) => one.minutes === null)
  const there = minutesShown(form.there)
  const shares = shareEvenly((there ?? shown.view.facilitating?.minutesForTopics ?? 0) - given, open.length)
  const topics = inOrder.map(({ topic, minutes }) => ({ topic, minutes: minutes ?? shares.shift() ?? 0 }))
  return {
    topics: [...shown.begun, ...topics],
    how: form.how === 'votes' ? ('votes' as const) : ('agreement' as const),
    words: wordsOfChoice(form),
  }
}

const takeOne = 'Choose the topic that comes first, or say below why you take none'

const wordsOfChoice = (form: Sent['form']): string | null =>
  typeof form['choice-words'] === 'string' ? form['choice-words'].trim() || null : null

/** The minutes there were when the page was shown. */
const minutesShown = (typed: string | readonly string[] | undefined): number | null =>
  typeof typed === 'string' && /^\d{1,4}$/.test(typed) ? Number(typed) : null

/** Whole minutes that add up; the first have one more where it does not divide. */
export function shareEvenly(minutes: number, among: number): number[] {
  const left = Math.max(0, minutes)
  return Array.from({ length: among }, (_, at) => Math.floor(left / among) + (at < left % among ? 1 : 0))
}

/** The box that a refusal belongs to: the first chosen topic's. */
function fieldOf(shown: MeetingShown, placed: readonly Placed[], field: string | undefined): string | undefined {
  if (field === 'words') return 'choice-words'
  const first = Math.max(
    0,
    shown.topicsToChoose.findIndex((topic) => topic.id === placed[0]?.topic),
  )
  return field === 'minutes' ? minutesName(first) : field === 'topics' ? placeName(first) : undefined
}

/** The people of the groups of this part, with the form that puts them into groups. */
export const groupsFormOf = ({ groups, nameOf }: MeetingShown) =>
  groupsForm(groups.flat().map((person) => ({ name: nameOf(person) })))

/** The groups anew, as each person was put. */
export function groupsAsked({ form: typed, shown }: Sent): AskedReading {
  const form = groupsFormOf(shown)
  const reading = form.read(typed)
  if (!reading.ok) return { ok: false, state: reading }
  const people = shown.groups.flat()
  const value = reading.value as Readonly<Record<string, string>>
  const most = Math.max(1, Math.floor(people.length / 2))
  const groups = Array.from({ length: most }, (_, group) =>
    people.filter((_person, at) => value[groupName(at)] === String(group)),
  ).filter((group) => group.length > 0)
  return {
    ok: true,
    asked: { type: 'change groups', groups },
    refused: ({ reason }) => form.refused(typed, { reason, field: groupName(0) }),
  }
}
