// Jobs: enqueued with their cause, run as the service for each organisation, tried again, never run for a cause that was undone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOrganisation, testComposition } from '../../../test/composition.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Job } from '../area.ts'
import { asService, type Composition } from '../composition.ts'
import type { OrganisationId } from '../ids.ts'
import { openQueue, prepareQueue, type Queue, queueSchema } from './queue.ts'
import { startWorker } from './worker.ts'

const database = await testDatabase()
const ran: { job: string; organisation: string; ids: unknown; asker: string }[] = []
const faults: Error[] = []
let failures = 0
const givenUp: string[] = []
let queue: Queue
let service: Composition
let organisation: OrganisationId
let other: OrganisationId

const note =
  (job: string): Job['run'] =>
  async (work, ids) => {
    ran.push({ job, organisation: work.organisation, ids, asker: work.asker.name })
  }
const jobs: Job[] = [
  { name: 'note it', run: note('note it') },
  { name: 'every minute', every: '* * * * *', run: note('every minute') },
  { name: 'at seven', every: '0 7 * * *', run: note('at seven') },
  {
    name: 'never works',
    run: async () => {
      throw new Error('secret words of a person')
    },
    givenUp: async (work, ids) => {
      givenUp.push(`${work.asker.name} ${ids.thing}`)
    },
  },
  {
    name: 'fails twice',
    run: async () => {
      failures += 1
      if (failures < 3) throw new Error('secret words of a person')
    },
  },
]

beforeAll(async () => {
  await prepareQueue(database.ownerUrl)
  await prepareQueue(database.ownerUrl)
  queue = await openQueue({ url: database.url, works: true, onFault: (fault) => faults.push(fault) })
  service = { ...testComposition(database), enqueue: queue.enqueue }
  organisation = await newOrganisation(database)
  other = await newOrganisation(database, 'Another trust')
  await queue.boss.schedule('timer', '0 0 * * *', { job: 'gone' }, { key: 'gone', tz: 'UTC' })
  await startWorker(queue, service, jobs, { lookEvery: 0.5 })
})
afterAll(() => queue.stop(5_000))

async function until(what: () => boolean, seconds = 20): Promise<void> {
  for (let i = 0; i < seconds * 20 && !what(); i += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(what()).toBe(true)
}

test('a job runs once, as the service, in the organisation that enqueued it', async () => {
  const id = crypto.randomUUID()
  await asService(service, { organisation }, (work) => work.later('note it', { session: id }))
  await until(() => ran.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(ran).toEqual([{ job: 'note it', organisation, ids: { session: id }, asker: 'The service' }])
})

test('a job that has failed for the last time says so, once, to its own area', async () => {
  const send = (retryLimit: number) =>
    queue.boss.send(
      'deed',
      { job: 'never works', organisation, ids: { thing: `of ${retryLimit}` } },
      { retryLimit, retryDelay: 1 },
    )
  await send(0)
  await send(1)
  await until(() => givenUp.length === 2)
  expect([...givenUp].sort()).toEqual(['The service of 0', 'The service of 1'])
})

test('what was undone leaves no job', async () => {
  const count = async () =>
    (await database.owner.query(`select 1 from ${queueSchema}.job where name = 'deed'`)).rowCount
  const before = await count()
  const undone = asService(service, { organisation }, async (work) => {
    await work.later('note it', {})
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await count()).toBe(before)
})

test('after enqueueing, the transaction is an ordinary request again', async () => {
  const role = await asService(service, { organisation }, async (work) => {
    await work.later('note it', {})
    const { sql } = await import('../database/database.ts')
    const found = await sql<{
      role: string
      user: string
    }>`select current_setting('role') as role, current_user as user`.execute(work.db)
    return found.rows[0]
  })
  expect(role).toEqual({ role: 'mcs_request', user: 'mcs_request' })
})

test('an ordinary request cannot read or write the queue', async () => {
  const { sql } = await import('../database/database.ts')
  const read = asService(service, { organisation }, (work) => sql`select * from job_queue.job`.execute(work.db))
  await expect(read).rejects.toThrow('permission denied')
})

test('a job that fails is tried again, and the queue keeps nothing of what was said', async () => {
  await asService(service, { organisation }, (work) => work.later('fails twice', {}))
  await until(() => failures >= 3, 40)
  const kept = await database.owner.query(`select coalesce(output::text, '') as output from ${queueSchema}.job`)
  expect(JSON.stringify(kept.rows)).not.toContain('secret words')
}, 60_000)

test('a job that is unknown here fails without harm to the others', async () => {
  const before = ran.length
  await asService(service, { organisation }, (work) => work.later('of a newer version', {}))
  await asService(service, { organisation: other }, (work) => work.later('note it', {}))
  await until(() => ran.slice(before).some((one) => one.organisation === other))
})

test('timers run in London time, and those of jobs that are gone are taken away', async () => {
  const schedules = await queue.boss.getSchedules()
  expect(schedules.map((one) => [one.key, one.cron, one.timezone]).sort()).toEqual([
    ['at-seven', '0 7 * * *', 'Europe/London'],
    ['every-minute', '* * * * *', 'Europe/London'],
  ])
})

test('a timer that fires runs the job once for each organisation', async () => {
  const before = ran.length
  await queue.boss.send('timer', { job: 'at seven' })
  await until(() => ran.slice(before).filter((one) => one.job === 'at seven').length >= 2)
  const where = ran
    .slice(before)
    .filter((one) => one.job === 'at seven')
    .map((one) => one.organisation)
  expect(where.sort()).toEqual([organisation, other].sort())
})

test('nothing went wrong in the queue itself', () => {
  expect(faults).toEqual([])
})
