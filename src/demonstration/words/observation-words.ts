// What stands in the demonstration's observations: plausible professional words about practice, no names and no cases.

export const observationWords = {
  passedOn: {
    answers: {
      place: '4',
      structure: '5',
      child: '5',
      challenge: '4',
      care: '3',
      feedback:
        'A calm hour in which everybody spoke. You came back to what each day is like for the child whenever the talk drifted to the adults, and you asked how people knew what they told. There was little time left for what the work does to them.',
    },
    action: 'Keep the last fifteen minutes of each group for the practitioners themselves',
    comment: 'That is fair. I ran out of time with the last case and will bring fewer, or book longer.',
  },
  sent: {
    answers: {
      place: '3',
      structure: '4',
      child: '4',
      challenge: '5',
      care: '4',
      feedback:
        'You questioned a hopeful account kindly and the group thought again. The room was next to the waiting area and voices could be heard; another room would make it easier to think.',
    },
    action: 'Book a room away from the waiting area for the next sessions',
  },
} as const
