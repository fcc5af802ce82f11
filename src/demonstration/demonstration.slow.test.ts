// The demonstration, made small, on the real database: once for all cases that look at it.
import { beforeAll, describe, expect, test } from 'vitest'
import { testComposition } from '../../test/composition.ts'
import { testDatabase } from '../../test/test-database.ts'
import { compareFigures } from '../areas/assurance/figures/figures.changes.ts'
import { askerFor } from '../areas/people/index.ts'
import { identifyingParts, verifyTrail } from '../areas/records/index.ts'
import { asPerson, asService } from '../platform/composition.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { findDemonstration } from '../platform/sign-in/visit/demonstration.ts'
import { addDays, day } from '../platform/time/day.ts'
import { areas } from '../service.ts'
import { chanceFrom } from './chance.ts'
import { makeDemonstration } from './demonstration.ts'
import { planHistory } from './history/plan-history.ts'
import { named } from './trust/named.ts'
import { findPeopleToBe, type PersonToBe } from './trust/people-to-be.ts'
import { planStaff } from './trust/staff.ts'
import { caseTales } from './words/case-words.ts'
import { actionWords, wordsFor } from './words/record-words.ts'

const database = await testDatabase()
const service = testComposition(database, { areas, identify: askerFor })
const today = day('2026-11-20')

describe('a small demonstration', () => {
  const said: string[] = []
  let organisation: OrganisationId
  let people: readonly PersonToBe[]

  beforeAll(async () => {
    organisation = await makeDemonstration(service, { small: true, say: (line) => said.push(line) })
    people = await asService(service, { organisation }, findPeopleToBe)
  }, 120_000)

  test('has at least ten named people to be, who and why in words', () => {
    expect(people.length).toBeGreaterThanOrEqual(10)
    for (const one of people) expect(one.why.length).toBeGreaterThan(30)
  })

  test('has something at home for everybody whom a visitor can be', async () => {
    for (const one of people) {
      const found = await asPerson(service, { organisation, person: one.person }, async (work) => [
        ...(await work.needs()),
        ...(await work.panels('home', one.person)),
        ...service.areas.flatMap((area) => area.navigation?.(work.asker) ?? []).slice(1),
      ])
      expect(found?.length, one.name).toBeGreaterThan(0)
    }
  })

  test('keeps figures that follow from its facts, and a trail without a break', async () => {
    const compared = await asService(service, { organisation }, (work) => compareFigures(work, zero, false))
    expect(compared.differences).toEqual([])
    expect(compared.people).toBeGreaterThan(40)
    expect(await asService(service, { organisation }, verifyTrail)).toMatchObject({ whole: true })
  })

  test('tells how far it is, and how long it took', () => {
    expect(said.some((line) => /\d+ of \d+ sessions$/.test(line))).toBe(true)
    expect(said.at(-1)).toMatch(/^Made the demonstration organisation in \d+ seconds$/)
  })

  test('is found again, so that it is not made twice', async () => {
    expect(await findDemonstration(database)).toBe(organisation)
  })
})

describe('what is planned', () => {
  const planned = () => {
    const chance = chanceFrom(7)
    const span = { first: addDays(today, -760), today }
    const staff = planStaff(chance, span, false)
    return { staff, ...planHistory(chance, span, staff) }
  }

  test('is the same for the same day', () => {
    expect(planned()).toEqual(planned())
  })

  test('is a trust of about 400 people, with leavers, joiners, long absences, part time, bank, agency and locum', () => {
    const { staff, sessions } = planned()
    expect(staff.filter((one) => one.lastDay === null).length).toBeGreaterThan(370)
    expect(staff.filter((one) => one.lastDay !== null).length).toBeGreaterThan(15)
    expect(new Set(staff.map((one) => one.name)).size).toBe(staff.length)
    for (const kind of ['bank', 'agency', 'locum', 'fixed term'])
      expect(
        staff.some((one) => one.kind === kind),
        kind,
      ).toBe(true)
    for (const outcome of ['held', 'cancelled', 'booked', 'proposed'])
      expect(
        sessions.some((one) => one.outcome.kind === outcome),
        outcome,
      ).toBe(true)
    expect(sessions.some((one) => one.rebooks !== null)).toBe(true)
  })

  test('never has somebody in two sessions at once', () => {
    const taken = new Set<string>()
    for (const one of planned().sessions)
      for (const person of [one.supervisor, ...one.people]) {
        const slot = `${person} ${one.day} ${one.time}`
        expect(taken.has(slot), slot).toBe(false)
        taken.add(slot)
      }
  })

  test('has records that name nobody', () => {
    const chance = chanceFrom(3)
    const question = { key: 'each-case--information', answer: 'long text', choices: [], needed: 'always' }
    const texts = Array.from({ length: 200 }, () => [
      ...Object.values(wordsFor(chance, [question], 'HV')),
      actionWords(chance),
    ])
    for (const text of texts.flat()) {
      expect(text).not.toMatch(/\d{10}|\d{3} \d{3} \d{4}/)
      for (const one of named) for (const part of one.name.split(' ')) expect(text).not.toContain(part)
    }
  })
})

test('has cases that identify nobody, of which one is closed, one handed over, one unborn and one an adult', () => {
  for (const tale of caseTales) {
    const texts = [
      tale.reference,
      tale.connections,
      tale.leftOut ?? '',
      ...tale.people.flatMap(([, ...words]) => words),
    ]
    for (const text of texts) expect([text, identifyingParts(text, { today })]).toEqual([text, []])
  }
  const kinds = caseTales.flatMap((tale) => tale.people.map(([kind]) => kind))
  expect(new Set(kinds)).toEqual(new Set(['child', 'unborn', 'adult']))
  expect(caseTales.some((tale) => tale.closed)).toBe(true)
  expect(caseTales.filter((tale) => tale.handed).map((tale) => tale.handed?.accepted)).toEqual([false, true])
})

test('of a making that is broken off nothing stays', async () => {
  const other = testComposition(await testDatabase(), { areas, identify: askerFor })
  const making = makeDemonstration(other, {
    small: true,
    say: (line) => {
      if (line.includes('sessions')) throw new Error('Broken off')
    },
  })
  await expect(making).rejects.toThrow('Broken off')
  expect(await findDemonstration(other.database)).toBe(null)
}, 60_000)

const zero = '00000000-0000-0000-0000-000000000000'
