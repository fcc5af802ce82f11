// Any format that the policy's check lets pass is met by from beginning to end by people who know nothing but their pages: what a
// page offers is never refused, and it suffices (SPEC 7.3, 7.10). The same through the whole service, for the formats that are
// shipped and for others, is in pressed-meetings.pages.slow.test.ts.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFormat } from '../../../../test/any-format.ts'
import { pressThrough } from '../../../../test/meeting-pressed.ts'
import { names, openRoom, packIn, type RoomSetting } from '../../../../test/meeting-room.ts'
import { pagesOfRoom } from '../../../../test/meeting-screen.ts'
import { readShape } from '../../../platform/schema.ts'
import { contradictionsOf, policyPack, readPack } from '../../policy/index.ts'
import { type Format, formatOf } from '../format/format.ts'

const whole = packIn('action-learning')
const reading = readPack(readFileSync('test/odd-formats.yaml', 'utf8'))
const odd = ((reading.ok && reading.pack.meetingFormats) || []).map((one) => formatOf(one))
const runs = Number(process.env.FORMAT_RUNS ?? 4)
const seed = Number(process.env.FORMAT_SEED ?? Math.floor(Math.random() * 2 ** 31))

async function played(format: Format, setting: Partial<RoomSetting> = {}) {
  const room = openRoom({ format, minutes: format.usualMinutes ?? 120, ...setting })
  const result = await pressThrough(pagesOfRoom(room))
  return { room, ...result }
}

describe('pressing what the pages offer', { timeout: 600_000 }, () => {
  test.each(odd.map((one) => [one.key, one] as const))('leads through every stage of %s', async (_key, format) => {
    const { room, deeds } = await played(format, { promises: ['Hanna', 'Grace'] })
    expect(room.meeting.state).toBe('finished')
    expect(new Set(room.meeting.past.map((step) => `${step.place.part}.${step.place.stage}`)).size).toBe(
      format.parts.reduce((sum, part) => sum + part.stages.length, 0),
    )
    expect(deeds.get('arrival')).toBe(names.length)
  })

  test('leads through any format that the policy’s check lets pass', async () => {
    console.info(`Formats that nobody thought of, pressed through: ${runs}, seed ${seed}`)
    const types = whole.types.map(({ meetingFormats: _formats, ...type }) => type)
    await fc.assert(
      fc.asyncProperty(anyFormat, fc.boolean(), async (given, promised) => {
        const shape = readShape(policyPack, { ...whole, types, meetingFormats: [given] })
        const read = shape.ok && contradictionsOf(shape.value).length === 0 && shape.value.meetingFormats?.[0]
        fc.pre(!!read)
        const { room } = await played(formatOf(read as never), { promises: promised ? ['Hanna'] : [] })
        if (room.meeting.state !== 'finished') throw new Error('It is not finished.')
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
  })
})
