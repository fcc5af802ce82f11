// What pages say of a request: facts in words, never what was asked.
import type { PersonId } from '../../../platform/ids.ts'
import { minutesBetween, type Moment } from '../../../platform/time/moment.ts'
import { formatMinutes, formatMoment } from '../../../platform/time/words.ts'
import type { AdviceRequest, Entry, EntryKind, Urgency } from './request.ts'
import type { Standing } from './standing.ts'

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  now: 'Cannot wait',
  today: 'Today',
  'this week': 'This week',
}

type Tone = 'waiting' | 'good' | 'quiet' | 'late'

/** How it stands, for the desk and for the caller alike. */
export function stateWords(request: AdviceRequest): { readonly tone: Tone; readonly words: string } {
  switch (request.state) {
    case 'waiting':
      return { tone: 'waiting', words: 'With the desk' }
    case 'handed on':
      return { tone: 'waiting', words: 'Handed on' }
    case 'taken':
      return { tone: 'good', words: 'Taken' }
    case 'advised':
      return { tone: 'waiting', words: 'Advised' }
    case 'elsewhere':
      return { tone: 'waiting', words: 'Turn elsewhere' }
    case 'recorded':
      return { tone: 'good', words: 'Recorded by both' }
    case 'withdrawn':
      return { tone: 'quiet', words: 'Withdrawn' }
    case 'closed':
      return { tone: 'quiet', words: 'Closed' }
  }
}

const deeds: Readonly<Record<EntryKind, string>> = {
  asked: 'asked the desk',
  'asked again': 'asked the desk again',
  'handed on': 'handed it to',
  taken: 'took it',
  'given back': 'gave it back to the desk',
  advised: 'wrote down what was advised',
  heard: 'wrote down what they heard',
  'read first': 'read the adviser’s record before writing their own',
  'sent elsewhere': 'said where to turn instead',
  seen: 'saw where to turn',
  withdrawn: 'withdrew it',
  closed: 'closed it',
  added: 'added something',
  'desk told': 'told the desk that it waits',
  'leads told': 'told the safeguarding leads that it waits',
  'case made': 'put it on their list of cases',
  'looked at': 'looked at how the two records differ',
  'advice corrected': 'corrected what was advised',
  'account corrected': 'corrected what was heard',
  'found in the register': 'found whoever asked in the register:',
}

/** What somebody did for a caller is told as theirs. */
function deedBy({ kind, by }: Entry, { caller }: AdviceRequest): string {
  if (kind === 'asked' && caller !== by) return 'took the details of a call'
  return kind === 'heard' && caller === null ? 'read it back, and wrote down what they heard' : deeds[kind]
}

/** 'Tom Whitfield took it, 20 November 2026 at 10:04am' */
export function entryWords(
  entry: Entry,
  { request, nameOf }: { request: AdviceRequest; nameOf: (person: PersonId) => string },
): string {
  const said = deedBy(entry, request)
  const whom = entry.person === null ? '' : ` ${nameOf(entry.person)}`
  return `${nameOf(entry.by)} ${said}${whom}, ${formatMoment(entry.at)}`
}

/** 'Waits since 12 minutes', 'Late by 1 hour', with what happens next. */
export function waitWords(request: AdviceRequest, standing: Standing, now: Moment): string {
  if (request.dueAt === null) return ''
  if (standing.alarm === 'on time') return `Should move on by ${formatMoment(request.dueAt)}`
  const late = formatMinutes(Math.max(1, minutesBetween(request.dueAt, now)))
  return standing.alarm === 'leads'
    ? `Late by ${late}. The safeguarding leads have been told`
    : `Late by ${late}. The whole desk has been told`
}

/** The difference in words: 'what was advised and who does the next step'. */
export function differsWords(differs: readonly string[]): string {
  const words = differs.map((one) =>
    one === 'advice' ? 'what was advised' : one === 'urgency' ? 'how urgent it is' : 'who does the next step',
  )
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
