import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition, testMoment } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asService } from '../../platform/composition.ts'
import { sql } from '../../platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import { addMinutes, moment } from '../../platform/time/moment.ts'
import { addPerson, askerFor, grantRole } from '../people/index.ts'
import { advisedByTheme, askedByHour, comparedPairs, tally, waitsUntilTaken } from './figures/tally.store.ts'
import { countSave, findDraft, holdDraft } from './recording/draft.store.ts'
import { addOutsider, findOutsiders, saveLink, saveMinutes } from './outside/outsider.store.ts'
import type { AdviceRequest } from './request/request.ts'
import {
  addEntry,
  addRequest,
  findAdvisedBy,
  findDiffering,
  findEntries,
  findOpenRequests,
  findRequest,
  findRequestsOf,
  saveRequest,
} from './request/request.store.ts'

const database = await testDatabase()
const service = testComposition(database, { identify: askerFor })

async function trust(name?: string) {
  const organisation = await newOrganisation(database, name)
  const people = await asService(service, { organisation }, async (work) => {
    const person = async (who: string): Promise<PersonId> => {
      const added = await addPerson(work, { name: who, staffNumber: null, email: null })
      if (!added.ok) throw new Error(added.reason)
      return added.value
    }
    const [ben, tom, otto] = [await person('Ben Carter'), await person('Tom Whitfield'), await person('Otto Berg')]
    const role = { person: tom, role: 'safeguarding advisor' as const, from: day('2026-01-01'), to: null }
    const done = await grantRole(work, { ...role, reason: 'Desk' })
    if (!done.ok) throw new Error(done.reason)
    return { ben, tom, otto }
  })
  const inside = <T>(who: PersonId, body: Parameters<typeof as<T>>[3]) => as(service, organisation, who, body)
  return { organisation, ...people, inside }
}

const asked = (caller: PersonId): AdviceRequest => ({
  id: newId<'request'>(),
  caller,
  openedBy: caller,
  openedAt: testMoment,
  urgency: 'today',
  state: 'waiting',
  has: null,
  dueAt: addMinutes(testMoment, 60),
  leadsAt: addMinutes(testMoment, 120),
  adviser: null,
  advisedAt: null,
  heardAt: null,
  readFirst: false,
  differs: null,
  differed: null,
  lookedAt: null,
  version: 1,
})

describe('a request', () => {
  it('comes back as it was saved, with its entries in order', async () => {
    const { ben, tom, inside } = await trust()
    const request = asked(ben)
    await inside(ben, async (work) => {
      await addRequest(work, request)
      expect(await addEntry(work, request.id, { kind: 'asked' })).toBe(1)
    })
    const taken = { ...request, state: 'taken' as const, has: tom, version: 2 }
    await inside(tom, async (work) => {
      expect(await saveRequest(work, taken)).toBe(true)
      expect(await saveRequest(work, taken)).toBe(false)
      await addEntry(work, request.id, { kind: 'handed on', person: tom })
    })
    await inside(ben, async (work) => {
      expect(await findRequest(work, request.id)).toEqual(taken)
      expect((await findEntries(work, request.id)).map(({ kind, person }) => [kind, person])).toEqual([
        ['asked', null],
        ['handed on', tom],
      ])
      expect((await findRequestsOf(work, ben)).map(({ id }) => id)).toEqual([request.id])
    })
  })

  it('is seen by who asked and by the desk, and by no colleague', async () => {
    const { ben, tom, otto, inside } = await trust()
    const request = asked(ben)
    await inside(ben, (work) => addRequest(work, request))
    expect(await inside(tom, async (work) => (await findOpenRequests(work)).length)).toBe(1)
    await inside(otto, async (work) => {
      expect(await findRequest(work, request.id)).toBeNull()
      expect(await findOpenRequests(work)).toEqual([])
      expect(await saveRequest(work, { ...request, version: 2 })).toBe(false)
    })
    await expect(inside(otto, (work) => addRequest(work, asked(ben)))).rejects.toThrow(/row-level security/)
    await expect(inside(otto, (work) => addEntry(work, request.id, { kind: 'asked' }))).rejects.toThrow(/row-level/)
  })

  it('is found by whoever advised, and while its records differ', async () => {
    const { ben, tom, inside } = await trust()
    const request = asked(ben)
    await inside(ben, (work) => addRequest(work, request))
    const over = { dueAt: null, leadsAt: null, state: 'recorded' as const, version: 2 }
    const recorded = {
      ...request,
      ...over,
      adviser: tom,
      advisedAt: testMoment,
      heardAt: testMoment,
      differs: [],
      differed: ['advice'],
    }
    await inside(tom, async (work) => {
      await saveRequest(work, recorded)
      expect(await findDiffering(work)).toEqual([recorded])
      expect(await findAdvisedBy(work, tom, moment('2026-11-01T00:00:00Z'))).toEqual([recorded])
      await saveRequest(work, { ...recorded, lookedAt: testMoment, version: 3 })
      expect(await findDiffering(work)).toEqual([])
    })
  })

  it('can be neither removed nor given to somebody else', async () => {
    const { ben, inside } = await trust()
    await inside(ben, (work) => addRequest(work, asked(ben)))
    for (const deed of [
      'delete from advice_request',
      'update advice_request set caller = has',
      'delete from advice_entry',
      'delete from advice_tally',
    ])
      await expect(inside(ben, (work) => sql.raw(deed).execute(work.db))).rejects.toThrow(/permission denied/)
  })
})

