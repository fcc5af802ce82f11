import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Showing, showPages } from './showing.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const pageAt = (version: number) => `<div data-live="/x" data-live-version="${version}">`

/** A reader whose page is drawn when the test says so. */
function reader(more: Partial<Showing> = {}) {
  const said: (number | string)[] = []
  const drawn: ((html: string | null) => void)[] = []
  const showing: Showing = {
    page: () => new Promise((resolve) => void drawn.push(resolve)),
    isClear: () => true,
    tell: (version) => void said.push(version),
    send: (_event, html) => void said.push(html),
    ...more,
  }
  return { showing, said, drawn }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('somebody with a page open', () => {
  it('is shown it, once for all that came while it was drawn', async () => {
    const shows = showPages()
    const { showing, said, drawn } = reader()
    for (const version of [2, 3, 4]) shows.show(showing, version)
    expect(drawn.length).toBe(1)
    drawn[0]?.(pageAt(2))
    await settle()
    expect([said, drawn.length]).toEqual([[pageAt(2)], 2])
    drawn[1]?.(pageAt(4))
    await settle()
    expect([said, drawn.length]).toEqual([[pageAt(2), pageAt(4)], 2])
  })

  it('is told the number alone when the page could not be had, and shown the next', async () => {
    const faults: unknown[] = []
    const shows = showPages((fault) => faults.push(fault))
    const { showing, said, drawn } = reader()
    shows.show(showing, 2)
    drawn[0]?.(null)
    await settle()
    shows.show(showing, 3)
    drawn[1]?.(pageAt(3))
    await settle()
    expect(said).toEqual([2, pageAt(3)])
    const broken = reader({ page: async () => Promise.reject(new Error('away')) })
    shows.show(broken.showing, 5)
    await settle()
    expect([broken.said, faults.length]).toEqual([[5], 1])
  })

  it('is told the number alone while it answers nothing, does not take what was sent, or has just acted', async () => {
    const shows = showPages()
    const [silent, full, acting] = [reader(), reader({ isClear: () => false }), reader()]
    shows.isSeen(silent.showing)
    vi.advanceTimersByTime(46_000)
    shows.acts(acting.showing)
    for (const { showing } of [silent, full, acting]) shows.show(showing, 2)
    expect([silent, full, acting].map(({ said }) => said)).toEqual([[2], [2], [2]])
    vi.advanceTimersByTime(1_001)
    shows.isSeen(silent.showing)
    for (const { showing } of [silent, acting]) shows.show(showing, 3)
    expect([silent.drawn.length, acting.drawn.length]).toEqual([1, 1])
  })
})

it('nobody is shown anything once they have gone', async () => {
  const shows = showPages()
  const { showing, said, drawn } = reader()
  shows.show(showing, 2)
  shows.drop(showing)
  drawn[0]?.(pageAt(2))
  await settle()
  expect(said).toEqual([])
})

it('no more than three pages are drawn at once', async () => {
  const shows = showPages()
  const readers = Array.from({ length: 9 }, () => reader())
  for (const { showing } of readers) shows.show(showing, 2)
  const drawing = () => readers.filter(({ drawn }) => drawn.length > 0)
  expect(drawing().length).toBe(3)
  drawing()[0]?.drawn[0]?.(pageAt(2))
  await settle()
  expect(drawing().length).toBe(4)
})
