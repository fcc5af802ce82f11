// Choosing the topics (SPEC 7.3, 7.6): by agreement or by votes, with an order and minutes that add up to the time there is.
// Fairness suggests whose; the set may overrule it, and says why in its words, which are kept. The set can choose again later:
// what has begun stays first and as it was. How many topics there usually are is for the format to say.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import { ratherThan, suggestTopics } from '../fairness/suggestion.ts'
import { asksForTopics, isAboutTopics } from '../format/format.ts'
import { wordsOf } from '../listening/contributing.ts'
import type { ChooseTopics, Command, MeetingRules } from '../meeting/command.ts'
import type { MeetingFact } from '../meeting/event.ts'
import { type Chosen, type Meeting, stageAt, type TopicId, unanswered } from '../meeting/meeting.ts'
import { minutesForTopics } from './allotted.ts'
import { eligible, tally } from './naming-topics.ts'

const SHOWN_MINUTES = 10

/** The set has chosen. */
export function chooseTopics(
  command: Command<'choose topics'>,
  meeting: Meeting,
  rules: MeetingRules,
): Decision<readonly MeetingFact[]> {
  const time = canChooseTopics(meeting)
  if (!time.ok) return time
  const begun = begunTopics(meeting)
  const kept = begun.every(
    (one, at) => command.topics[at]?.topic === one.topic && command.topics[at]?.minutes === one.minutes,
  )
  if (!kept) return no('Topics that have begun stay first, with their minutes', 'topics')
  const open = command.topics.slice(begun.length)
  const fits = isPossible(meeting, command, open)
  if (!fits.ok) return fits
  const suggested = suggestedTopics(meeting, rules)
  const overruled = passedOver(meeting, open, rules).length > 0
  const words = command.words?.trim() ?? ''
  if (overruled && words === '')
    return no('Say in the set’s words why it chooses otherwise than was suggested', 'words')
  if (words === '' && open.length + begun.length < fewest(meeting))
    return no('Say why the set takes fewer topics than usual', 'words')
  const said = words === '' ? null : wordsOf(words)
  if (said && !said.ok) return said
  const { topics, how } = command
  return yes([{ type: 'topics chosen', topics, how, suggested, overruled, words: said ? said.value : null }])
}

const fewest = (meeting: Meeting): number =>
  Math.min(meeting.format.topics.from, eligible(meeting).length + begunTopics(meeting).length)

/** Whether the set can choose its topics now. */
export function canChooseTopics(meeting: Meeting): Decision {
  const { step, format } = meeting
  const repeats = format.parts.map((part) => part.repeats === 'for each topic')
  if (!repeats.includes(true)) return no('This format does not choose topics')
  if (unanswered(meeting).length > 0) return no('First every open commitment is reported on or put off')
  // A format without a stage for it may begin with its topics: they are named and chosen while people arrive.
  if (!step) return asksForTopics(format) ? no('The meeting has not begun') : yes()
  if (!repeats.slice(step.place.part).includes(true)) return no('The topics are over')
  return !asksForTopics(format) || haveComeToTopics(meeting) ? yes() : no('First everybody can name a topic')
}

/** Whether a stage about topics is on, or has been: the choice may also be made, or made anew, in a stage between. */
const haveComeToTopics = (meeting: Meeting): boolean =>
  [...meeting.past, ...(meeting.step ? [meeting.step] : [])].some(({ place }) => {
    const { part, stage } = stageAt(meeting, place)
    return isAboutTopics(part, stage)
  })

/** Topics of the present choice whose round has begun. */
export function begunTopics(meeting: Meeting): readonly Chosen[] {
  const begun = new Set([...meeting.past, ...(meeting.step ? [meeting.step] : [])].map((step) => step.topic))
  return (meeting.choice?.topics ?? []).filter((one) => begun.has(one.topic))
}

function isPossible(
  meeting: Meeting,
  command: ChooseTopics & { at: Command<'choose topics'>['at'] },
  open: readonly Chosen[],
): Decision {
  const named = new Set(eligible(meeting).map((topic) => topic.id))
  if (new Set(open.map((one) => one.topic)).size !== open.length) return no('Choose each topic once', 'topics')
  if (open.some((one) => !named.has(one.topic))) return no('Choose among the topics whose owners are here', 'topics')
  if (command.topics.length > meeting.format.topics.to)
    return no(`This format has ${meeting.format.topics.to} topics at most`, 'topics')
  if (open.some((one) => !Number.isInteger(one.minutes) || one.minutes < 1))
    return no('Give each topic its minutes, as a whole number', 'minutes')
  if (command.shownAt > command.at || command.at > addMinutes(command.shownAt, SHOWN_MINUTES))
    return no('Look at the minutes again: time has passed since this page was shown', 'minutes')
  const there = minutesForTopics(meeting, command.shownAt)
  const sum = open.reduce((total, one) => total + one.minutes, 0)
  if (open.length > 0 && sum !== there)
    return no(`The minutes add up to ${sum}; there are ${there} for these topics`, 'minutes')
  return command.how === 'votes' ? followsVotes(meeting, open) : yes()
}

/** By votes means by votes: no topic that was left out has more than one that was chosen. */
function followsVotes(meeting: Meeting, open: readonly Chosen[]): Decision {
  const votes = tally(meeting)
  const chosen = new Set(open.map((one) => one.topic))
  const least = Math.min(...open.map((one) => votes.get(one.topic) ?? 0))
  const passedOver = eligible(meeting).some((topic) => !chosen.has(topic.id) && (votes.get(topic.id) ?? 0) > least)
  return passedOver ? no('A topic with more votes was left out. Choose it, or choose by agreement', 'topics') : yes()
}

/** The topics that fairness suggests, the fairest first. */
export const suggestedTopics = (meeting: Meeting, rules: Pick<MeetingRules, 'history'>): readonly TopicId[] =>
  suggestTopics(rules.history, eligible(meeting), meeting.format.topics.to).map((one) => one.topic)

/** Topics whose turn it rather was than that of a chosen one. */
function passedOver(meeting: Meeting, open: readonly Chosen[], rules: MeetingRules): readonly TopicId[] {
  const chosen = new Set(open.map((one) => one.topic))
  const [taken, left] = [true, false].map((isChosen) =>
    eligible(meeting).filter((topic) => chosen.has(topic.id) === isChosen),
  )
  return ratherThan(rules.history, left ?? [], taken ?? [])
}
