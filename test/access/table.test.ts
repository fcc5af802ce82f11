// The hand-kept table is whole: every route of the composition has its sentence, and every sentence its route.
import { describe, expect, it } from 'vitest'
import { readSentence } from './expectation.ts'
import { howToAdd, table } from './expected/table.ts'
import { routesOf } from './routes.ts'

describe('the expected table', () => {
  const routes = routesOf().map((route) => route.name)

  it('says of every route who may', () => {
    expect(routes.filter((route) => table[route] === undefined).map(howToAdd)).toEqual([])
  })

  it('says nothing of routes that are not there', () => {
    const gone = Object.keys(table).filter((route) => !routes.includes(route))
    expect(gone.map((route) => `${route} is served no more: take it out of test/access/expected/`)).toEqual([])
  })

  it('can be read, sentence by sentence', () => {
    for (const sentence of new Set(Object.values(table))) expect(readSentence(sentence).length).toBeGreaterThan(0)
  })

  it('tells a sentence without a verb from one that has one', () => {
    expect(() => readSentence('its supervisor looks at it')).toThrow(/does not say what they may/)
  })
})
