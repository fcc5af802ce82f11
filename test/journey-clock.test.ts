import { describe, expect, it } from 'vitest'
import { shiftToTen } from './journey-clock.ts'

const inLondon = (at: Date) => at.toLocaleString('en-GB', { timeZone: 'Europe/London' })

describe('the clock of the journeys', () => {
  it('says ten in the morning of the same London day, whatever the hour and the season', () => {
    for (const day of ['2026-11-22', '2026-06-30', '2028-02-29'])
      for (const time of ['00:00:00', '00:05:10', '01:59:59', '12:00:00', '22:30:00', '23:10:00', '23:59:59']) {
        const now = new Date(`${day}T${time}Z`)
        const moved = inLondon(new Date(now.getTime() + shiftToTen(now)))
        expect(moved).toBe(`${inLondon(now).split(',')[0]}, 10:00:00`)
      }
  })
})
