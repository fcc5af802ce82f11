// Starts the service: settings, database, web server; stops it gracefully when told.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Composed, compose } from './compose.ts'
import { builtAssets } from './built-assets.ts'
import { warm } from './design/index.ts'
import { serviceLook } from './frame/look.ts'
import { frontDoor } from './front-door.ts'
import { type Config, ConfigFault, readConfig } from './platform/config.ts'
import { buildHttp } from './platform/web/http.ts'

const say = {
  info: (text: string) => console.log(text),
  error: (text: string) => console.error(text),
}

async function start(config: Config): Promise<void> {
  mkdirSync(config.keys, { recursive: true, mode: 0o700 })
  const composed = await compose(config, say)
  warm()
  const { assets, folder } = await builtAssets()
  const door = frontDoor(composed.composition, config)
  const http = await buildHttp({
    service: composed.composition,
    look: serviceLook(assets),
    findVisit: door.findVisit,
    doorPages: door.doorPages,
    secure: config.secureCookies,
    demonstration: config.demonstration,
    assets: join(folder),
    onFault: (fault) => say.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)),
  })
  await http.listen({ port: config.port, host: config.host })
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const origin = config.publicAddress.replace(/:0$/, `:${port}`)
  say.info(`Ready at ${origin}`)
  sayHowToBegin(config, origin, await door.startPath())
  stopWhenTold(http, composed)
}

function sayHowToBegin(config: Config, origin: string, startPath: string | null): void {
  if (config.demonstration) say.info(`Choose whom to be: ${origin}/demonstration`)
  else if (startPath)
    say.info(`Set up your organisation with this link, which works once and for a day:\n${origin}${startPath}`)
}

function stopWhenTold(http: { close: () => Promise<void> }, { database }: Composed): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say.info('Stopping')
    await http.close()
    await database.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

try {
  await start(readConfig())
} catch (fault) {
  say.error(fault instanceof ConfigFault || fault instanceof Error ? fault.message : String(fault))
  process.exit(1)
}
