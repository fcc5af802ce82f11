// What the page of an open meeting is drawn from (SPEC 7.3): the meeting as this person sees it, with names, prompts and ground
// rules, and for whom else they may write. Everything on the page follows from this alone.
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay, type Moment } from '../../../platform/time/moment.ts'
import type { Day } from '../../../platform/time/day.ts'
import { begunTopics } from '../course/choosing.ts'
import { eligible } from '../course/naming-topics.ts'
import type { SetHistory } from '../fairness/history.ts'
import { type Suggested, suggestTopics } from '../fairness/suggestion.ts'
import type { Kind, MeetingRole } from '../format/format.ts'
import type { Asked } from '../meeting/command.ts'
import { type Chosen, type Meeting, type Topic, unanswered } from '../meeting/meeting.ts'
import { type MeetingView, viewFor } from '../meeting/meeting.view.ts'

/** Prompts of the pack. */
export type Bank = {
  readonly key: string
  readonly name: string
  readonly for: string
  readonly summary: string | null
  readonly items: readonly string[]
}

/** What is known beside the meeting itself. */
export type Beside = {
  /** The page's own address. */
  readonly at: string
  readonly setName: string
  readonly setAt: string
  readonly now: Moment
  readonly heard: ReadonlyMap<PersonId, Moment>
  /** Full names. */
  readonly names: ReadonlyMap<PersonId, string>
  readonly banks: readonly Bank[]
  /** The set's ground rules in force, where their text is shown now; null when there are none, or only the way to them is. */
  readonly rules: readonly { readonly heading: string | null; readonly text: string }[] | null
  /** Where they can be read; null when there are none. */
  readonly rulesAt: string | null
  /** People of the set without a seat: they joined since the meeting was opened. */
  readonly newcomers: readonly PersonId[]
  readonly isKept: boolean
  readonly history: SetHistory
  /** This person's own private draft of a topic. */
  readonly draft: string
  /** One screen for the room, with large letters. */
  readonly shared: boolean
}

/** Somebody in the room for whom this person may write, and what they may contribute. */
export type SpokenFor = {
  readonly person: PersonId
  readonly kinds: readonly Kind[]
  readonly deeds: readonly Asked['type'][]
}

export type MeetingShown = Omit<Beside, 'names' | 'history' | 'heard'> & {
  readonly view: MeetingView
  /** Where a deed is posted to, and comes back to the same screen. */
  readonly to: (deed: string) => string
  readonly today: Day
  readonly startsAt: Moment
  readonly nameOf: (person: PersonId) => string
  /** In the order of their seats, oneself first. */
  readonly spokenFor: readonly SpokenFor[]
  readonly topicsToChoose: readonly Topic[]
  readonly begun: readonly Chosen[]
  readonly mostTopics: number
  readonly suggested: readonly Suggested[]
  readonly groups: readonly (readonly PersonId[])[]
  /** Roles of the format that can be given. */
  readonly roles: readonly MeetingRole[]
  readonly isLastStage: boolean
  readonly stillToReport: number
}

/** The page's material for one person; null for somebody without a seat. */
export function showMeeting(meeting: Meeting, person: PersonId, beside: Beside): MeetingShown | null {
  const { names, history, heard, ...rest } = beside
  const view = viewFor(meeting, person, beside.now, heard)
  if (!view) return null
  const shorter = shortNames(names)
  const given = new Set(meeting.format.parts.flatMap((part) => part.stages.flatMap((stage) => stage.roles)))
  return {
    ...rest,
    view,
    to: (deed) => `${beside.at}/${deed}${beside.shared ? '?screen=shared' : ''}`,
    today: londonDay(beside.now),
    startsAt: meeting.startsAt,
    nameOf: (one) => shorter.get(one) ?? 'Somebody',
    spokenFor: spokenFor(meeting, view, beside),
    topicsToChoose: eligible(meeting),
    begun: begunTopics(meeting),
    mostTopics: meeting.format.topics.to,
    suggested: view.facilitating ? suggestTopics(history, eligible(meeting), meeting.format.topics.to) : [],
    groups: meeting.partPeople?.groups ?? [],
    roles: [...new Set<MeetingRole>(['timekeeper', 'scribe', ...given])].filter((role) => !ownRoles.includes(role)),
    isLastStage: !!view.stage && view.facilitating?.next === null,
    stillToReport: unanswered(meeting).length,
  }
}

/** Roles that follow from the meeting and are given to nobody. */
const ownRoles: readonly MeetingRole[] = ['facilitator', 'presenter', 'client', 'coach', 'supervisor']

/** Oneself, and whoever is in the room where one facilitates or is the scribe. */
function spokenFor(meeting: Meeting, view: MeetingView, { now, heard }: Beside): readonly SpokenFor[] {
  const own = { person: view.me.person, kinds: view.kinds, deeds: view.deeds }
  if (!view.me.isFacilitator && meeting.roles.scribe !== view.me.person) return [own]
  const inRoom = view.others.filter((one) => one.way === 'in the room' && isThere(one.doing))
  const others = inRoom.flatMap(({ person }) => {
    const theirs = viewFor(meeting, person, now, heard)
    return theirs ? [{ person, kinds: theirs.kinds, deeds: theirs.deeds }] : []
  })
  return [own, ...others]
}

/** Whether somebody is here, by what they do. */
export const isThere = (doing: MeetingView['me']['doing']): boolean =>
  doing !== 'is expected' && doing !== 'sent apologies' && doing !== 'has left'

/** First names, where they tell people apart; else whole names. */
function shortNames(names: ReadonlyMap<PersonId, string>): ReadonlyMap<PersonId, string> {
  const firstOf = (name: string) => name.split(' ')[0] ?? name
  const all = [...names.values()].map(firstOf)
  const isPlain = (first: string) => !/^(Dr|Mr|Mrs|Ms|Miss|Prof\w*|Sister)\.?$/.test(first)
  return new Map(
    [...names].map(([person, name]) => {
      const first = firstOf(name)
      return [person, isPlain(first) && all.filter((one) => one === first).length === 1 ? first : name]
    }),
  )
}
