// What the page says to somebody about what is now (SPEC 7.3, 7.4): in one heading and one sentence what they do, in a word or
// two what each other does, and for screen readers one sentence at each change of stage.
import type { PersonId } from '../../../platform/ids.ts'
import type { Kind } from '../format/format.ts'
import type { LearningLevel, Outcome, Topic } from '../meeting/meeting.ts'
import type { PersonInMeeting, StageView } from '../meeting/meeting.view.ts'
import { isThere, type MeetingShown } from './shown.view.ts'

export const kindWords: Readonly<Record<Kind, string>> = {
  question: 'Question',
  suggestion: 'Suggestion',
  experience: 'Experience',
  feedback: 'Feedback',
  reflection: 'Reflection',
  'client voice': 'In the client’s voice',
  'process observation': 'About how we work',
  report: 'Report',
  topic: 'Topic',
  bid: 'Bid',
  vote: 'Vote',
  action: 'Commitment',
  learning: 'What I learned',
}
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  done: 'Done',
  'part done': 'Part done',
  'not done': 'Not done',
  changed: 'Changed',
}
export const levelWords: Readonly<Record<LearningLevel, string>> = {
  issue: 'About the issue',
  self: 'About myself',
  together: 'About learning together',
  'key thing': 'A key thing',
}

export type Telling = {
  readonly tone: 'listening' | 'acting' | 'calm' | 'paused'
  readonly heading: string
  readonly sentence: string
}

/** What is now, for the person whose page it is. */
export function tellNow(shown: MeetingShown): Telling {
  const { view } = shown
  if (view.state === 'finished')
    return { tone: 'calm', heading: 'The meeting is over', sentence: 'Thank you for being there for each other.' }
  if (!isThere(view.me.doing))
    return {
      tone: 'acting',
      heading: 'Are you here?',
      sentence: 'Say so when you are ready. The others see that you have come.',
    }
  if (!view.stage) return gathering(shown)
  if (view.clock?.signal === 'paused')
    return {
      tone: 'paused',
      heading: 'The meeting is paused',
      sentence: view.me.isFacilitator
        ? 'The clock stands still and nothing is sent. Go on when everybody is ready.'
        : `The clock stands still and nothing is lost. ${shown.nameOf(view.facilitator)} goes on when everybody is ready.`,
    }
  return inStage(shown, view.stage)
}

function gathering({ view, nameOf }: MeetingShown): Telling {
  const all = [view.me, ...view.others]
  const here = all.filter((one) => isThere(one.doing)).length
  const count = `${here} of ${all.length} ${here === 1 ? 'is' : 'are'} here.`
  return view.me.isFacilitator
    ? { tone: 'acting', heading: 'People are arriving', sentence: `${count} Begin when the set is ready.` }
    : {
        tone: 'calm',
        heading: 'You are here',
        sentence: `${count} ${nameOf(view.facilitator)} begins when the set is ready.`,
      }
}

/** Whose topic it is, in a name; null when nobody presents. */
export const presenterName = (shown: MeetingShown): string | null =>
  shown.view.stage?.presenter ? shown.nameOf(shown.view.stage.presenter) : null

type Saying = readonly [tone: Telling['tone'], heading: string, sentence?: string]

function inStage(shown: MeetingShown, stage: StageView): Telling {
  const [tone, heading, sentence = stage.guidance] = presenting(shown) ?? following(shown, stage)
  return { tone, heading, sentence }
}

/** For whoever presents, or has the turn. */
function presenting({ view, shared, nameOf }: MeetingShown): Saying | null {
  // The screen of the room speaks of whoever facilitates as of everybody else.
  if (shared) return sharedSaying(view.me.doing, nameOf(view.me.person))
  switch (view.me.doing) {
    case 'presents':
      return ['acting', 'You present']
    case 'answers':
      return ['acting', 'You answer']
    case 'has the turn':
      return ['acting', 'It is your turn']
    case 'is turned away':
      return ['listening', 'You have turned away and listen', turnedAway]
    default:
      return view.me.isListening ? ['listening', 'You are listening', listening] : null
  }
}

const sharedSaying = (doing: MeetingShown['view']['me']['doing'], name: string): Saying | null =>
  doing === 'presents' || doing === 'answers' || doing === 'has the turn' ? ['calm', `${name} ${doing}`] : null

const listening = 'The set is thinking about your topic. You can answer when this time ends.'
const turnedAway =
  'The others wonder aloud about your topic, as if you were not there. You come back when this time ends.'

