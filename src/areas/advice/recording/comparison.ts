// What was advised is written down twice: by whoever advised and by whoever asked (SPEC 8.2). The two are compared by their fixed
// choices, never by their words: what was advised, how urgent it is, who does the next step. In which of these they differ is a
// fact for quality assurance; what each chose stays sealed with the words.

export const themes = [
  'safeguarding children',
  'safeguarding adults',
  'domestic abuse',
  'neglect',
  'sexual abuse or exploitation',
  'mental health',
  'information sharing',
  'allegation or practice',
  'something else',
] as const
export type Theme = (typeof themes)[number]

export const advices = [
  'carry on',
  'refer for a child',
  'refer for an adult',
  'call the police',
  'share with others',
  'write it down',
  'bring to supervision',
  'talk again',
] as const
export type Advice = (typeof advices)[number]

export const judgedUrgencies = ['now', 'today', 'this week', 'no hurry'] as const
export type JudgedUrgency = (typeof judgedUrgencies)[number]
export const nextSteps = ['the caller', 'the adviser', 'both', 'nobody'] as const
export type NextStep = (typeof nextSteps)[number]

/** The choices of one record. */
export type Choices = {
  readonly advice: readonly string[]
  readonly urgency: JudgedUrgency
  readonly next: NextStep
}

export type Difference = 'advice' | 'urgency' | 'next step'

/** In which choices the two records differ; none when they say the same. The order of what was advised does not matter. */
export function differencesOf(one: Choices, other: Choices): readonly Difference[] {
  const differs: Difference[] = []
  if (sorted(one.advice) !== sorted(other.advice)) differs.push('advice')
  if (one.urgency !== other.urgency) differs.push('urgency')
  if (one.next !== other.next) differs.push('next step')
  return differs
}

const sorted = (some: readonly string[]): string => [...new Set(some)].sort().join('|')

/** The choices as texts that are sealed beside the words. */
export const choiceTexts = (choices: Choices): Readonly<Record<string, string>> => ({
  advice: sorted(choices.advice),
  urgency: choices.urgency,
  next: choices.next,
})

/** The same read back; null when a text of it would not open. */
export function choicesIn(texts: Readonly<Record<string, string>>): Choices | null {
  const { advice, urgency, next } = texts
  const judged = judgedUrgencies.find((one) => one === urgency)
  const step = nextSteps.find((one) => one === next)
  return advice === undefined || !judged || !step ? null : { advice: advice.split('|'), urgency: judged, next: step }
}
