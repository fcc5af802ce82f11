// What the page of a meeting offers each person in each stage, drawn from a meeting that is played here (SPEC 7.3 to 7.7): by
// heading, label and button. The same through the real app is in live.pages.slow.test.ts.
import { describe, expect, test } from 'vitest'
import {
  formatIn,
  goTo,
  nameTopics,
  openRoom,
  passTo,
  person,
  promised,
  readyRoom,
  type Room,
  roomInTopic,
  says,
} from '../../../../test/meeting-room.ts'
import { drawn } from '../../../../test/meeting-screen.ts'
import type { CameBack } from '../asking/came-back.view.ts'
import { contributionForm } from '../asking/deeds.form.ts'

/** The page as somebody sees it. */
function page(room: Room, name: string, how: { back?: CameBack; shared?: boolean } = {}) {
  const document = drawn(room, name, how)
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
  return {
    text: texts('main').join(' '),
    buttons: texts('main button'),
    headings: texts('h1, h2, h3'),
    labels: texts('label, legend'),
    summaries: texts('summary'),
    forms: [...document.querySelectorAll('form')].map((one) => one.getAttribute('action') ?? ''),
    document,
  }
}

describe('arriving', () => {
  test('is one button, or asking that somebody else writes', () => {
    const room = openRoom({ format: formatIn('action-learning', 'suggestions') })
    expect(page(room, 'Amina').buttons).toEqual(['I am here', 'I am in the room, please write for me'])
  })

  test('shows the ground rules when they are recalled, until one has said that one keeps to them', () => {
    const room = readyRoom()
    goTo(room, 'Recall our ground rules')
    expect(page(room, 'Grace').text).toContain('We come to every meeting.')
    expect(page(room, 'Grace').buttons).toContain('I keep to them today')
    room.does('Grace', { type: 'recall ground rules', person: person('Grace') })
    expect(page(room, 'Grace').buttons).not.toContain('I keep to them today')
  })
})

describe('reporting back', () => {
  test('asks whoever promised, one at a time, in the words of the promise', () => {
    const room = readyRoom({ promises: ['Hanna'] })
    goTo(room, 'What came of it?')
    expect(page(room, 'Hanna').buttons).not.toContain('Tell the set')
    passTo(room, 'Hanna')
    expect(page(room, 'Hanna').text).toContain('You said you would: what Hanna promised')
    expect(page(room, 'Hanna').buttons.slice(0, 3)).toEqual(['Pause', 'Tell the set', 'I have finished'])
  })

  test('tells the facilitator why the set cannot move on, and lets them put a report off', () => {
    const room = readyRoom({ promises: ['Hanna'] })
    goTo(room, 'What came of it?')
    const shown = page(room, 'Ben')
    expect(shown.text).toContain('Next: Name your topic. One commitment is not reported on yet')
    expect(shown.buttons).not.toContain('Next: Name your topic')
    expect(shown.summaries).toContain('Put a report off to the next meeting')
    room.does('Ben', { type: 'put off report', commitment: promised('Hanna'), words: 'No news yet' })
    expect(page(room, 'Ben').buttons).toContain('Next: Name your topic')
    expect(page(room, 'Ivan').text).toContain('No news yet')
  })
})

describe('topics', () => {
  test('begin from one’s own draft, which nobody else sees', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    passTo(room, 'Grace')
    expect(page(room, 'Grace').document.querySelector('textarea')?.textContent).toBe('My draft')
    expect(page(room, 'Ivan').text).not.toContain('My draft')
  })

  test('are voted on by all, and chosen by the facilitator with places, minutes and what is fair', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina', 'Grace'])
    goTo(room, 'Choose, put in order, share out the time')
    expect(page(room, 'Ivan').buttons).toContain('Vote')
    expect(page(room, 'Ivan').forms).not.toContain('/m/choice')
    const shown = page(room, 'Ben')
    expect(shown.summaries).toContain('It would be fair to take Amina and Grace. See why')
    expect(shown.labels).toEqual(expect.arrayContaining(['Amina’s topic', 'Grace’s topic', 'By votes']))
    expect(shown.text).toContain('for the topics. Minutes that you leave empty are shared out evenly')
  })

  test('with bids say how much each is needed', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'bidding-round') })
    goTo(room, 'Who needs the set today?')
    passTo(room, 'Grace')
    expect(page(room, 'Grace').labels).toContain('How much do you need the set today?')
    expect(page(room, 'Grace').buttons).toContain('Make this bid')
  })
})

