// What the fictitious people of the demonstration fill in where a contract leaves a blank, by the key of the blank.

export const blankWords: Readonly<Record<string, string>> = {
  'how-often': 'Every 6 weeks',
  'how-long': '60 minutes',
  place: 'The quiet room on the second floor, or a video link',
}
