// How the facilitator's page leads on, and what the screen of the room shows, drawn from meetings that are played here.
import { describe, expect, test } from 'vitest'
import {
  chooseTopics,
  formatIn,
  goTo,
  nameTopics,
  person,
  readyRoom,
  type Room,
  roomInTopic,
  says,
} from '../../../../test/meeting-room.ts'
import { drawn } from '../../../../test/meeting-screen.ts'
import type { Format, Part, Stage } from '../format/format.ts'

/** A story without topics: whoever presents is named. */
const telling = { ...formatIn('action-learning', 'suggestions').parts[3]?.stages[0] } as Stage
const story: Part = {
  key: 'story',
  name: 'Story',
  isBreak: false,
  share: null,
  minutes: null,
  repeats: 'once',
  topics: null,
  times: 1,
  stages: [telling],
}
const oneStory: Format = { ...formatIn('action-learning', 'suggestions'), parts: [story] }

/** The page as somebody sees it. */
function page(room: Room, name: string, how: { shared?: boolean } = {}) {
  const document = drawn(room, name, how)
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
  return {
    document,
    text: texts('main').join(' '),
    buttons: texts('main button'),
    headings: texts('h1, h2, h3'),
    summaries: texts('summary'),
  }
}

describe('the screen of the room', () => {
  test('has nothing to fill in, and speaks of nobody as you', () => {
    const room = roomInTopic('Listen')
    room.does('Amina', { type: 'pause' })
    room.does('Ben', { type: 'resume' })
    room.does('Grace', says(room, 'Grace', 'suggestion', 'Begin with the night staff'))
    const shown = page(room, 'Ben', { shared: true })
    expect(shown.document.querySelectorAll('main input:not([type=hidden]), main textarea, main select').length).toBe(0)
    expect(shown.buttons).toEqual(['2 more minutes', 'Pause', 'Share out what is left', 'Next: Respond'])
    expect(shown.headings).toContain('Amina listens, the set contributes')
    expect(shown.text).toContain('Begin with the night staff')
    expect(shown.text).toContain('Ben, facilitator')
    expect(shown.text).not.toContain('You,')
    expect(shown.text).toContain('Back to your own screen')
  })

  test('folds away what is written for people in the room', () => {
    const room = roomInTopic('Listen')
    room.does('Ben', { type: 'say way', person: person('Ivan'), way: 'in the room' })
    const shown = page(room, 'Ben', { shared: true })
    expect(shown.summaries).toContain('Write for somebody in the room')
    expect(shown.document.querySelector('details[open] textarea')).toBe(null)
  })
})

describe('groups side by side', () => {
  test('show each person with whom they work, and the facilitator and the room all of them', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'rounds-of-three') })
    goTo(room, 'Turn away')
    expect(page(room, 'Grace').text).toContain('You work with Chidi (client) and Ivan (observer).')
    expect(page(room, 'Grace').text).not.toContain('Group 2')
    for (const shared of [false, true])
      expect(page(room, 'Ben', { shared }).text).toContain('Group 2: Amina (client) and Hanna (coach).')
    goTo(room, 'One sentence each')
    expect(page(room, 'Ben').text).not.toContain('Group 1')
  })
})

describe('whoever facilitates', () => {
  test('finds contributing and voting folded away while others do', () => {
    const room = roomInTopic('Listen')
    expect(page(room, 'Ben').summaries).toContain('Contribute something yourself')
    expect(page(room, 'Grace').summaries).not.toContain('Contribute something yourself')
  })

  test('and whoever answers finds a box of their own folded away while others ask', () => {
    const room = readyRoom({ format: formatIn('action-learning', 'questions-only') })
    goTo(room, 'Name your issue')
    nameTopics(room, ['Amina'])
    room.does('Ben', { type: 'move on', step: room.step })
    chooseTopics(room, ['Amina'], 'It is urgent')
    goTo(room, 'Questions')
    expect(page(room, 'Amina').summaries).toContain('Write something down yourself')
    expect(page(room, 'Grace').summaries).not.toContain('Write something down yourself')
    const offered = [...page(room, 'Ben').document.querySelectorAll('select[name="hand-to"] option')]
    expect(offered.map((one) => one.getAttribute('value'))).toEqual(expect.not.arrayContaining(['Amina']))
  })

  test('has one green button where they call people', () => {
    const room = roomInTopic('Offer', { format: formatIn('action-learning', 'with-process-review') })
    const green = [...page(room, 'Ben').document.querySelectorAll('main button:not(.nhsuk-button--secondary)')]
    expect(green.map((one) => (one.textContent ?? '').trim())).toContain('Give the turn')
    expect(green.map((one) => (one.textContent ?? '').trim())).not.toContain('Next: Answer and commit')
  })
})

describe('what the set cannot go on without', () => {
  test('stands where the green button will be: who presents, when no topic says so', () => {
    const room = readyRoom({ format: oneStory })
    const shown = page(room, 'Ben')
    expect(shown.buttons).toContain('They present')
    expect(shown.buttons).not.toContain('Begin the meeting')
    room.does('Ben', { type: 'name presenter', person: person('Grace') })
    expect(page(room, 'Ben').buttons).toContain('Begin the meeting')
  })

  test('is a topic, or to go on without one where nobody has any', () => {
    const room = readyRoom()
    goTo(room, 'Choose, put in order, share out the time')
    const shown = page(room, 'Ben')
    expect(shown.text).toContain('Nobody who is here has a topic that is still to come.')
    expect(shown.buttons).toContain('Go on without a topic')
  })

  test('is time, where none is left for topics', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina'])
    room.wait(150 * 60)
    goTo(room, 'Choose, put in order, share out the time')
    const shown = page(room, 'Ben')
    expect(shown.text).toContain('There is no time left for topics.')
    expect(shown.buttons).toContain('Let the meeting last longer')
    expect(shown.buttons).not.toContain('These are our topics')
  })

  test('is no choice while another stage comes before the topics', () => {
    const room = readyRoom()
    goTo(room, 'Name your topic')
    nameTopics(room, ['Amina'])
    expect(page(room, 'Ben').summaries).toContain('Choose the topics now')
    expect(page(room, 'Ben').buttons).toContain('Next: Choose, put in order, share out the time')
  })
})
