// 500 boards with eight streams each on one program and a real database: every announcement must reach every stream.
import { Agent, type ClientRequest, request } from 'node:http'
import { csrfOf } from '../src/platform/web/serving/tokens.ts'
import { newId } from '../src/platform/ids.ts'
import type { Place } from './live-service.ts'
import { percentile, type Programs } from './live-screens.ts'
import { type Measured, median, ratioTable } from './ratio-table.ts'

const posts = 1_000
const postsAtOnce = 8

type Watched = { readonly place: Place; readonly versions: number[]; readonly heardAt: number[][] }
type Tally = { readonly boards: readonly Watched[]; readonly open: ClientRequest[] }

/** Prints how long announcements take, what a stream costs, and how many were lost. */
export async function measureFanOut({ service, echo, places }: Programs): Promise<void> {
  const before = service.megabytes()
  const began = performance.now()
  const tally = await openAll(service.address, places)
  const opening = (performance.now() - began) / 1000
  const streams = tally.open.length
  const memory = ((service.megabytes() - before) * 1024) / streams
  const live = await postEverywhere(tally, (place) => sendLine(service.address, place))
  const echoed = await openAll(echo.address, places)
  const floor = await postEverywhere(echoed, (place) => sendEcho(echo.address, place))
  const burst = await burstOn(tally, (place) => sendLine(service.address, place))
  console.log(`\n${places.length} meetings, ${streams} streams, ${posts} posts, ${postsAtOnce} at once`)
  console.log(
    ratioTable([
      beside('From the reply to a post to its streams, median', median, live.after, floor.after),
      beside('From the reply to a post to its streams, 99th of 100', percentile(0.99), live.after, floor.after),
      beside('A post, with its transaction, median', median, live.took, floor.took),
      { what: 'All meetings change at once: until the last stream has heard', figure: burst, unit: 'ms' },
      { what: 'Memory of the program for each stream', figure: memory, unit: 'KB' },
      { what: `Opening ${streams} streams, each judged`, figure: opening, unit: 's' },
    ]),
  )
  console.log(`\nStreams that do not have the last version: ${lost(tally)}`)
  for (const one of [...tally.open, ...echoed.open]) one.destroy()
}

const beside = (
  what: string,
  take: (times: readonly number[]) => number,
  live: readonly number[],
  floor: readonly number[],
): Measured => ({ what, figure: take(live), floor: take(floor), floorIs: 'bare echo', unit: 'ms' })

async function openAll(address: string, places: readonly Place[]): Promise<Tally> {
  const open: ClientRequest[] = []
  const boards = places.map((place) => ({
    place,
    versions: place.tokens.map(() => 0),
    heardAt: place.tokens.map((): number[] => []),
  }))
  const waiting = boards.flatMap((board) => board.place.tokens.map((token, at) => ({ board, token, at })))
  const next = async (): Promise<void> => {
    const one = waiting.pop()
    if (!one) return
    open.push(await openOne(`${address}${one.board.place.path}/changes`, one))
    return next()
  }
  await Promise.all(Array.from({ length: 32 }, next))
  return { boards, open }
}

/** Resolves with the open request once the server has answered; counts what it hears. */
function openOne(
  url: string,
  { board, token, at }: { board: Watched; token: string; at: number },
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', cookie: `visit=${token}` }
    const asked = request(url, { headers, agent: false })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream was answered ${answer.statusCode}`))
      answer.setEncoding('utf8')
      answer.on('error', () => undefined)
      answer.on('data', (text: string) => {
        for (const [, version = '0'] of text.matchAll(/event: (?:version|line)\ndata: (\d*)/g)) {
          board.versions[at] = Math.max(board.versions[at] ?? 0, Number(version))
          board.heardAt[at]?.push(performance.now())
        }
      })
      resolve(asked)
    })
    asked.end()
  })
}

/** Posts to one board after another; answers how long each post took, and how long after its reply each stream heard. */
async function postEverywhere({ boards }: Tally, send: (place: Place) => Promise<void>) {
  const took: number[] = []
  const after: number[] = []
  let left = posts
  const next = async (): Promise<void> => {
    left -= 1
    if (left < 0) return
    const board = boards[left % boards.length]
    if (!board) return
    const heardBefore = board.heardAt.map((times) => times.length)
    const began = performance.now()
    await send(board.place)
    const replied = performance.now()
    took.push(replied - began)
    await heardBy(board, heardBefore)
    board.heardAt.forEach((times, at) => after.push(Math.max(0, (times[heardBefore[at] ?? 0] ?? Number.NaN) - replied)))
    return next()
  }
  await Promise.all(Array.from({ length: postsAtOnce }, next))
  return { took, after }
}

/** One post to every board at the same moment; milliseconds until every stream has heard. */
async function burstOn({ boards }: Tally, send: (place: Place) => Promise<void>): Promise<number> {
  const before = boards.map((board) => board.heardAt.map((times) => times.length))
  const began = performance.now()
  await Promise.all(boards.map((board) => send(board.place)))
  await Promise.all(boards.map((board, at) => heardBy(board, before[at] ?? [])))
  return performance.now() - began
}

async function heardBy(board: Watched, before: readonly number[]): Promise<void> {
  const until = performance.now() + 10_000
  while (board.heardAt.some((times, at) => times.length <= (before[at] ?? 0)) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 2))
}

const lost = ({ boards }: Tally): number =>
  boards.reduce((sum, { versions }) => {
    const newest = Math.max(...versions)
    return sum + versions.filter((version) => version < newest).length
  }, 0)

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const sendLine = (address: string, { path, tokens: [token = ''] }: Place): Promise<void> =>
  post(
    `${address}${path}/lines`,
    { line: 'A line', _csrf: csrfOf(token), _key: newId() },
    { cookie: `visit=${token}`, origin: address },
  )

const sendEcho = (address: string, { path }: Place): Promise<void> => post(`${address}${path}`, { line: '1' }, {})

function post(url: string, fields: Record<string, string>, headers: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields).toString()
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      agent,
      headers: {
        ...headers,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('end', () =>
        (answer.statusCode ?? 500) < 400 ? resolve() : reject(new Error(`A post was answered ${answer.statusCode}`)),
      )
    })
    asked.end(body)
  })
}
