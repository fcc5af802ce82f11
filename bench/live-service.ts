// The service with boards (test/live-board.tsx) on a real database of its own, as a program: `live-service <boards> <people>`
// prints where it is and writes every board's address with its people's visits to the file that is named last.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { askerFor } from '../src/areas/people/index.ts'
import { type Assets, warm } from '../src/design/index.ts'
import { serviceLook } from '../src/frame/look.ts'
import type { Composition } from '../src/platform/composition.ts'
import { type RunningDatabase, startDatabase } from '../src/platform/database/start.ts'
import { newId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from '../src/platform/keys/keyring.ts'
import { openStreams } from '../src/platform/live/open-streams.ts'
import { lifeNoter, overFinder } from '../src/platform/sign-in/visit/being-live.ts'
import { asDoor, startVisit, visitFinder } from '../src/platform/sign-in/visit/visits.ts'
import { realClock } from '../src/platform/time/moment.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { areas } from '../src/service.ts'
import { type Board, liveBoards } from '../test/live-board.tsx'

/** A board and the visits of those who may see it. */
export type Place = { readonly path: string; readonly tokens: readonly string[] }

const quiet = { info: () => undefined, error: (text: string) => console.error(text) }
const onFault = (fault: unknown) => console.error(fault)

/** Runs until it is told to stop. */
export async function runLiveService(words: readonly string[]): Promise<void> {
  const [boards = '1', people = '9', file = ''] = words
  const folder = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
  chmodSync(folder, 0o755)
  const database = await startDatabase(
    { data: join(folder, 'data'), databaseUrl: undefined, databaseOwnerUrl: undefined },
    quiet,
  )
  const { area, newBoard } = liveBoards()
  const service: Composition = {
    database,
    clock: realClock,
    keys: fileKeyring(join(folder, 'keys')),
    checkpoints: memoryShelf(),
    areas: [...areas, area],
    identify: askerFor,
    enqueue: async () => undefined,
  }
  const places = await peoplePlaces(database, Array.from({ length: Number(boards) }, newBoard), Number(people))
  writeFileSync(file, JSON.stringify(places))
  const stop = await serve(service)
  process.on('SIGTERM', () => {
    void stop()
      .then(() => database.stop())
      .then(() => rmSync(folder, { recursive: true, force: true }))
      .then(() => process.exit(0))
  })
}

async function serve(service: Composition): Promise<() => Promise<void>> {
  warm()
  const folder = resolve('dist/assets')
  const assets = JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as Assets
  const { database, clock } = service
  const streams = openStreams({ database, clock, visitsOver: overFinder(database), onFault })
  const http = await buildHttp({
    service,
    look: serviceLook(assets),
    findVisit: visitFinder(database),
    noteLife: lifeNoter(database),
    doorPages: [],
    secure: false,
    demonstration: false,
    assets: folder,
    streams,
    onFault,
  })
  console.log(`Ready at ${await http.listen({ port: 0, host: '127.0.0.1' })}`)
  return async () => {
    await streams.stop()
    await http.close()
  }
}

/** Every board gets so many people of one organisation, each with a visit of their own. */
async function peoplePlaces(database: RunningDatabase, boards: readonly Board[], count: number): Promise<Place[]> {
  const organisation = newId<'organisation'>()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("insert into organisation (id, name, kind) values ($1, 'Trust', 'test')", [organisation])
  const places: Place[] = []
  for (const board of boards) {
    const people = Array.from({ length: count }, () => newId<'person'>())
    await owner.query("insert into person (organisation, id, name) select $1, unnest($2::uuid[]), 'Amina Yusuf'", [
      organisation,
      people,
    ])
    for (const person of people) board.people.add(person)
    const moment = realClock()
    const tokens = await database.transact(asDoor, async (tx) => {
      const all: string[] = []
      for (const person of people)
        all.push(await startVisit(tx, { organisation, person, account: null, browser: 'A bench', moment }))
      return all
    })
    places.push({ path: `/boards/${board.id}`, tokens })
  }
  await owner.end()
  return places
}
