// Alive, ready, busy, stopping: what the service answers when it cannot do its work, on the real server and database.
import { expect, test } from 'vitest'
import { frontDoor } from '../../../test/front-door.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { openGate } from './gate.ts'

const database = await testDatabase()
const gate = openGate({ pool: database.pool, patience: 1_000 })
const { http } = await frontDoor(database, { gate })
const get = (url: string) => http.inject({ method: 'GET', url, headers: { host: 'localhost' } })

test('alive and ready say so, without a cookie and without being kept', async () => {
  for (const [url, status] of [
    ['/health/live', 'live'],
    ['/health/ready', 'ready'],
  ] as const) {
    const answer = await get(url)
    expect([answer.statusCode, answer.json()]).toEqual([200, { status }])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  }
})

test('without the database it is alive but not ready, answers 503 within 2 seconds, and is healthy within 5 of its return', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1)
  await database.owner.query(`alter database ${name} with connection limit 0`)
  await database.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'mcs_login%'",
  )
  const started = performance.now()
  expect((await get('/health/live')).statusCode).toBe(200)
  expect((await get('/health/ready')).statusCode).toBe(503)
  const page = await http.inject({
    method: 'GET',
    url: '/account',
    headers: { host: 'localhost', cookie: `visit=${'a'.repeat(43)}` },
  })
  expect(page.statusCode).toBe(503)
  expect(page.headers['retry-after']).toBe('5')
  expect(performance.now() - started).toBeLessThan(2_000)
  await database.owner.query(`alter database ${name} with connection limit -1`)
  const back = performance.now()
  while ((await get('/health/ready')).statusCode !== 200) {
    expect(performance.now() - back).toBeLessThan(5_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect((await get('/sign-in')).statusCode).toBe(200)
})

test('when too many wait for the database, more are sent away at once; health still answers', async () => {
  const busy = { query: database.pool.query.bind(database.pool), waitingCount: 40 } as never
  const { http: full } = await frontDoor(database, { gate: openGate({ pool: busy }) })
  const answer = await full.inject({ method: 'GET', url: '/sign-in' })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
  expect((await full.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200)
})

test('stopping lets a running request finish, sends new ones away and says that it is not ready', async () => {
  const last = openGate({ pool: database.pool })
  const { http: server } = await frontDoor(database, { gate: last })
  let finish: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun: (() => void) | undefined
  const running = new Promise<void>((resolve) => {
    begun = resolve
  })
  server.get('/slow', async () => {
    begun?.()
    await held
    return 'done'
  })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  const slow = fetch(`${origin}/slow`)
  await running
  const drained = last.drain(10_000)
  expect((await fetch(`${origin}/sign-in`)).status).toBe(503)
  expect((await fetch(`${origin}/health/ready`)).status).toBe(503)
  finish?.()
  expect(await (await slow).text()).toBe('done')
  expect(await drained).toBe(0)
})

test('what does not finish in time is told, and does not hold the stop up', async () => {
  const last = openGate({ pool: database.pool })
  const { http: server } = await frontDoor(database, { gate: last })
  let begun: (() => void) | undefined
  const running = new Promise<void>((resolve) => {
    begun = resolve
  })
  server.get('/never', () => {
    begun?.()
    return new Promise(() => undefined)
  })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  const never = fetch(`${origin}/never`).catch(() => 'cut')
  await running
  expect(await last.drain(100)).toBe(1)
  await server.close()
  expect(await never).toBe('cut')
})
