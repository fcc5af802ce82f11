// Any format that the policy's own check lets pass, however little sense it makes, is met by from beginning to end, with the
// presenter kept silent wherever the format says so, and drawn to its minutes (SPEC 7.10).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFormat } from '../../../../test/any-format.ts'
import { hold } from '../../../../test/meeting-played.ts'
import { names, openRoom, packIn } from '../../../../test/meeting-room.ts'
import { readShape } from '../../../platform/schema.ts'
import { contradictionsOf, policyPack } from '../../policy/index.ts'
import { type Format, formatOf } from '../format/format.ts'
import { formatInWords, linesOf, rulesOfStage, stripStagesOf } from './format-lines.view.ts'

const whole = packIn('action-learning')
const types = whole.types.map(({ meetingFormats: _formats, ...type }) => type)

test('any format that the policy’s check lets pass is met by from beginning to end, and drawn to its minutes', {
  timeout: 60_000,
}, () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  console.info(`Formats that nobody thought of: 200, seed ${seed}`)
  let kept = 0
  fc.assert(
    fc.property(anyFormat, (given) => {
      const pack = { ...whole, types, meetingFormats: [given] }
      const shape = readShape(policyPack, pack)
      if (!shape.ok || contradictionsOf(shape.value).length > 0) return
      kept += 1
      const read = shape.value.meetingFormats?.[0]
      if (!read) throw new Error('no format')
      const format = formatOf(read)
      const room = openRoom({ format, minutes: format.usualMinutes ?? 120 })
      room.come(names)
      hold(room)
      draws(format)
    }),
    { numRuns: 200, seed, endOnFailure: true },
  )
  expect(kept).toBeGreaterThan(120)
})

/** Every stage has its place and says what holds in it; minutes never go back, and never exceed the meeting. */
function draws(format: Format): void {
  const lines = linesOf(format, { minutes: 120, people: 5, topics: 2 })
  const strip = stripStagesOf(lines)
  for (const [at, one] of strip.entries()) {
    const before = strip[at - 1]
    if (one.minutes < 0 || one.from !== (before ? before.from + before.minutes : 0)) throw new Error(`a gap at ${at}`)
  }
  const last = strip.at(-1)
  if (last && last.from + last.minutes > 120) throw new Error('longer than the meeting')
  for (const part of format.parts)
    for (const stage of part.stages)
      if (rulesOfStage(part, stage).some((sentence) => !/^[A-Z].*\.$/.test(sentence) || sentence.includes('undefined')))
        throw new Error(rulesOfStage(part, stage).join(' '))
  expect(formatInWords(format, lines)).toMatch(/^\d+ stages? in \d+ parts?, \d+ minutes?\./)
}
