import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import {
  decideRelease,
  decideTakingBack,
  type Release,
  releasableBy,
  type ReleaseId,
  standingOfRelease,
} from './release.ts'

const person = (name: string) => name as PersonId
const topics = [
  {
    presenter: person('Ben'),
    offered: [
      { number: 4, words: 'Ask for an hour' },
      { number: 5, words: '' },
    ],
  },
  { presenter: person('Dora'), offered: [{ number: 9, words: 'Write it down' }] },
]
const promises = [
  { id: 'one', owner: person('Ben'), words: 'Bring my diary' },
  { id: 'two', owner: person('Dora'), words: 'Talk to her' },
]
const items = releasableBy(topics, promises, person('Ben'))
const given: Release = {
  id: 'r' as ReleaseId,
  meeting: 'm' as MeetingId,
  item: 'contribution 4',
  presenter: person('Ben'),
  recipient: person('Noor'),
  releasedAt: moment('2027-02-03T16:00:00Z'),
  readAt: null,
  takenBackAt: null,
}
const give = (item: string, recipient: string, before: readonly Release[] = []) =>
  decideRelease(
    { item, recipient: person(recipient), by: person('Ben') },
    { items, inTheRoom: ['Ben', 'Dora'].map(person), given: before },
  )

describe('what a presenter may give away', () => {
  test('is what was offered to them and what they promised, as far as words were kept', () =>
    expect(items.map((one) => one.item)).toEqual(['contribution 4', 'action one']))

  test('goes in exactly its words to one person who was not there', () => {
    expect(give('contribution 4', 'Noor')).toMatchObject({ ok: true, value: { words: 'Ask for an hour' } })
    expect(give('contribution 9', 'Noor')).toMatchObject({ ok: false, field: 'item' })
    expect(give('contribution 4', 'Dora')).toMatchObject({ ok: false, field: 'recipient' })
    expect(give('contribution 4', 'Ben')).toMatchObject({ ok: false, field: 'recipient' })
    expect(give('contribution 4', 'Noor', [given])).toMatchObject({ ok: false, field: 'recipient' })
    expect(give('contribution 4', 'Noor', [{ ...given, takenBackAt: given.releasedAt }]).ok).toBe(true)
  })

  test('is taken back by its giver, as long as it has not been read', () => {
    expect(decideTakingBack(given, person('Ben')).ok).toBe(true)
    expect(decideTakingBack(given, person('Noor')).ok).toBe(false)
    expect(decideTakingBack({ ...given, readAt: given.releasedAt }, person('Ben'))).toMatchObject({
      reason: 'It has been read, so it cannot be taken back. Speak with them',
    })
    expect(decideTakingBack({ ...given, takenBackAt: given.releasedAt }, person('Ben')).ok).toBe(false)
    expect(standingOfRelease(given)).toBe('waits')
  })
})
