import { describe, expect, it } from 'vitest'
import { closed, closeWith, inForce, signNow, value, written } from '../../../test/worlds/agreement.ts'
import { supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { sql } from '../../platform/database/database.ts'
import { newId, type PersonId } from '../../platform/ids.ts'
import { day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import { answerProposal, proposeChange, withdrawProposal } from './adapting/proposal.changes.ts'
import { findProposal, findProposals, findWaitingProposals } from './adapting/proposal.store.ts'
import { endAgreement, startAgreement, undoEnding, withdrawAgreement } from './agreement/agreement.changes.ts'
import {
  agreementBetween,
  agreementsBetween,
  findAgreement,
  findAgreementsAbout,
  findAgreementsOf,
  findAgreementsOfPeople,
  findFollower,
} from './agreement/agreement.store.ts'
import { openAgreementText } from './agreement/keeping.changes.ts'
import { findEvents, findRows, findSignatures, saveAgreement } from './agreement/saving.store.ts'
import { reopenText } from './signing/closing.changes.ts'

const database = await testDatabase()
const { bareTrust: trust, setClock } = await supervisionWorld(database)
const other = { party: 'both', heading: 'On time', text: 'We start at five past.', why: 'The school run' }
const template = 'one-to-one-contract'

async function signed() {
  const world = await trust()
  const id = await inForce(world.inside, { supervisee: world.ben, supervisor: world.amina })
  return { world, id }
}
const asBen = <T>(world: Trust, body: (work: Work) => Promise<T>) => world.inside(world.ben, body)

describe('agreements', () => {
  it('are found by their people, their day and their template', async () => {
    const { world, id } = await signed()
    const found = await asBen(world, (work) => findAgreement(work, id))
    expect(found).toMatchObject({
      state: 'signed',
      from: '2026-11-20',
      until: '2027-11-20',
      kind: 'one-to-one contract',
    })
    expect(found?.signatures.map((one) => [one.person, one.typedName])).toHaveLength(2)
    expect(found?.signatures.map((one) => [one.person, one.typedName])).toEqual(
      expect.arrayContaining([
        [world.amina, 'Amina Yusuf'],
        [world.ben, 'Ben Carter'],
      ]),
    )
    const between = (on: string, people = [world.ben, world.amina]) =>
      asBen(world, (work) => agreementBetween(work, { template, people, on: day(on) }))
    expect((await between('2026-11-20'))?.id).toBe(id)
    expect((await between('2027-11-19'))?.id).toBe(id)
    expect(await between('2026-11-19')).toBeNull()
    expect(await between('2027-11-20')).toBeNull()
    expect(await between('2026-11-20', [world.ben, world.dora])).toBeNull()
    expect(await asBen(world, (work) => agreementsBetween(work, [world.ben, world.amina]))).toHaveLength(1)
    expect(await asBen(world, (work) => findAgreementsOf(work, world.amina))).toHaveLength(1)
    expect(await asBen(world, (work) => findAgreementsOfPeople(work, [world.dora]))).toHaveLength(0)
  })

  it('go both ways between two who supervise each other, once for each way', async () => {
    const { world } = await signed()
    const start = (supervisee: PersonId, supervisor: PersonId) =>
      asBen(world, (work) =>
        startAgreement(work, {
          template,
          parties: [
            { person: supervisee, as: 'supervisee' },
            { person: supervisor, as: 'supervisor' },
          ],
        }),
      )
    expect(await start(world.ben, world.amina)).toMatchObject({
      ok: false,
      reason: 'What you signed holds until 19 November 2027. Renew it instead',
    })
    expect(await start(world.amina, world.ben)).toMatchObject({ ok: true })
    expect(await start(world.amina, world.ben)).toMatchObject({
      ok: false,
      reason: 'You are already at work on this one',
    })
  })

  it('are saved only from their newest standing', async () => {
    const { world, id } = await signed()
    await asBen(world, async (work) => {
      const found = await findAgreement(work, id)
      if (found) expect(await saveAgreement(work, { ...found, state: 'ended' })).toBe(false)
    })
  })

  it('keep every signature, and count those of the last closing', async () => {
    const world = await trust()
    const id = await closed(world.inside, { supervisee: world.ben, supervisor: world.amina })
    await world.inside(world.amina, (work) => signNow(work, id))
    await asBen(world, async (work) => value(await reopenText(work, id)))
    expect((await asBen(world, (work) => findAgreement(work, id)))?.signatures).toEqual([])
    expect(await asBen(world, (work) => findSignatures(work, id))).toHaveLength(1)
    expect((await asBen(world, (work) => findEvents(work, id))).map((event) => event.kind)).toEqual([
      'started',
      'changed',
      'closed',
      'signed',
      'opened again',
    ])
  })

  it('are readable by their parties alone', async () => {
    const { world, id } = await signed()
    expect((await asBen(world, (work) => openAgreementText(work, id)))?.text.title).toBe(
      'Clinical supervision contract',
    )
    for (const person of [world.dora, world.grace, world.noor])
      expect(await world.inside(person, (work) => openAgreementText(work, id))).toBeNull()
  })

  it('follow one another, and hold one after the other', async () => {
    const { world, id } = await signed()
    setClock('2027-10-20T10:00:00Z')
    const parties = [
      { person: world.ben, as: 'supervisee' },
      { person: world.amina, as: 'supervisor' },
    ] as const
    const next = await asBen(world, async (work) =>
      value(await startAgreement(work, { template, parties, follows: id })),
    )
    const again = await asBen(world, (work) => startAgreement(work, { template, parties, follows: id }))
    expect(again).toMatchObject({ ok: false })
    await asBen(world, (work) => closeWith(work, next))
    for (const person of [world.ben, world.amina]) await world.inside(person, (work) => signNow(work, next))
    expect((await asBen(world, (work) => findFollower(work, id)))?.id).toBe(next)
    expect(await asBen(world, (work) => findAgreement(work, id))).toMatchObject({
      state: 'replaced',
      until: '2027-11-20',
    })
    expect(await asBen(world, (work) => findAgreement(work, next))).toMatchObject({
      state: 'signed',
      from: '2027-11-20',
      until: '2028-11-20',
    })
    setClock()
  })

  it('are ended from today, and that can be undone', async () => {
    const { world, id } = await signed()
    expect(await world.inside(world.dora, (work) => endAgreement(work, id))).toMatchObject({ ok: false })
    await asBen(world, async (work) => value(await endAgreement(work, id)))
    expect(await asBen(world, (work) => findAgreement(work, id))).toMatchObject({ state: 'ended', until: '2026-11-20' })
    expect(await world.inside(world.amina, (work) => undoEnding(work, id))).toMatchObject({ ok: false })
    await asBen(world, async (work) => value(await undoEnding(work, id)))
    expect(await asBen(world, (work) => findAgreement(work, id))).toMatchObject({
      state: 'signed',
      until: '2027-11-20',
    })
  })

  it('of another organisation cannot be seen: the neighbour finds nothing', async () => {
    const { world, id } = await signed()
    const next = await trust()
    const about = { kind: 'set', id: newId() }
    await next.inside(next.ben, async (work) => {
      expect(await findAgreement(work, id)).toBeNull()
      expect(await findAgreementsOf(work, world.ben)).toEqual([])
      expect(await findAgreementsOfPeople(work, [world.ben])).toEqual([])
      expect(await agreementsBetween(work, [world.ben, world.amina])).toEqual([])
      expect(await findAgreementsAbout(work, about)).toEqual([])
      expect(await findFollower(work, id)).toBeNull()
      expect(await findEvents(work, id)).toEqual([])
      expect(await findSignatures(work, id)).toEqual([])
      expect(await findRows(work, id)).toBeNull()
      expect(await findProposals(work, id)).toEqual([])
      for (const table of [
        'agreement',
        'agreement_party',
        'agreement_signature',
        'agreement_event',
        'agreement_proposal',
      ])
        expect((await sql`select 1 from ${sql.table(table)} limit 1`.execute(work.db)).rows).toEqual([])
      expect(await withdrawAgreement(work, id)).toMatchObject({ ok: false })
    })
  })
})

describe('proposals', () => {
  it('wait for the other, and make the next text when they are accepted', async () => {
    const world = await trust()
    const id = await written(world.inside, { supervisee: world.ben, supervisor: world.amina })
    const wish = { step: 'change', clause: 'on-time-undisturbed', words: other } as const
    const made = value(await asBen(world, (work) => proposeChange(work, id, wish)))
    expect(await world.inside(world.amina, findWaitingProposals)).toEqual(new Map([[id, 1]]))
    expect(await asBen(world, findWaitingProposals)).toEqual(new Map())
    const answer = { proposal: made.id, accepts: true, reply: '' }
    expect(await asBen(world, (work) => answerProposal(work, id, answer))).toMatchObject({ ok: false })
    value(await world.inside(world.amina, (work) => answerProposal(work, id, answer)))
    expect(await world.inside(world.amina, (work) => answerProposal(work, id, answer))).toMatchObject({ ok: false })
    const opened = await asBen(world, (work) => openAgreementText(work, id))
    expect(opened?.agreement.version).toBe(2)
    expect(opened?.text.clauses.find((clause) => clause.key === wish.clause)).toMatchObject({
      own: true,
      text: other.text,
    })
    expect((await asBen(world, (work) => findProposal(work, id, made.id)))?.state).toBe('accepted')
  })

  it('are taken back by whoever made them', async () => {
    const world = await trust()
    const id = await written(world.inside, { supervisee: world.ben, supervisor: world.amina })
    const made = value(
      await asBen(world, (work) => proposeChange(work, id, { step: 'add', clause: null, words: other })),
    )
    const what = { proposal: made.id }
    expect(await world.inside(world.amina, (work) => withdrawProposal(work, id, what))).toMatchObject({ ok: false })
    value(await asBen(world, (work) => withdrawProposal(work, id, what)))
    expect(await world.inside(world.amina, findWaitingProposals)).toEqual(new Map())
  })
})
