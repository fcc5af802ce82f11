// What is pointed out about a question before it is sent, and what is not.
import { expect, test } from 'vitest'
import { lookAtQuestion } from './question.ts'

const noticed = (words: string) => lookAtQuestion(words)?.noticed ?? 'open'

test.each([
  'What would you like to happen?',
  'How did you feel when she said that?',
  'what else',
  'Who else is touched by this?',
  'And what happened then?',
  'So, how do you know?',
  'To whom does it matter most?',
  'In what way is this different from last time?',
  'When you picture the talk, what do you see?',
  'If nothing changed, what would that mean for you?',
  'What would happen if you did nothing?',
  'What do you need from us?',
  'What do you need to feel safe there?',
  'What do you think you should do?',
  'What have you tried already?',
  'Which of these could you let go?',
  'What could you do about it?',
  'Tell me more about that',
  'Tell us what you mean by “heard”.',
  'Say more about the moment before.',
  'Could you say more about that?',
  'Would you tell us what you noticed?',
  'Can you describe what it was like?',
  'I noticed that you paused. What was there?',
  'Thank you. How is it now?',
  'What’s the hardest part of it?',
  'How are you?',
  'Where in your body do you notice it?',
  'Why does it matter to you now?',
  'What would your colleague say if she were here?',
  'Describe the first five minutes.',
  'Of all that, what weighs most?',
  'What stops you?',
  'How might somebody who likes him see it?',
])('“%s” is open', (words) => expect(noticed(words)).toBe('open'))

test.each([
  'Is it the workload?',
  'Are you angry with her?',
  'Did you tell your lead?',
  'Do you feel safe?',
  'Has this happened before?',
  'Was that on Monday?',
  'Can you see it from his side?',
  'Will you go?',
  'And did that help?',
  'So is it better now?',
  'When she said that, did you answer?',
  'Any idea?',
  'Do you want it or not?',
  'did you sleep',
  'Isn’t there a policy?',
  'Would she mind?',
  'Could he have meant something else?',
])('“%s” is closed', (words) => expect(noticed(words)).toBe('closed'))

test.each([
  'You should talk to her.',
  'Have you thought of asking for a meeting?',
  'Have you considered occupational health?',
  'Have you tried a diary?',
  'Why don’t you write it down?',
  'Why not ask him directly?',
  'What about taking it to your lead?',
  'How about you speak with HR?',
  'What if you just told her?',
  'If I were you I’d leave.',
  'I would suggest a diary.',
  'I’d recommend talking to your manager first.',
  'You could always say no.',
  'You need to set a boundary.',
  'Shouldn’t you report that?',
  'Couldn’t you ask the team?',
  'Should you talk to her first?',
  'Wouldn’t it be better to wait?',
  'Would it help to write a list?',
  'Perhaps talk to the union',
  'Just tell him',
  'My advice is to sleep on it.',
  'In your place I would wait.',
  'You might want to read the policy. What do you think?',
  'It helps to count to ten',
  'What about the policy? You must follow it.',
])('“%s” may be heard as advice', (words) => expect(noticed(words)).toBe('advice'))

test.each([
  'Don’t you think she meant well?',
  'That was unfair, wasn’t it?',
  'You were tired, were you?',
  'Surely there is somebody else?',
  'Obviously you were upset, what then?',
  'So you were right?',
  'Isn’t it really about trust?',
])('“%s” holds its own answer', (words) => expect(['leading', 'closed', 'no question']).toContain(noticed(words)))

test.each(['What happened? And what then?', 'How was it? Who was there? Why?'])('“%s” is several at once', (words) =>
  expect(noticed(words)).toBe('several'),
)

test.each(['That sounds hard.', 'I felt the same last year', 'Your lead sounds unkind!'])(
  '“%s” is no question',
  (words) => expect(noticed(words)).toBe('no question'),
)

test('an empty text has nothing to point out', () => expect(lookAtQuestion('  ')).toBeNull())

test('every hint says why, and how one might begin instead', () => {
  const hint = lookAtQuestion('Did you tell her?')
  expect(hint?.reason).toMatch(/yes or no/)
  expect(hint?.instead).toMatch(/what, how/)
})

test('a long text is looked through quickly', () => {
  const long = `${'and so it went on, '.repeat(2000)}what then?`
  const hint = lookAtQuestion(long.slice(0, 2000))
  expect(hint === null || hint.reason.length > 0).toBe(true)
})
