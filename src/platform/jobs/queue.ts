// The job queue: pg-boss on the same database, in a schema of its own. A job is enqueued inside the transaction that
// causes it, so there is no job without its cause and no cause without its job. Payloads hold ids only.
import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import { sql, type Transaction } from '../database/database.ts'

export const queueSchema = 'job_queue'

/** Two queues: one for what is to be done, one for the timers that say that it is time. */
export const deedQueue = 'deed'
export const timerQueue = 'timer'

/** What stands in the queue: a job's name, the organisation it is for, and ids. */
export type Deed = {
  readonly job: string
  readonly organisation: string
  readonly ids: Readonly<Record<string, string>>
}

/** A killed worker is noticed by its missing heartbeat, and the job runs again within about twenty seconds. */
const deedOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 600,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  retentionSeconds: 14 * 24 * 3600,
  deleteAfterSeconds: 14 * 24 * 3600,
}
const timerOptions = {
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 3,
  retryDelay: 5,
  deleteAfterSeconds: 24 * 3600,
}

/** Makes or updates the queue's own tables as the owner, and lets the role of jobs use them. Safe to call at every start. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const [name, options] of [
      [deedQueue, deedOptions],
      [timerQueue, timerOptions],
    ] as const) {
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
    await boss.getDb().executeSql(grants)
  } finally {
    await boss.stop({ graceful: false })
  }
}

const grants = `
  grant usage on schema ${queueSchema} to mcs_jobs;
  grant select, insert, update, delete on all tables in schema ${queueSchema} to mcs_jobs;
  grant usage on all sequences in schema ${queueSchema} to mcs_jobs;
  grant execute on all functions in schema ${queueSchema} to mcs_jobs;`

export type QueueOptions = {
  /** The login of requests, which inherits the role of jobs and nothing else. */
  readonly url: string
  readonly onFault: (fault: Error) => void
  /** False for operators' commands: they enqueue, the service works. */
  readonly works: boolean
}

export type Queue = {
  readonly boss: PgBoss
  /** Puts a job into the queue as part of the transaction. */
  readonly enqueue: (db: Transaction, job: string, ids: Readonly<Record<string, string>>) => Promise<void>
  /** Waits for running jobs, at most so many milliseconds. */
  readonly stop: (milliseconds: number) => Promise<void>
}

export async function openQueue(options: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: queueSchema,
    application_name: 'mcs-jobs',
    max: 3,
    migrate: false,
    createSchema: false,
    supervise: options.works,
    schedule: options.works,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', options.onFault)
  await boss.start()
  return {
    boss,
    enqueue: (db, job, ids) => enqueueWithin(boss, db, job, ids),
    stop: (milliseconds) => boss.stop({ graceful: milliseconds > 0, timeout: milliseconds }),
  }
}

/** For the length of the insert the transaction is the login itself, which may write to the queue; then what it was. */
async function enqueueWithin(
  boss: PgBoss,
  db: Transaction,
  job: string,
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  const was = await sql<{ role: string; organisation: string }>`
    select current_setting('role') as role, current_setting('app.organisation', true) as organisation`.execute(db)
  const { role = '', organisation = '' } = was.rows[0] ?? {}
  await sql`select set_config('role', 'none', true)`.execute(db)
  const deed: Deed = { job, organisation, ids }
  await boss.send(deedQueue, deed, { db: { executeSql: (text, values) => executeRaw(db, text, values) } })
  await sql`select set_config('role', ${role}, true)`.execute(db)
}

/** The queue's own statement with its own parameters, on the transaction's connection. */
async function executeRaw(db: Transaction, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  return db.executeQuery(CompiledQuery.raw(text, values)) as Promise<{ rows: unknown[] }>
}
