import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId, type PersonId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { insertCohort } from '../cohort/cohort.store.ts'
import { insertProgramme } from '../programme/programme.store.ts'
import {
  deleteQuotes,
  findCohortsToRead,
  findFeedback,
  findOwnFeedback,
  findQuotes,
  findQuoting,
  holdFeedback,
  insertQuote,
  saveFeedback,
  saveFeedbackDraft,
  saveQuoting,
} from './feedback.store.ts'

const database = await testDatabase()
const service = testComposition(database)
const [grace, ben, dora] = [newId<'person'>(), newId<'person'>(), newId<'person'>()]

async function made() {
  const organisation = await newOrganisation(database)
  const inside = <T>(person: PersonId, body: (work: Work) => Promise<T>) => as(service, organisation, person, body)
  const world = await inside(grace, async (work) => {
    const facts = { madeBy: grace, madeAt: work.moment, version: 1 }
    const words = { aims: '', expect: '', commitment: '', wellbeing: '', contacts: '' }
    const programme = work.newId<'programme'>()
    await insertProgramme(work, { id: programme, name: 'Leading', lead: grace, ...words, ...facts, until: null })
    const cohort = work.newId<'cohort'>()
    const days = { from: day('2026-01-10'), lastDay: day('2026-12-01') }
    await insertCohort(work, { id: cohort, programme, name: 'Autumn', ...days, ...facts })
    return { programme, cohort }
  })
  const own = await inside(ben, async (work) => {
    const fresh = await holdFeedback(work, world.cohort)
    await saveFeedback(work, { ...fresh, save: 1 })
    await saveQuoting(work, fresh.id, { question: 'tried', consent: 'without name' })
    return fresh
  })
  const quoting = (await inside(ben, (work) => findQuoting(work, [own.id])))[0]?.id ?? newId<'quoting'>()
  const quote = { id: newId<'quote'>(), ...world, quoting, words: 'I asked more', person: null }
  return { inside, ...world, own, quoting, quote }
}

describe('feedback', () => {
  it('is seen by its author and by whoever leads the programme, by the database too', async () => {
    const { inside, cohort, own } = await made()
    expect(await inside(ben, (work) => findOwnFeedback(work, cohort))).toMatchObject({ id: own.id, save: 1 })
    expect(await inside(ben, (work) => holdFeedback(work, cohort))).toMatchObject({ id: own.id })
    expect(await inside(grace, (work) => findFeedback(work, cohort))).toHaveLength(1)
    const [earlier, later] = [moment('2026-01-01T00:00:00Z'), moment('2027-01-01T00:00:00Z')]
    const toRead = (who: PersonId, fewest: number, since = earlier) =>
      inside(who, (work) => findCohortsToRead(work, { fewest, since }))
    expect(await toRead(grace, 1)).toEqual([{ cohort, given: 1 }])
    for (const none of [toRead(grace, 2), toRead(grace, 1, later), toRead(dora, 1)]) expect(await none).toEqual([])
    await inside(ben, (work) => saveFeedbackDraft(work, { ...own, draft: 2 }))
    await inside(dora, (work) => saveFeedbackDraft(work, { ...own, draft: 9 }))
    expect(await inside(ben, (work) => findOwnFeedback(work, cohort))).toMatchObject({ draft: 2 })
    expect(await inside(grace, (work) => findQuoting(work, [own.id]))).toMatchObject([{ consent: 'without name' }])
    expect(await inside(dora, (work) => findFeedback(work, cohort))).toEqual([])
    expect(await inside(dora, (work) => findQuoting(work, [own.id]))).toEqual([])
  })

  it('is saved by its author alone, consent too', async () => {
    const { inside, own } = await made()
    await inside(grace, (work) => saveFeedback(work, { ...own, save: 9 }))
    expect(await inside(ben, (work) => findOwnFeedback(work, own.cohort))).toMatchObject({ save: 1 })
    const forced = inside(grace, (work) => saveQuoting(work, own.id, { question: 'tried', consent: 'with name' }))
    await expect(forced).rejects.toThrow(/row-level security/)
  })

  it('is quoted by consent alone, in the name of nobody who did not agree to it', async () => {
    const { inside, programme, quote, quoting, own } = await made()
    await expect(inside(grace, (work) => insertQuote(work, { ...quote, person: ben }))).rejects.toThrow(/row-level/)
    await expect(inside(dora, (work) => insertQuote(work, quote))).rejects.toThrow(/row-level/)
    await inside(grace, (work) => insertQuote(work, quote))
    expect(await inside(dora, (work) => findQuotes(work, programme))).toMatchObject([{ words: 'I asked more' }])
    expect(await inside(dora, (work) => deleteQuotes(work, [quoting]))).toBe(0)
    expect(await inside(ben, (work) => deleteQuotes(work, [quoting]))).toBe(1)
    await inside(ben, (work) => saveQuoting(work, own.id, { question: 'tried', consent: 'no' }))
    await expect(inside(grace, (work) => insertQuote(work, quote))).rejects.toThrow(/row-level/)
  })

  it('cannot be seen by the neighbour, nor its quotes', async () => {
    const { inside, cohort, programme, own, quote, quoting } = await made()
    await inside(grace, (work) => insertQuote(work, quote))
    const neighbour = await newOrganisation(database, 'Next door')
    const theirs = <T>(body: (work: Work) => Promise<T>) => as(service, neighbour, grace, body)
    expect(await theirs((work) => findFeedback(work, cohort))).toEqual([])
    expect(await theirs((work) => findOwnFeedback(work, cohort))).toBeNull()
    expect(await theirs((work) => findQuoting(work, [own.id]))).toEqual([])
    expect(await theirs((work) => findQuotes(work, programme))).toEqual([])
    expect(await theirs((work) => deleteQuotes(work, [quoting]))).toBe(0)
  })
})
