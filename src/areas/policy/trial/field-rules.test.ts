import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tryRule } from './trial.ts'

const folder = join(import.meta.dirname, '../../../../docs/how-to/rules')

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  'the rule of %s answers as its author expects',
  (name) => {
    const reading = tryRule(readFileSync(join(folder, name), 'utf8'))
    expect(reading.ok ? [] : reading.faults).toEqual([])
    if (reading.ok) expect(reading.trial.surprises).toEqual([])
  },
)
