// For tests: the package's official examples, input and HTML, of every component that we wrap or draw ourselves.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Fixture = {
  readonly name: string
  readonly context: Record<string, unknown>
  readonly callBlock?: string
  readonly html: string
}

const components = join(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend')), 'components')

export function fixturesOf(component: string): readonly Fixture[] {
  const file = readFileSync(join(components, component, 'fixtures.json'), 'utf8')
  return (JSON.parse(file) as { fixtures: Fixture[] }).fixtures
}
