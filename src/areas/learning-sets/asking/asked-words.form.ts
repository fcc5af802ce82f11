// What people write in a meeting, as it is asked of it: contributions, topics, bids, votes, reports, commitments, quiet words.
import type { Id } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Kind } from '../format/format.ts'
import type { LearningLevel, Outcome } from '../meeting/meeting.ts'
import { type AskedReading, askedBy, button, idIn, numberIn, personIn, stepOf, type Sent } from './asked.form.ts'
import {
  bidForm,
  commitmentForm,
  contributionForm,
  postponementForm,
  quietForm,
  reportForm,
  topicForm,
  voteForm,
} from './deeds.form.ts'

/** Something contributed, or taken back. */
export function contributionAsked(sent: Sent): AskedReading {
  if (firstOf(sent.form, 'back') !== '') return button(sent, { type: 'take back', number: numberIn(sent.form, 'back') })
  return askedBy(
    contributionForm,
    sent,
    (value) => ({
      type: 'contribute',
      kind: value.kind as Kind,
      person: personIn(value.speaker, sent),
      words: value.said,
      level: value.level as LearningLevel | null,
      asItStands: firstOf(sent.form, 'as-it-stands') === 'yes',
      step: stepOf(sent),
    }),
    { words: 'said' },
  )
}

/** A topic named, or taken back. */
export function topicAsked(sent: Sent): AskedReading {
  if (firstOf(sent.form, 'back') !== '')
    return button(sent, { type: 'take topic back', topic: idIn<'topic'>(sent, 'back') })
  return askedBy(
    topicForm,
    sent,
    (value) => ({
      type: 'name topic',
      topic: sent.newId<'topic'>(),
      person: personIn(value['topic-speaker'], sent),
      words: value['topic-words'],
      step: stepOf(sent),
    }),
    { words: 'topic-words' },
  )
}

/** How much somebody needs it today. */
export const bidsAsked = (sent: Sent): AskedReading =>
  askedBy(
    bidForm,
    sent,
    (value) => ({
      type: 'bid',
      topic: sent.newId<'topic'>(),
      person: personIn(value['bid-speaker'], sent),
      strength: Number(value.strength),
      words: value['bid-words'],
      step: stepOf(sent),
    }),
    { words: 'bid-words', strength: 'strength' },
  )

/** Somebody’s votes. */
export const votesAsked = (sent: Sent): AskedReading =>
  askedBy(
    voteForm,
    sent,
    (value) => ({
      type: 'vote',
      person: personIn(value['vote-speaker'], sent),
      topics: value.votes.map((one) => sent.readId<'topic'>(one) ?? ('nothing' as Id<'topic'>)),
      step: stepOf(sent),
    }),
    { topics: 'votes' },
  )

/** What came of a commitment. */
export function reportAsked(sent: Sent): AskedReading {
  return askedBy(
    reportForm,
    sent,
    (value) => ({
      type: 'report',
      commitment: idIn<'action'>(sent, 'commitment'),
      outcome: value.outcome as Outcome,
      words: value['came-of-it'],
      due: (value['new-day'] as Day | null) ?? null,
      step: stepOf(sent),
    }),
    { words: 'came-of-it', due: 'new-day' },
  )
}

/** A report put off. */
export const postponementsAsked = (sent: Sent): AskedReading =>
  askedBy(
    postponementForm,
    sent,
    (value) => ({
      type: 'put off report',
      commitment: sent.readId<'action'>(value['put-off']) ?? ('nothing' as Id<'action'>),
      words: value['put-off-words'],
    }),
    { words: 'put-off-words' },
  )

/** What somebody will do. */
export const commitmentsAsked = (sent: Sent): AskedReading =>
  askedBy(
    commitmentForm,
    sent,
    (value) => ({
      type: 'commit',
      commitment: sent.newId<'action'>(),
      person: personIn(value['promise-speaker'], sent),
      words: value.promise,
      due: value.due as Day,
      step: stepOf(sent),
    }),
    { words: 'promise', due: 'due' },
  )

/** Told to the facilitator quietly, or read by them. */
export function quietAsked(sent: Sent): AskedReading {
  if (firstOf(sent.form, 'read') !== '')
    return button(sent, { type: 'answer discomfort', number: numberIn(sent.form, 'read') })
  return askedBy(quietForm, sent, (value) => ({ type: 'tell discomfort', words: value['quiet-words'] }), {
    words: 'quiet-words',
  })
}
