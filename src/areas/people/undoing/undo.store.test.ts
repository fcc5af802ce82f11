import { describe, expect, it } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import type { Area } from '../../../platform/area.ts'
import { asService } from '../../../platform/composition.ts'
import { sql } from '../../../platform/database/database.ts'
import type { OrganisationId } from '../../../platform/ids.ts'
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { recordsArea } from '../../records/area.ts'
import { peopleArea } from '../area.ts'
import { recordAbsence } from '../absence/absence.changes.ts'
import { benRow, doneImport, graceRow, personNamed, smallPolicy } from '../import/import.examples.ts'
import { updateState } from '../import/import.store.ts'
import { postsOf, postsOn } from '../post/post.store.ts'
import { askerFor } from '../register/asker.store.ts'
import { addPerson } from '../register/person.changes.ts'
import { findPerson } from '../register/person.store.ts'
import { registrationsOf } from '../standing/standing.store.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { undoImport, undoOn } from './undo.changes.ts'

const database = await testDatabase()
let resting: string[] = []
/** A later area that has something of people. */
const later: Area = {
  name: 'supervision',
  title: 'Later',
  answers: { 'what rests on an import': async () => resting },
}
const areas = [recordsArea, peopleArea, smallPolicy, later]
const service = testComposition(database, { areas, identify: askerFor })
const inside = <T>(organisation: OrganisationId, body: (work: Work) => Promise<T>, at = '2026-11-20T10:00:00Z') =>
  asService(service, { organisation, moment: moment(at) }, body)
const today = day('2026-11-20')
const [next, after] = ['2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z']
const changed = benRow.replace('37.5', '20').replace('Ben,Carter', 'Benjamin,Carter').replace('ben@', 'benjamin@')

describe('undoing an import of staff', () => {
  it('brings back posts, names, e-mails and last days as they were', async () => {
    const organisation = await newOrganisation(database)
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const before = await inside(organisation, async (work) => {
      const who = await personNamed(work, 'Ben')
      return { who, person: await findPerson(work, who), posts: await postsOf(work, who) }
    })
    const one = await inside(organisation, (work) => doneImport(work, [changed], { missingHaveLeft: true }), next)
    await inside(
      organisation,
      async (work) => {
        expect(await findPerson(work, before.who)).toMatchObject({ name: 'Benjamin Carter' })
        expect(await findPerson(work, await personNamed(work, 'Grace'))).toMatchObject({ leftOn: '2026-11-21' })
        expect(await undoImport(work, one.id)).toMatchObject({ ok: true })
        const person = await findPerson(work, before.who)
        expect(person).toMatchObject({ name: 'Ben Carter', email: before.person?.email, leftOn: null })
        const facts = (posts: typeof before.posts) => posts.map((post) => ({ ...post, number: '' }))
        expect(facts(await postsOf(work, before.who))).toEqual(facts(before.posts))
        expect(await findPerson(work, await personNamed(work, 'Grace'))).toMatchObject({ leftOn: null })
        expect(await undoImport(work, one.id)).toMatchObject({ ok: false, reason: expect.stringMatching('already') })
        const known = await postsOf(work, before.who, moment('2026-11-21T09:30:00Z'))
        expect(known.at(-1)).toMatchObject({ hoursPerWeek: 20 })
      },
      after,
    )
  })

  it('sends away whom it added, with their units and learning, so that the same file can come again', async () => {
    const organisation = await newOrganisation(database)
    const one = await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    await inside(
      organisation,
      async (work) => {
        expect(await undoImport(work, one.id)).toMatchObject({ ok: true })
        const who = await personNamed(work, 'Ben')
        expect(await findPerson(work, who)).toMatchObject({ leftOn: '2026-11-19', email: null })
        expect(await postsOn(work, work.today, [who])).toEqual([])
        expect(await unitTree(work, work.today)).toEqual([])
        expect(await registrationsOf(work, who)).toEqual([])
      },
      next,
    )
    await inside(organisation, (work) => doneImport(work, [benRow, graceRow]), after)
    await inside(organisation, async (work) => {
      const who = await personNamed(work, 'Ben')
      expect(await findPerson(work, who)).toMatchObject({ leftOn: null, email: 'ben@example.nhs.uk' })
      expect(await postsOn(work, day('2026-11-21'), [who])).toHaveLength(1)
    })
  })

  it('is refused once the register has changed, or something rests on what it brought', async () => {
    const organisation = await newOrganisation(database)
    const one = await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const reason = async () => {
      const done = await inside(organisation, (work) => undoImport(work, one.id), next)
      return done.ok ? '' : done.reason
    }
    resting = ['somebody whom it added has sessions']
    expect(await reason()).toContain('somebody whom it added has sessions')
    resting = []
    await inside(organisation, async (work) => {
      const who = await personNamed(work, 'Ben')
      const away = { person: who, kind: 'sickness' as const, from: today, to: null, approvedBy: null }
      expect(await recordAbsence(work, away)).toMatchObject({ ok: true })
    })
    expect(await reason()).toContain('has a role, an absence or a lead')
    await inside(organisation, (work) => addPerson(work, { name: 'Uma Rao', staffNumber: '9', email: null }), next)
    expect(await reason()).toContain('The register has changed since')
  })

  it('goes on in the background for a large file, and leaves everything when it may not any more', async () => {
    const organisation = await newOrganisation(database)
    const one = await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    await inside(organisation, (work) => updateState(work, one.id, 'undoing'), next)
    await inside(organisation, (work) => undoOn(work, one.id), after)
    await inside(organisation, async (work) => {
      expect(await postsOn(work, today, [await personNamed(work, 'Ben')])).toEqual([])
      await undoOn(work, one.id)
    })
  })

  it('cannot be done from next door, whose copies are not seen either', async () => {
    const organisation = await newOrganisation(database)
    const one = await inside(organisation, (work) => doneImport(work, [benRow, graceRow]))
    const neighbour = await newOrganisation(database, 'Next door')
    await inside(neighbour, async (work) => {
      expect((await undoImport(work, one.id)).ok).toBe(false)
      expect((await sql`select from staff_import_before`.execute(work.db)).rows).toEqual([])
    })
    await inside(organisation, async (work) =>
      expect((await sql`select from staff_import_before`.execute(work.db)).rows).toHaveLength(2),
    )
  })
})
