import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../policy/index.ts'
import { answeredIn, answerInWords, plainForm } from './report.ts'
import { reportFormOf } from './report.view.ts'

const reading = readPack(readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
if (!reading.ok) throw new Error('The safeguarding pack is faulty')
const template = reading.pack.templates?.find(({ key }) => key === 'observation-report') ?? null
const form = reportFormOf(template)

describe('the form of an observation', () => {
  it('asks whoever observes what the policy asks, without the day and the supervisor’s own comment', () => {
    expect(form.questions.map(({ key }) => key)).toEqual([
      'place',
      'structure',
      'child',
      'challenge',
      'care',
      'feedback',
    ])
    expect(form.questions.filter(({ needed }) => needed).map(({ key }) => key)).toEqual(['feedback'])
    expect(form.questions[0]).toMatchObject({ answer: 'scale', section: 'What was seen' })
    expect(form.actionsNeeded).toBe(true)
    expect(form.commentLabel).toBe('The supervisor’s comment')
  })
  it('asks for feedback alone where the policy has no form', () => {
    expect(reportFormOf(null)).toEqual(plainForm)
  })
  it('shows what was answered, in the order it was asked', () => {
    const answers = { feedback: 'Calm', place: '4', unknown: 'x', care: ' ' }
    const shown = answeredIn(form, answers)
    expect(shown.map(({ key }) => key)).toEqual(['place', 'feedback'])
    expect(shown.map((asked) => answerInWords(asked, answers))).toEqual(['4 of 5', 'Calm'])
  })
})