describe('a draft', () => {
  it('is one for each writer and record, and counts its saves', async () => {
    const { ben, tom, inside } = await trust()
    const request = asked(ben)
    await inside(ben, async (work) => {
      await addRequest(work, request)
      expect(await findDraft(work, request.id, 'account')).toBeNull()
      const draft = await holdDraft(work, request.id, 'account')
      await countSave(work, draft)
      expect(await holdDraft(work, request.id, 'account')).toEqual({ id: draft.id, save: 1 })
    })
    await inside(tom, async (work) => {
      expect(await findDraft(work, request.id, 'account')).toBeNull()
      expect((await holdDraft(work, request.id, 'advice')).save).toBe(0)
      expect((await sql`select from advice_draft`.execute(work.db)).rows).toHaveLength(1)
    })
  })
})

const kayleigh = { name: 'Kayleigh Osei', role: 'Agency nurse', place: 'Harbour ward' }

describe('somebody who is not in the register', () => {
  it('is written down by the desk, seen by the desk, and found in the register once', async () => {
    const { ben, tom, otto, inside } = await trust()
    const request = { ...asked(ben), caller: null, openedBy: tom }
    await inside(tom, async (work) => {
      await addRequest(work, request)
      await addOutsider(work, request.id, kayleigh)
      await saveMinutes(work, request.id, 20)
      expect(await saveLink(work, request.id, ben)).toBe(true)
      expect(await saveLink(work, request.id, otto)).toBe(false)
      expect((await findOutsiders(work, [request.id])).get(request.id)).toMatchObject({ ...kayleigh, person: ben })
    })
    for (const who of [ben, otto])
      await inside(who, async (work) => {
        expect(await findRequest(work, request.id)).toBeNull()
        expect((await findOutsiders(work, [request.id])).size).toBe(0)
      })
    await expect(inside(otto, (work) => addRequest(work, { ...asked(otto), caller: null }))).rejects.toThrow(
      /row-level/,
    )
  })

  it('is nobody’s of a request whose caller is in the register', async () => {
    const { ben, inside } = await trust()
    const request = asked(ben)
    await inside(ben, (work) => addRequest(work, request))
    await expect(inside(ben, (work) => addOutsider(work, request.id, kayleigh))).rejects.toThrow(/row-level/)
  })
})

const span = { from: day('2026-11-01'), to: day('2026-12-01') }

describe('figures', () => {
  it('are counted by hour, wait and theme, without anybody', async () => {
    const { ben, tom, inside } = await trust()
    await inside(ben, async (work) => {
      await tally(work, { kind: 'asked', urgency: 'today', hour: 9, inHours: true })
      await tally(work, { kind: 'asked', urgency: 'now', hour: 9, inHours: true })
      await tally(work, { kind: 'taken', urgency: 'today', since: addMinutes(work.moment, -20), inTime: true })
      await tally(work, { kind: 'advised', urgency: 'today', theme: 'neglect' })
      await tally(work, { kind: 'compared', urgency: 'today', differs: true })
      expect(await askedByHour(work, span)).toEqual([])
    })
    await inside(tom, async (work) => {
      expect(await askedByHour(work, span)).toEqual([{ label: '9', count: 2 }])
      expect(await waitsUntilTaken(work, span)).toEqual([{ urgency: 'today', label: '15', count: 1, inTime: 1 }])
      expect(await advisedByTheme(work, span)).toEqual([{ label: 'neglect', count: 1 }])
      expect(await comparedPairs(work, span)).toEqual({ compared: 1, differed: 1 })
    })
  })
})

describe('the neighbour', () => {
  it('sees no request, no entry, no draft, nobody outside and no figure', async () => {
    const { ben, tom, inside } = await trust()
    const request = asked(ben)
    await inside(ben, async (work) => {
      await addRequest(work, request)
      await addEntry(work, request.id, { kind: 'asked' })
      await tally(work, { kind: 'asked', urgency: 'today', hour: 9, inHours: true })
      await holdDraft(work, request.id, 'account')
    })
    const outside = { ...asked(ben), caller: null, openedBy: tom }
    await inside(tom, async (work) => {
      await addRequest(work, outside)
      await addOutsider(work, outside.id, kayleigh)
    })
    const next = await trust('Next door')
    const look = async (organisation: OrganisationId, who: PersonId) =>
      as(service, organisation, who, async (work) => {
        expect(await findRequest(work, request.id)).toBeNull()
        expect(await askedByHour(work, span)).toEqual([])
        for (const table of ['advice_request', 'advice_entry', 'advice_draft', 'advice_outsider', 'advice_tally'])
          expect((await sql.raw(`select from ${table}`).execute(work.db)).rows).toEqual([])
      })
    await look(next.organisation, next.tom)
    await expect(next.inside(next.tom, (work) => addEntry(work, request.id, { kind: 'taken' }))).rejects.toThrow(
      /row-level|violates/,
    )
    await expect(next.inside(next.tom, (work) => holdDraft(work, request.id, 'advice'))).rejects.toThrow(
      /row-level|violates/,
    )
    expect(await inside(tom, async (work) => (await findOpenRequests(work)).length)).toBe(2)
  })
})
