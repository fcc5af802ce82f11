import { describe, expect, it } from 'vitest'
import { as, newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld } from '../../../../test/worlds/learning-meeting.ts'
import { sql } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'

const database = await testDatabase()
const { withMeetings } = await learningMeetingWorld(database)
const [before, after] = [day('2026-11-20'), day('2026-12-18')]
const tables = { learning_meeting_turns: 'day', learning_announcement: 'proposed_at', learning_reflection: 'saved_at' }

/** Two meetings, each with turns, a proposal and something that Ben learned and shares; Femi left between them. */
async function leftBetween() {
  const here = await withMeetings([before, after])
  const { world, set, ids } = here
  const { rows } = await database.owner.query<{ organisation: string }>(
    'select organisation from learning_set where id = $1',
    [set],
  )
  const organisation = rows[0]?.organisation
  for (const [at, meeting] of ids.entries()) {
    const on = at === 0 ? before : after
    await database.owner.query(
      `insert into learning_meeting_turns (organisation, meeting, learning_set, day, facts, sealed)
        values ($1, $2, $3, $4, '{}', '')`,
      [organisation, meeting, set, on],
    )
    await database.owner.query(
      `insert into learning_announcement (organisation, id, learning_set, proposed_by, proposed_at, version, text_hash,
        recipients, state) values ($1, $2, $3, $4, $5, 1, $6, array[$7::uuid], 'proposed')`,
      [organisation, newId(), set, world.ben, `${on}T15:00:00Z`, 'a'.repeat(64), world.noor],
    )
    await database.owner.query(
      `insert into learning_reflection (organisation, id, learning_set, meeting, person, shared, shared_about, save,
        saved_at) values ($1, $2, $3, $4, $5, 1, $2, 1, $6)`,
      [organisation, newId(), set, meeting, world.ben, `${on}T15:00:00Z`],
    )
  }
  await database.owner.query(
    `update learning_set_membership set until_day = '2026-12-01', ended_by = person, ended_at = $3
      where learning_set = $1 and person = $2`,
    [set, world.femi, '2026-11-30T10:00:00Z'],
  )
  return here
}

/** The days of the rows that the database itself shows, without any condition of the program's. */
const daysIn = async (work: Work, table: keyof typeof tables): Promise<readonly string[]> => {
  const found = await sql<{
    on: string
  }>`select (${sql.ref(tables[table])})::date::text as "on" from ${sql.table(table)}
    order by 1`.execute(work.db)
  return found.rows.map((row) => row.on)
}

describe('what came after somebody left a set', () => {
  const all = Object.keys(tables) as readonly (keyof typeof tables)[]

  it('is not theirs to read, whatever they ask the database', async () => {
    const { world } = await leftBetween()
    for (const table of all) {
      expect(await world.inside(world.femi, (work) => daysIn(work, table))).toEqual([before])
      expect(await world.inside(world.dora, (work) => daysIn(work, table))).toEqual([before, after])
      expect(await world.inside(world.grace, (work) => daysIn(work, table))).toEqual([])
    }
  })

  it('the neighbour cannot see', async () => {
    const { world } = await leftBetween()
    const neighbour = await newOrganisation(database, 'Next door')
    for (const table of all)
      expect(await as(testComposition(database), neighbour, world.ben, (work) => daysIn(work, table))).toEqual([])
  })
})
