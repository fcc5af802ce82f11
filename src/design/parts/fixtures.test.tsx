import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { domOf } from '../nhs/dom.ts'
import { fixturesOf } from '../nhs/fixtures.ts'
import { drawn } from './drawn-examples.tsx'

// Each of our own components draws what the official examples draw, as far as it has their options.

// How many examples each component can be compared with; a component that loses an option loses examples here.
const compared: Record<string, number> = {
  tag: 27,
  button: 42,
  details: 7,
  'inset-text': 3,
  'warning-callout': 5,
  'notification-banner': 12,
  'action-link': 3,
  'back-link': 1,
  breadcrumb: 1,
  pagination: 4,
  'summary-list': 6,
  tables: 4,
  tabs: 4,
  'task-list': 3,
  card: 13,
}

for (const [component, draw] of Object.entries(drawn)) {
  test(`our ${component} draws what the official examples draw`, () => {
    const fixtures = fixturesOf(component)
      .filter(({ name }) => !name.includes('empty items'))
      .map((fixture) => ({ fixture, node: draw(fixture) }))
    const able = fixtures.filter(({ node }) => node !== null)
    for (const { fixture, node } of able) {
      expect(domOf(renderToString(node as VNode)), fixture.name).toBe(domOf(fixture.html))
    }
    expect(able.length).toBe(compared[component])
  })
}