/** For everybody else. */
function following(shown: MeetingShown, stage: StageView): Saying {
  const presenter = presenterName(shown)
  switch (shown.view.me.doing) {
    case 'listens':
      return ['calm', `${speakerWords(shown)} You listen`.trim()]
    case 'waits for a turn':
      return ['calm', `${speakerWords(shown)} ${yourPlace(shown)}`.trim()]
    case 'is silent':
      return ['calm', 'Silence']
    case 'has a break':
      return ['calm', stage.name, stage.guidance || 'Nothing happens here until the break is over.']
    case 'watches':
      return ['calm', 'You watch how the set works']
    case 'keeps time':
      return ['calm', 'You keep time']
    case 'facilitates':
      return ['calm', presenter ? facilitatorHeading(shown, presenter) : speakerWords(shown).slice(0, -1) || stage.name]
    default:
      return ['acting', presenter ? `${listensWords(shown, presenter)} you contribute` : stage.name]
  }
}

const isPresenterListening = ({ view }: MeetingShown): boolean =>
  view.others.some(
    (one) => one.person === view.stage?.presenter && (one.doing === 'listens' || one.doing === 'is turned away'),
  )

const listensWords = (shown: MeetingShown, presenter: string): string =>
  isPresenterListening(shown) ? `${presenter} listens,` : `${presenter} answers,`

function facilitatorHeading(shown: MeetingShown, presenter: string): string {
  const doing = shown.view.others.find((one) => one.person === shown.view.stage?.presenter)?.doing
  if (doing === 'presents') return `${presenter} presents, the set listens`
  if (doing === 'answers') return `${presenter} answers, the set asks`
  return isPresenterListening(shown) ? `${presenter} listens, the set contributes` : `${shown.view.stage?.name}`
}

/** "Hanna has the turn." or "Amina presents."; empty when everybody does the same. */
function speakerWords({ view, nameOf }: MeetingShown): string {
  const holder = view.turn?.holder
  if (holder && holder !== view.me.person) return `${nameOf(holder)} has the turn.`
  const presents = view.others.find((one) => one.doing === 'presents' || one.doing === 'answers')
  return presents ? `${nameOf(presents.person)} ${presents.doing}.` : ''
}

function yourPlace({ view }: MeetingShown): string {
  const before = view.turn?.waiting.indexOf(view.me.person) ?? -1
  return before <= 0 ? 'You are next' : before === 1 ? 'One more, then it is you' : `${before} more, then it is you`
}

/** What somebody does, in a word or two beside their name; undefined for whoever simply takes part. */
export function doingWords(one: PersonInMeeting): string | undefined {
  if (isThere(one.doing) && one.isDropped) return 'connection lost'
  const words: Partial<Record<PersonInMeeting['doing'], string>> = {
    facilitates: 'facilitator',
    presents: 'presenting',
    answers: 'answering',
    'is turned away': 'turned away',
    'has the turn': 'has the turn',
    watches: 'watching',
    'keeps time': 'keeping time',
    'is expected': 'not here yet',
    'sent apologies': 'sends apologies',
    'has left': 'has left',
  }
  const role = one.role === 'presenter' && one.doing === 'listens' ? 'listening' : undefined
  return role ?? words[one.doing] ?? (one.way === 'in the room' && one.doing !== 'is here' ? 'in the room' : undefined)
}

/** Where the set is: "The topics, 1: Listen". */
export function whereWords({ view }: MeetingShown): string | undefined {
  const { stage } = view
  if (!stage) return undefined
  const rounds = view.strip.some((piece) => piece.when === 'now' && piece.round !== null)
  const part = rounds ? `${stage.part} ${stage.round}` : stage.part
  return stage.part === stage.name ? part : `${part}: ${stage.name}`
}

/** One sentence for screen readers; it changes with the stage, with a pause, and when somebody is asked to facilitate. */
export function announcementOf(shown: MeetingShown): string {
  const { heading } = tellNow(shown)
  const where = whereWords(shown)
  const now = !where
    ? sentence(heading)
    : where.endsWith(heading)
      ? sentence(where)
      : `${sentence(where)} ${sentence(heading)}`
  const { offeredTo, me, facilitator } = shown.view
  return offeredTo === me.person && !shown.shared
    ? `${shown.nameOf(facilitator)} asks you to facilitate from now on. ${now}`
    : now
}

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

/** Whose topic it is and what speaks for it: "Grace, needs it 4 of 5, 3 votes". */
export function aboutTopic({ view, nameOf }: MeetingShown, topic: Topic): string {
  const bid = view.bids.find((one) => one.person === topic.owner)
  const votes = view.votes?.get(topic.id)
  const parts = [
    topic.owner === view.me.person ? 'You' : nameOf(topic.owner),
    topic.waited ? 'waiting since an earlier meeting' : '',
    bid ? `needs it ${bid.strength} of 5` : '',
    votes === undefined ? '' : `${votes} ${votes === 1 ? 'vote' : 'votes'}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** "1 minute", "12 minutes". */
export const minutesWords = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** Names one after the other: "Amina, Ben and Chidi". */
export function namesInWords(people: readonly PersonId[], nameOf: (person: PersonId) => string): string {
  const all = people.map(nameOf)
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
