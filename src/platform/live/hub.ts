// Who waits for which topic, within this program. A topic that changes many times in a moment is told once with the last
// version: at once for the first, and then at most every few milliseconds. Nobody is told a version that they have.
import type { Topic } from './announcing.ts'

export type Member = {
  /** The topic whose versions it wants. */
  readonly topic: Topic
  /** Topics that it is told of when who may has changed. */
  readonly guarded: readonly Topic[]
  /** The version on the member's screen, as far as it is known here. */
  version: number
  /** There is a later version. */
  readonly tell: (version: number) => void
  /** What they may see can have changed. */
  readonly doubt: () => void
}

export type Hub = {
  readonly join: (member: Member) => void
  readonly leave: (member: Member) => void
  readonly hear: (topic: Topic, what: number | 'who may') => void
  /** Tells one member, unless they have that version. */
  readonly tell: (member: Member, version: number) => void
}

/** `pause` is how long a topic waits, in milliseconds, before it is told once more. */
export function openHub({ pause = 25 }: { pause?: number } = {}): Hub {
  const waiting = new Map<Topic, Set<Member>>()
  const guarded = new Map<Topic, Set<Member>>()
  const say = gathered(pause, (topic, version) => {
    for (const member of waiting.get(topic) ?? []) tellOne(member, version)
  })
  return {
    join: (member) => {
      addTo(waiting, member.topic, member)
      for (const topic of [member.topic, ...member.guarded]) addTo(guarded, topic, member)
    },
    leave: (member) => {
      takeFrom(waiting, member.topic, member)
      for (const topic of [member.topic, ...member.guarded]) takeFrom(guarded, topic, member)
    },
    hear: (topic, what) => {
      if (what === 'who may') for (const member of guarded.get(topic) ?? []) member.doubt()
      else if (waiting.has(topic)) say(topic, what)
    },
    tell: tellOne,
  }
}

type Say = (topic: Topic, version: number) => void

/** Says the first at once; what comes within a pause after it is said together at its end. */
function gathered(pause: number, say: Say): Say {
  const resting = new Map<Topic, { latest: number | null }>()
  const rest = (topic: Topic) => {
    const state: { latest: number | null } = { latest: null }
    resting.set(topic, state)
    setTimeout(() => {
      resting.delete(topic)
      if (state.latest === null) return
      say(topic, state.latest)
      rest(topic)
    }, pause)
  }
  return (topic, version) => {
    const state = resting.get(topic)
    if (state) {
      state.latest = Math.max(state.latest ?? version, version)
      return
    }
    say(topic, version)
    rest(topic)
  }
}

function tellOne(member: Member, version: number): void {
  if (member.version >= version) return
  member.version = version
  member.tell(version)
}

function addTo(all: Map<Topic, Set<Member>>, topic: Topic, member: Member): void {
  const members = all.get(topic) ?? new Set()
  all.set(topic, members.add(member))
}

function takeFrom(all: Map<Topic, Set<Member>>, topic: Topic, member: Member): void {
  const members = all.get(topic)
  members?.delete(member)
  if (members?.size === 0) all.delete(topic)
}
