// Looks at a question before it is sent (SPEC 7.4): in "questions only" advice is not given, and a question that can be
// answered with yes or no, that carries advice or its own answer, or that is several at once, is pointed out to its author
// alone. It is a hint and may be wrong: its author decides. Nothing of it is kept, and nobody else sees it.

/** What was noticed, why it matters, and how one might begin instead. */
export type Hint = {
  readonly noticed: 'advice' | 'closed' | 'leading' | 'several' | 'no question'
  readonly reason: string
  readonly instead: string
}

/** What there is to point out about a question; null when it looks open. */
export function lookAtQuestion(words: string): Hint | null {
  const text = plain(words)
  if (text === '') return null
  const sentences = sentencesOf(text)
  if (sentences.some(isAdvice)) return hints.advice
  if (leadingSigns.some((sign) => sign.test(text))) return hints.leading
  const asked = sentences.filter((one) => one.isQuestion || opens(one.text))
  if (asked.length > 1) return hints.several
  const [only] = asked
  if (only) return isClosed(only.text) ? hints.closed : null
  return sentences.some((one) => isClosed(one.text)) ? hints.closed : hints['no question']
}

const hints: Readonly<Record<Hint['noticed'], Hint>> = {
  advice: {
    noticed: 'advice',
    reason: 'This may be heard as advice. In this format the presenter finds their own way.',
    instead: 'What have you thought of so far?',
  },
  closed: {
    noticed: 'closed',
    reason: 'This can be answered with yes or no. An open question leaves more room.',
    instead: 'Begin with what, how, who, when or where.',
  },
  leading: {
    noticed: 'leading',
    reason: 'This question may already hold your own answer.',
    instead: 'What do you make of it?',
  },
  several: {
    noticed: 'several',
    reason: 'These are several questions at once. One at a time is easier to think about.',
    instead: 'Send the one that matters most, and keep the others.',
  },
  'no question': {
    noticed: 'no question',
    reason: 'This does not read like a question.',
    instead: 'What would you like to understand better?',
  },
}

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

type Sentence = { readonly text: string; readonly isQuestion: boolean }

const sentencesOf = (text: string): readonly Sentence[] =>
  [...text.matchAll(/[^.?!]+([.?!]*)/g)]
    .map(([all, end = '']) => ({ text: all.replace(/[.?!]+$/, '').trim(), isQuestion: end.includes('?') }))
    .filter((one) => one.text !== '')

/** Words that open a question, perhaps after a few others: "and so", "when that happened, …". */
const opener =
  /^(?:(?:and|so|but|then|ok|okay|well|hm+|um|er|thanks?|thank you)[,:]? )*(?:(?:to|for|with|from|in|at|of|on|by|since|until|about) )?(?:what|how|who|whom|whose|which|when|where|why|in what way|tell (?:me|us)|say more|describe|talk us through|walk us through)\b/
const lateOpener = /,\s*(?:what|how|who|whom|whose|which|when|where|why)\b/
const opens = (text: string): boolean => opener.test(text) || lateOpener.test(text)

const lead = '(?:(?:and|so|but|then|ok|okay|well|now)[,:]? )*'
/** Polite ways to ask for more than yes or no: "Could you say more about …?" */
const invitation = new RegExp(
  `^${lead}(?:can|could|would|will|might|may|do) (?:you|we|i) (?:please )?(?:mind |like to |want to |be willing to |be able to |ask you to )?(?:say|saying|tell|telling|describe|describing|talk|talking|explain|explaining|share|sharing|give|paint|unpack|expand|elaborate|help|walk|take)\\b`,
)
const closedStart = new RegExp(
  `^${lead}(?:is|isn't|are|aren't|am|was|wasn't|were|weren't|do|don't|does|doesn't|did|didn't|has|hasn't|have|haven't|had|hadn't|can|can't|could|couldn't|will|won't|would|wouldn't|shall|should|may|might|must|any)\\b`,
)
const condition = /^(?:if|when|once|after|before|given|suppose|imagine)\b[^,]*,\s*/

function isClosed(sentence: string): boolean {
  const asked = sentence.replace(condition, '')
  if (invitation.test(asked) || opens(asked)) return false
  return closedStart.test(asked) || / or not$/.test(asked)
}

/** Advice, however it is dressed up; some words are advice only where no open question is asked with them. */
const isAdvice = ({ text }: Sentence): boolean =>
  dressedUp.some((sign) => sign.test(text)) || (!opens(text) && plainAdvice.some((sign) => sign.test(text)))

const dressedUp: readonly RegExp[] = [
  /\b(?:why don't|why not|why didn't|why haven't) (?:you|we|just|simply|try|ask|talk|tell|speak|go)\b/,
  /\b(?:what|how) (?:if|about) (?:you (?:(?:just|simply) )?(?!did nothing|do nothing|had|were|felt|knew|could)\w+|(?:just |simply )?(?!nothing|something|anything|everything|feeling)\w+ing\b)/,
  /\bif i (?:were|was) you\b|\bin your (?:place|shoes),? i\b/,
  /\b(?:my advice|i(?:'d| would) (?:advise|suggest|recommend)|i (?:suggest|recommend|advise))\b/,
]

const plainAdvice: readonly RegExp[] = [
  /\byou (?:should|shouldn't|ought to|must|mustn't|need to|have to|had better|could|might want to|may want to|can always)\b/,
  /\b(?:should|shouldn't|couldn't|ought|can't) you (?:just |not |simply |really |perhaps |maybe )?\w+/,
  /\bhave you (?:ever )?(?:thought (?:of|about)|considered|tried)\b/,
  /\bi(?:'d| would) (?:just |simply )?(?:try|start|talk|ask|go|tell|speak|write|report|leave|call)\b/,
  /\bwouldn't it\b|\bwould it (?:be (?:better|best|easier|an idea|good|worth|helpful|useful|possible to)|help|make sense|not)\b/,
  /\b(?:the best thing|what works is|it helps to|what helped me|what i did was)\b/,
  /^(?:perhaps |maybe )?(?:just|simply|try|consider|talk|speak|ask|go|get|stop|start|write|report|escalate|let|tell) (?!me\b|us\b)\w+/,
]

/** A question that carries its answer. */
const leadingSigns: readonly RegExp[] = [
  /(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|shouldn't|can't|couldn't|haven't|hasn't) (?:it|you|they|he|she|we|there|that|this)\s*\?/,
  /, (?:is|are|do|does|did|have|has|was|were) (?:it|you|they|he|she|we|there|that|this)\s*\?/,
  /\b(?:don't you (?:think|agree|feel|find)|wouldn't you (?:say|agree)|isn't it (?:really|obvious|true|just|possible|because))\b/,
  /\b(?:surely|obviously|clearly you)\b|,? right\?$/,
]
