// A page that is brought by its stream: the same that its reader would be answered, and nobody else's.
import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../../test/composition.ts'
import { boardTopic, liveBoards } from '../../../../test/live-board.tsx'
import { streamingService } from '../../../../test/streaming.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { asService } from '../../composition.ts'
import { newId } from '../../ids.ts'
import { asDoor, refreshVisit, visitFinder } from '../../sign-in/visit/visits.ts'
import { realClock } from '../../time/moment.ts'

const database = await testDatabase()
const trust = await newOrganisation(database)
const { area, newBoard } = liveBoards()
const quick = { beatEvery: 60, visitsEvery: 50, looksEvery: 60_000 }
const service = await streamingService(database, { areas: [area], rhythm: quick, clock: realClock })
const two = (html: string) => html.includes('data-live-version="2"')
const told = (version: number) => (data: string) => data.startsWith(`${version} `)

/** A board of two people, and the stream of one of them who has this page open. */
async function listening(shown?: (path: string) => string) {
  const board = newBoard()
  const [amina, ben] = [newId<'person'>(), newId<'person'>()]
  for (const person of [amina, ben]) board.people.add(person)
  const token = await service.visit(trust, amina)
  const path = `/boards/${board.id}`
  const page = encodeURIComponent(shown ? shown(path) : path)
  const stream = await service.listen(`${path}/changes?page=${page}`, token)
  await stream.next('version', told(1))
  const change = (line: string) => {
    board.lines.push(line)
    board.version += 1
    return asService(service.composition, { organisation: trust }, (work) =>
      work.announce(boardTopic(board), board.version),
    )
  }
  return { board, amina, ben, token, path, stream, change }
}

const pages = (text: string) => text.split('event: page').length - 1

describe('somebody who has their page open', () => {
  it('is brought it as they would be answered', async () => {
    const { token, path, stream, change } = await listening()
    await change('A line\nof two & more')
    const { data } = await stream.next('page', two)
    const asked = await fetch(`${service.origin}${path}`, { headers: { cookie: `visit=${token}`, 'x-live': 'page' } })
    const plain = (html: string) => html.replaceAll(/\s+|value="[0-9a-f-]{36}"|\d\d:\d\d:\d\d\.\d\d\dZ/g, '')
    expect(data.length).toBeGreaterThan(500)
    expect(plain(await asked.text())).toContain(plain(data))
    stream.leave()
  })

  it('is brought nothing from the moment on at which they may not see it', async () => {
    const { board, amina, stream, change } = await listening()
    board.people.delete(amina)
    await change('Not for her')
    await stream.next('version', told(2))
    await asService(service.composition, { organisation: trust }, (work) => work.announce(boardTopic(board), 'who may'))
    await stream.next('over')
    expect([pages(stream.text()), stream.text().includes('Not for her')]).toEqual([0, false])
  })

  it('is brought nothing when their visit is over, or has another token', async () => {
    const ended = await listening()
    await database.owner.query('update visit set ended_at = now() where person = $1', [ended.amina])
    await ended.change('Too late')
    await ended.stream.next('over')
    const renewed = await listening()
    const visit = await visitFinder(database)(renewed.token, realClock())
    await database.transact(asDoor, (tx) => refreshVisit(tx, visit!, realClock()))
    await renewed.change('To be asked for')
    await renewed.stream.next('version', told(2))
    for (const { stream } of [ended, renewed]) expect(pages(stream.text())).toBe(0)
    renewed.stream.leave()
  })

  it('is told the number alone of what they did themselves: the answer shows it', async () => {
    const { token, path, stream, change } = await listening()
    const headers = { cookie: `visit=${token}`, 'x-live': 'deed' }
    await fetch(`${service.origin}${path}`, { headers })
    await change('Mine')
    await stream.next('version', told(2))
    expect(pages(stream.text())).toBe(0)
    stream.leave()
  })
})

it('nothing is brought but what lies beside the stream', async () => {
  const elsewhere: readonly ((path: string) => string)[] = [
    () => '/',
    () => '/account',
    (path) => `${path}x`,
    (path) => `${path}/../../account`,
    (path) => `/${path}`,
    (path) => `https://example.org${path}`,
    (path) => `${path}/changes`,
    (path) => `${path}/lines`,
    (path) => `${path}?${'x'.repeat(600)}`,
    () => `/boards/${newId()}`,
    () => '',
  ]
  for (const shown of elsewhere) {
    const { stream, change } = await listening(shown)
    await change('A line')
    await stream.next('version', told(2))
    expect(pages(stream.text())).toBe(0)
    stream.leave()
  }
})

it('each is brought their own, with the secret of their own forms', async () => {
  const { board, ben, path, stream, change } = await listening()
  const token = await service.visit(trust, ben)
  const his = await service.listen(`${path}/changes?page=${encodeURIComponent(path)}`, token)
  await his.next('version')
  await change(`For both of ${board.people.size}`)
  const secret = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  const [hers, theirs] = [await stream.next('page', two), await his.next('page', two)].map(({ data }) => secret(data))
  expect([hers, theirs].every((one) => one !== undefined && one.length > 20)).toBe(true)
  expect(hers).not.toBe(theirs)
  for (const one of [stream, his]) one.leave()
})
