// Starts the service: settings, database, jobs, web server; stops it gracefully when told.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Composed, compose } from './compose.ts'
import { builtAssets } from './built-assets.ts'
import { findOrMakeDemonstration } from './demonstration/demonstration.ts'
import { warm } from './design/index.ts'
import { serviceLook } from './frame/look.ts'
import { keyWatch, missingKeyWords } from './key-watch.ts'
import { frontDoor } from './front-door.ts'
import { type Config, ConfigFault, readConfig } from './platform/config.ts'
import { faultFields, type Log, openLog, organisationMark } from './platform/running/log.ts'
import { type OpenStreams, openStreams } from './platform/live/open-streams.ts'
import { stopper, stopWhenTold } from './platform/running/stop.ts'
import { openGate } from './platform/running/gate.ts'
import { buildHttp } from './platform/web/serving/http.ts'
import { startJobs } from './start-jobs.ts'

const say = {
  info: (text: string) => console.log(text),
  error: (text: string) => console.error(text),
}

async function start(config: Config): Promise<void> {
  mkdirSync(config.keys, { recursive: true, mode: 0o700 })
  const log = openLog(config.logLevel)
  const composed = await compose(config, say)
  // Before anything is enqueued: a queue that was opened only to enqueue keeps no timers.
  await composed.queue.open({ works: true })
  warm()
  const keys = keyWatch(composed.composition)
  const missing = await keys.missing()
  for (const file of missing) say.error(missingKeyWords(config.keys, file))
  if (missing.length > 0) log({ event: 'keys missing', files: missing.length })
  if (config.demonstration) await findOrMakeDemonstration(composed.composition, say.info)
  const door = frontDoor(composed.composition, config)
  const gate = openGate({ pool: composed.database.pool, missingKeys: async () => (await keys.missing()).length })
  const streams = openStreamsOf(composed, door, log)
  const http = await openHttp(config, composed, { door, gate, streams, log })
  const jobs = await startJobs(config, composed, door.keys, log)
  await http.listen({ port: config.port, host: config.host })
  const stop = stopper({
    drain: async (milliseconds) => {
      say.info('Stopping')
      // Before the gate counts who is still here: a stream would never be answered to its end.
      await streams.stop()
      return gate.drain(milliseconds)
    },
    parts: [
      { name: 'web server', stop: () => http.close() },
      { name: 'jobs', stop: jobs.stop },
      { name: 'database', stop: () => composed.database.stop() },
    ],
    onFault: (part, fault) => log({ event: 'fault', where: `stopping: ${part}`, ...faultFields(fault) }),
  })
  stopWhenTold(stop)
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const origin = config.publicAddress.replace(/:0$/, `:${port}`)
  say.info(`Ready at ${origin}`)
  sayHowToBegin(config, origin, await door.startPath())
}

const openStreamsOf = ({ database, composition }: Composed, door: Parts['door'], log: Log): OpenStreams =>
  openStreams({
    database,
    clock: composition.clock,
    visitsOver: door.visitsOver,
    onFault: (fault) => log({ event: 'fault', where: 'streams', ...faultFields(fault) }),
  })

type Parts = {
  readonly door: ReturnType<typeof frontDoor>
  readonly gate: ReturnType<typeof openGate>
  readonly streams: OpenStreams
  readonly log: Log
}

async function openHttp(config: Config, { composition }: Composed, { door, gate, streams, log }: Parts) {
  const { assets, folder } = builtAssets()
  return buildHttp({
    service: composition,
    look: serviceLook(assets),
    findVisit: door.findVisit,
    noteLife: door.noteLife,
    keepForm: door.keepForm,
    doorPages: door.doorPages,
    gate,
    streams,
    secure: config.secureCookies,
    demonstration: config.demonstration,
    assets: join(folder),
    onAnswered: ({ organisation, ...line }) =>
      log({
        event: 'answered',
        ...line,
        ...(organisation === null ? {} : { organisation: organisationMark(door.keys.hash, organisation) }),
      }),
    onFault: (fault, route) => log({ event: 'fault', where: route, ...faultFields(fault) }),
  })
}

function sayHowToBegin(config: Config, origin: string, startPath: string | null): void {
  if (config.demonstration) say.info(`Choose whom to be: ${origin}/demonstration`)
  else if (startPath)
    say.info(`Set up your organisation with this link, which works once and for a day:\n${origin}${startPath}`)
}

try {
  await start(readConfig())
} catch (fault) {
  say.error(fault instanceof ConfigFault || fault instanceof Error ? fault.message : String(fault))
  process.exit(1)
}
