import { describe, expect, it } from 'vitest'
import { AskedOnce, forgetAsked } from './asked-once.ts'
import type { Transaction } from '../database.ts'

const transaction = () => ({ db: {} as Transaction })

function counting() {
  let asked = 0
  return { ask: async () => (asked += 1), times: () => asked }
}

describe('what is asked once', () => {
  it('is asked once in a transaction, by its name', async () => {
    const [keys, one, other] = [new AskedOnce<number>(), transaction(), transaction()]
    const { ask, times } = counting()
    expect([await keys.ask(one, 'note', ask), await keys.ask(one, 'note', ask)]).toEqual([1, 1])
    expect([await keys.ask(one, 'trail', ask), await keys.ask(other, 'note', ask)]).toEqual([2, 3])
    expect(times()).toBe(3)
  })

  it('is asked again when it was told to forget, or when a part of the transaction was taken back', async () => {
    const [keys, one] = [new AskedOnce<number>(), transaction()]
    const { ask } = counting()
    await keys.ask(one, 'note', ask)
    keys.forget(one, 'note')
    expect(await keys.ask(one, 'note', ask)).toBe(2)
    forgetAsked(one.db)
    expect(await keys.ask(one, 'note', ask)).toBe(3)
  })

  it('is asked again when it failed', async () => {
    const [keys, one] = [new AskedOnce<number>(), transaction()]
    await expect(keys.ask(one, 'note', () => Promise.reject(new Error('Away')))).rejects.toThrow('Away')
    expect(await keys.ask(one, 'note', async () => 7)).toBe(7)
  })
})
