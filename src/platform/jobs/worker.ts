// Runs the jobs of all cards: those that were enqueued, and those whose time has come, once for each organisation, as
// the service itself. A job that fails is tried again, later and later; one organisation's failure is only its own.
import type { Job } from '../area.ts'
import { asService, type Composition } from '../composition.ts'
import { sql } from '../database/database.ts'
import { type OrganisationId, parseId } from '../ids.ts'
import { asDoor } from '../sign-in/visit/visits.ts'
import { type Deed, deedQueue, type Queue, timerQueue } from './queue.ts'

/** A job that waits for somebody else, such as a mail server: it opens its own short transactions. */
export type OutsideJob = Pick<Job, 'name' | 'every'> & {
  readonly outside: (service: Composition, organisation: OrganisationId) => Promise<void>
}

export type AnyJob = Job | OutsideJob

export type WorkerOptions = {
  /** Seconds between two looks into the queue; 2 unless said, half a second at least. */
  readonly lookEvery?: number
  /** Told of each job that ended: its name, how long it took, and the fault if there was one. */
  readonly onDone?: (line: { job: string; milliseconds: number; fault: unknown }) => void
}

/** Starts looking for work. The queue is stopped with `queue.stop`. */
export async function startWorker(
  queue: Queue,
  service: Composition,
  jobs: readonly AnyJob[],
  options: WorkerOptions = {},
): Promise<void> {
  const byName = jobsByName(jobs)
  const polling = { pollingIntervalSeconds: options.lookEvery ?? 2 }
  await keepTimers(queue, jobs)
  const deeds = { ...polling, localConcurrency: 2, includeMetadata: true as const }
  await queue.boss.work<Deed>(deedQueue, deeds, async (got) => {
    for (const { data, retryCount, retryLimit } of got)
      await runDeed(service, byName, { deed: data, isLast: retryCount >= retryLimit }, options)
  })
  await queue.boss.work<{ job: string }>(timerQueue, polling, async (got) => {
    for (const { data } of got) await fanOut(queue, service, data.job)
  })
}

function jobsByName(jobs: readonly AnyJob[]): ReadonlyMap<string, AnyJob> {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  if (byName.size < jobs.length) throw new Error('Two jobs have the same name.')
  return byName
}

/** Sets the timers of the cards, and takes away those of jobs that are no more. London time: 7am is 7am in summer too. */
async function keepTimers(queue: Queue, jobs: readonly AnyJob[]): Promise<void> {
  const timed = jobs.filter((job) => job.every !== undefined)
  for (const { name, every = '' } of timed) {
    await queue.boss.schedule(timerQueue, every, { job: name }, { key: keyOf(name), tz: 'Europe/London' })
  }
  const wanted = new Set(timed.map((job) => keyOf(job.name)))
  for (const { name, key } of await queue.boss.getSchedules()) {
    if (name === timerQueue && !wanted.has(key)) await queue.boss.unschedule(timerQueue, key)
  }
}

const keyOf = (job: string): string => job.replaceAll(/[^\w.-]/g, '-')

async function runDeed(
  service: Composition,
  jobs: ReadonlyMap<string, AnyJob>,
  { deed, isLast }: { deed: Deed; isLast: boolean },
  options: WorkerOptions,
): Promise<void> {
  const job = jobs.get(deed.job)
  const organisation = parseId<'organisation'>(deed.organisation)
  if (!job || !organisation) throw new Error(`There is no job “${deed.job}” here.`)
  const started = performance.now()
  const done = (fault: unknown) =>
    options.onDone?.({ job: job.name, milliseconds: Math.round(performance.now() - started), fault })
  try {
    if ('outside' in job) await job.outside(service, organisation)
    else await asService(service, { organisation }, (work) => job.run(work, deed.ids))
    done(null)
  } catch (fault) {
    done(fault)
    if (isLast && 'givenUp' in job) await giveUp(service, organisation, { job, deed, done })
    // What the queue keeps of a failure must not hold what a query or a person said.
    throw new Error(`The job “${job.name}” failed.`)
  }
}

/** Lets the job's own area say to people that it will not be done. */
async function giveUp(
  service: Composition,
  organisation: OrganisationId,
  { job, deed, done }: { job: Job; deed: Deed; done: (fault: unknown) => void },
): Promise<void> {
  try {
    await asService(service, { organisation }, async (work) => job.givenUp?.(work, deed.ids))
  } catch (fault) {
    done(fault)
  }
}

/** One deed for each organisation. A second firing of the same timer does no harm: jobs look at what is due. */
async function fanOut(queue: Queue, service: Composition, job: string): Promise<void> {
  const organisations = await everyOrganisation(service)
  for (const organisation of organisations) {
    await service.database.transact({ organisation, person: null, role: 'mcs_request' }, (tx) =>
      queue.enqueue(tx, job, {}),
    )
  }
}

export async function everyOrganisation(service: Pick<Composition, 'database'>): Promise<OrganisationId[]> {
  return service.database.transact(asDoor, async (tx) => {
    const found = await sql<{ id: OrganisationId }>`select id from organisation order by created_at`.execute(tx)
    return found.rows.map((row) => row.id)
  })
}
