// What people of the demonstration's set say in their meetings. Plausible, kind, and nobody's own words.

/** One topic of a meeting: whose it is, what they bring, what they are asked, what they will do. */
export type TopicTold = {
  readonly by: string
  readonly words: string
  readonly asked: readonly (readonly [string, string])[]
  readonly promise: string
}

/** One meeting: what came of the promises before, its topics (the last ones are not reached), and what people learned. */
export type MeetingTold = {
  readonly reports: readonly (readonly [string, 'done' | 'part done', string])[]
  readonly topics: readonly TopicTold[]
  readonly left: readonly (readonly [string, string])[]
  readonly learned: readonly (readonly [string, string])[]
}

export const firstMeeting: MeetingTold = {
  reports: [],
  topics: [
    {
      by: 'chloe',
      words:
        'Our handovers take an hour and nobody says what they need to say. I want to change them and it is not my meeting.',
      asked: [
        ['dora', 'What would be different for you after a good handover?'],
        ['tom', 'Who else would notice?'],
        ['namedMidwife', 'What have you not said in it so far?'],
      ],
      promise: 'Ask the team lead for ten minutes on how we hand over, and bring two examples.',
    },
    {
      by: 'tom',
      words: 'I say yes to every request for a second opinion, and my own plans wait.',
      asked: [
        ['adults1', 'What happens in you just before you say yes?'],
        ['advisor3', 'When did you last say no, and how was that?'],
        ['chloe', 'What are you protecting by saying yes?'],
      ],
      promise: 'Keep Thursday mornings free of requests for four weeks, and say so to the two teams that ask most.',
    },
  ],
  left: [['dora', 'A colleague and I avoid each other since the reorganisation.']],
  learned: [
    ['chloe', 'I had planned to talk to everybody at once. One conversation is enough to begin.'],
    ['adults1', 'It is hard to ask without hiding advice in the question.'],
  ],
}

export const secondMeeting: MeetingTold = {
  reports: [
    ['chloe', 'done', 'We tried the shorter handover for a week. Two people thanked me.'],
    ['tom', 'part done', 'Three of four Thursdays. The fourth was an emergency, and I would do the same again.'],
  ],
  topics: [
    {
      by: 'dora',
      words: 'A colleague and I avoid each other since the reorganisation, and the families notice.',
      asked: [
        ['namedMidwife', 'What do you think they would say if they were here?'],
        ['chloe', 'What would a first small step look like?'],
        ['advisor3', 'What do you miss of how it was?'],
      ],
      promise: 'Ask my colleague for a walk at lunch, without an agenda.',
    },
    {
      by: 'namedMidwife',
      words: 'I am asked to lead the new pathway and do not know whether I want it.',
      asked: [
        ['tom', 'What would you be giving up?'],
        ['dora', 'What in it makes you curious?'],
        ['adults1', 'By when do you want to know?'],
      ],
      promise: 'Spend half a day with the service that runs it already, then decide.',
    },
  ],
  left: [['advisor3', 'How to stay fresh after twelve years in the same post.']],
  learned: [
    ['dora', 'I was waiting for an apology that nobody owes me.'],
    ['tom', 'Being listened to for ten minutes is longer than I thought.'],
  ],
}

export const draftedTopic = {
  'topic--situation':
    'We have a new form for risk and I hear myself defending it though I think it is too long. I sit between those who made it and those who fill it in.',
  'topic--question': 'How do I say what I think upwards without losing those who trust me?',
}
