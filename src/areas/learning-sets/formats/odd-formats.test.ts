// Formats are data (SPEC 7.10): five that no pack ships are parsed as a policy is, and met by from beginning to end.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hold } from '../../../../test/meeting-played.ts'
import { names, openRoom } from '../../../../test/meeting-room.ts'
import { readPack } from '../../policy/index.ts'
import { type Format, formatOf } from '../format/format.ts'

const reading = readPack(readFileSync('test/odd-formats.yaml', 'utf8'))
const odd = reading.ok ? (reading.pack.meetingFormats ?? []) : []

function heldBy(format: Format) {
  const room = openRoom({ format, minutes: format.usualMinutes ?? 120 })
  room.come(names)
  return { room, stages: hold(room) }
}

describe('five formats that nobody ships', () => {
  test('pass the check of a policy', () => expect(reading).toMatchObject({ ok: true }))

  test.each(odd.map((one) => [one.key, formatOf(one)] as const))(
    '%s is met by through all its stages',
    (_key, format) => {
      const { room, stages } = heldBy(format)
      expect(new Set(stages)).toEqual(new Set(format.parts.flatMap((part) => part.stages.map((stage) => stage.name))))
      room.does('Ben', { type: 'finish', words: null })
      expect(room.meeting.state).toBe('finished')
    },
  )

  test('come round as often as they say', () => {
    const count = (key: string, name: string) =>
      heldBy(formatOf(odd.find((one) => one.key === key) as (typeof odd)[number])).stages.filter((one) => one === name)
        .length
    expect(count('balint', 'Imagine')).toBe(2)
    expect(count('two-minute-round', 'Tell')).toBe(5)
    expect(count('troika-in-front', 'Behind your back')).toBe(2)
    expect(count('backwards', 'Advise')).toBe(1)
  })
})
