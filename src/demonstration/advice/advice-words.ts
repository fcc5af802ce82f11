// What was asked of the demonstration's advice desk, advised and heard. All fictitious.
import type { AdviceWritten, Choices, Written } from '../../areas/advice/index.ts'

const refer: Choices = { advice: ['refer for a child', 'write it down'], urgency: 'today', next: 'the caller' }
const watch: Choices = { advice: ['carry on', 'bring to supervision'], urgency: 'no hurry', next: 'the caller' }

export const missedVisits = {
  details: 'EP-0412: third visit missed, school says the same. Refer now or wait for the core group?',
  advised: {
    theme: 'neglect',
    minutes: 25,
    choices: refer,
    words:
      'Three missed visits with two services worried are enough on their own. Advised to refer today and to tell the parents first, unless that puts anybody at risk. The core group is no reason to wait.',
    action: null,
  } satisfies AdviceWritten,
  heard: {
    choices: refer,
    words: 'I refer today, I tell the mother before I do, and I write both into the record.',
  } satisfies Written,
}

export const bruise = {
  details: 'CW-1187: a small bruise on the arm of a baby who does not crawl. Explanation given, seems likely.',
  advised: {
    theme: 'safeguarding children',
    minutes: 20,
    choices: { advice: ['refer for a child'], urgency: 'now', next: 'the caller' },
    words:
      'A bruise on a baby who does not move about is looked at by a paediatrician the same day, however likely the explanation. Advised to refer at once and to stay until it is arranged.',
    action: null,
  } satisfies AdviceWritten,
  heard: {
    choices: { advice: ['refer for a child', 'talk again'], urgency: 'today', next: 'both' },
    words: 'I refer. The desk rings the ward and calls me back this afternoon.',
  } satisfies Written,
}

export const sharing = {
  details: 'CE-0093: may I tell the GP what a young person told me about home, against their wish?',
  advised: {
    theme: 'information sharing',
    minutes: 15,
    choices: { advice: ['share with others', 'bring to supervision'], urgency: 'this week', next: 'the caller' },
    words:
      'Talked through what sharing would change and what it would cost. Advised to go back to the young person first, and to share what the GP needs to keep them safe, saying so.',
    action: null,
  } satisfies AdviceWritten,
}

export const feeding = {
  details: 'EP-0455: weight has dropped a line. Mother is open and worried. Is there more I should ask?',
  advised: {
    theme: 'mental health',
    minutes: 10,
    choices: watch,
    words:
      'Asked about mood, sleep and who helps at night. Advised to weigh again in a week and to ask the two questions about mood.',
    action: null,
  } satisfies AdviceWritten,
  heard: { choices: watch, words: 'I ask about her mood, weigh in a week, and bring it next time.' } satisfies Written,
}

export const waitingNow = 'EP-0431: new partner in the home, older child has gone quiet. Whom should I talk to first?'

/** An agency nurse, rung back: she had heard that the desk would do the next step. */
export const firstShift = {
  who: { name: 'Kayleigh Osei', role: 'Agency nurse', place: 'Urgent care, by an agency' },
  details: 'UC-3301: adult with bruises on both wrists, says nothing of it while the husband is in the room.',
  advised: {
    theme: 'domestic abuse',
    minutes: 15,
    choices: { advice: ['refer for an adult', 'write it down'], urgency: 'today', next: 'the caller' },
    words:
      'Advised to see her alone first, with a reason that raises no suspicion, to ask, and to refer today with her consent. Where to find the form, and who of the ward helps with it.',
    action: null,
  } satisfies AdviceWritten,
  heard: {
    choices: { advice: ['refer for an adult', 'write it down'], urgency: 'today', next: 'the adviser' },
    words:
      'She sees the patient alone and writes it down. She took it that the desk would refer; put right on the phone.',
  } satisfies Written,
}