describe('presenting and listening', () => {
  test('open the six prompts to whoever presents, and to nobody else', () => {
    const room = roomInTopic('Present')
    expect(page(room, 'Amina').summaries).toContain('Six prompts')
    expect(page(room, 'Ivan').summaries).not.toContain('Six prompts')
    expect(page(room, 'Ivan').summaries).not.toContain('For the facilitator')
    expect(page(room, 'Ben').summaries).toContain('For the facilitator')
  })

  test('look like listening: the presenter has no form but the quiet ones', () => {
    const room = roomInTopic('Listen')
    room.does('Grace', says(room, 'Grace', 'question', 'What would help?'))
    const shown = page(room, 'Amina')
    expect(shown.headings).toContain('You are listening')
    expect(shown.forms.toSorted()).toEqual(['/m/departure', '/m/pause', '/m/quiet-words'])
    expect(shown.text).toContain('What would help?')
  })

  test('keep what was typed as the stage changed', () => {
    const room = roomInTopic('Listen')
    const typed = { kind: 'suggestion', said: 'Half a sentence' }
    const state = contributionForm.refused(typed, { reason: 'You are listening now' })
    expect(page(room, 'Amina', { back: { deed: 'contributions', state } }).text).toContain('Half a sentence')
    const same = page(room, 'Ivan', { back: { deed: 'contributions', state } })
    expect(same.document.querySelector('#said')?.textContent).toBe('Half a sentence')
    expect(same.text).not.toContain('What you wrote is still here')
  })

  test('point a closed question out to its author, who may send it as it stands', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'questions-only') })
    goTo(room, 'Name your issue')
    nameTopics(room, ['Amina'])
    room.does('Ben', { type: 'move on', step: room.step })
    const topics = [
      { topic: room.meeting.topics[0]?.id as never, minutes: room.view('Ben').facilitating?.minutesForTopics ?? 0 },
    ]
    room.does('Ben', { type: 'choose topics', topics, how: 'agreement', words: 'One today', shownAt: room.now })
    goTo(room, 'Questions')
    const typed = { kind: 'question', said: 'Have you told her?' }
    const state = contributionForm.refused(typed, { reason: 'It can be answered with yes or no', field: 'said' })
    const shown = page(room, 'Ivan', { back: { deed: 'contributions', state } })
    expect(shown.text).toContain('Nobody else has seen it')
    expect(shown.buttons).toEqual(expect.arrayContaining(['Ask this question', 'Send it as it stands']))
    expect(page(room, 'Ivan').buttons).not.toContain('Send it as it stands')
  })
})

describe('what is private', () => {
  test('shows to those it is for: quiet words and voices to the facilitator, votes to their voter', () => {
    const room = roomInTopic('Listen')
    room.does('Hanna', { type: 'tell discomfort', words: 'Too close to me' })
    expect(page(room, 'Ben').text).toContain('Too close to me')
    for (const name of ['Amina', 'Chidi', 'Grace', 'Ivan']) expect(page(room, name).text).not.toContain('Too close')
    expect(page(room, 'Hanna').text).toContain('Told to Ben alone.')
    expect(page(room, 'Ben', { shared: true }).text).not.toContain('Too close to me')
    room.does('Ben', { type: 'answer discomfort', number: 1 })
    expect(page(room, 'Hanna').text).toContain('Ben has read what you told quietly.')
  })
})

describe('people in the room', () => {
  test('are written for by the facilitator, who says for whom', () => {
    const room = roomInTopic('Listen')
    room.does('Ben', { type: 'say way', person: person('Ivan'), way: 'in the room' })
    const shown = page(room, 'Ben', { shared: true })
    expect(shown.labels).toContain('Who says it (optional)')
    expect(shown.text).toContain('Ivan, in the room')
    expect(shown.forms).toContain('/m/contributions?screen=shared')
    expect(page(room, 'Ivan').buttons).toContain('Write on my own device')
  })
})

describe('the facilitator', () => {
  test('calls people where the format says so, and forms groups anew where it has them', () => {
    const room = roomInTopic('Offer', { format: formatIn('action-learning', 'with-process-review') })
    expect(page(room, 'Ben').labels).toContain('Whose turn is it next?')
    const threes = readyRoom({ format: formatIn('action-learning', 'rounds-of-three') })
    goTo(threes, 'Tell')
    expect(page(threes, 'Ben').buttons).toContain('Work in these groups')
  })

  test('is stood in for by the deputy when nothing is heard of them for a minute', () => {
    const room = roomInTopic('Listen')
    expect(page(room, 'Chidi').buttons).not.toContain('Facilitate for now')
    room.wait(61)
    expect(page(room, 'Chidi').buttons).toContain('Facilitate for now')
    expect(page(room, 'Grace').buttons).not.toContain('Facilitate for now')
  })

  test('agrees the next date and finishes at the end', () => {
    const room = roomInTopic('Commit')
    expect(page(room, 'Amina').buttons).toContain('I will do this')
    goTo(room, 'When do we meet next?')
    expect(page(room, 'Ben').buttons).toEqual(expect.arrayContaining(['Save the date', 'Finish the meeting']))
    expect(page(room, 'Amina').document.querySelector('#live')?.getAttribute('data-live')).toBe('/m/changes')
    room.does('Ben', { type: 'finish', words: null })
    expect(page(room, 'Amina').document.querySelector('#live')?.getAttribute('data-live')).toBe('')
    expect(page(room, 'Ben').headings).toContain('The meeting is over')
    expect(page(room, 'Ben').forms).toEqual([])
  })
})
