import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { domOf } from './dom.ts'
import { fixturesOf } from './fixtures.ts'
import { macroOptionTypes } from './generate.ts'
import { macroHtml } from './macro.ts'
import { macrosInUse } from './warm.ts'

for (const component of macrosInUse) {
  test(`the macro of ${component} gives what every official example gives`, () => {
    for (const fixture of fixturesOf(component)) {
      const block = fixture.callBlock && { html: fixture.callBlock, description: { html: fixture.callBlock } }
      const context = { ...fixture.context, ...block }
      expect(domOf(macroHtml(component, context)), fixture.name).toBe(domOf(fixture.html))
    }
  })
}

test('the kept types of the macros are those of the installed package', () => {
  expect(readFileSync(new URL('macro-options.ts', import.meta.url), 'utf8')).toBe(macroOptionTypes())
})
