// What people of the demonstration's set write after their meetings. Plausible, kind, and nobody's own words.

export const toldText =
  'From next month requests for a second opinion go through one list for both teams, looked at every Tuesday. We suggest trying it for eight weeks.'

export const openText =
  'When a family has two of us, we would like to agree before the first visit which one of us they call. A sentence in the visiting policy would be enough.'

/** What somebody learned since the first meeting: by the keys of the policy's questions. */
export const learnedSince: readonly {
  readonly by: string
  readonly after: number
  readonly answers: Readonly<Record<string, string>>
  readonly shared: readonly string[]
}[] = [
  {
    by: 'chloe',
    after: 20,
    answers: {
      issue: 'It was not the handover that was too long. Nobody had said what it is for.',
      myself: 'I wait for permission that nobody thinks I need.',
      first: 'Begin with one conversation',
      challenge: 'Ask first, plan second',
    },
    shared: ['issue', 'first'],
  },
  {
    by: 'tom',
    after: 24,
    answers: {
      issue: 'Most requests can wait a day, and some then answer themselves.',
      process: 'Being asked and not told made me find it myself.',
      first: 'No is a whole sentence',
    },
    shared: ['process', 'first'],
  },
]
