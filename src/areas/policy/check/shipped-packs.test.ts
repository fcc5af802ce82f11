import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemaOf } from '../../../platform/schema.ts'
import { policyPack } from '../pack/pack.ts'
import { readPack } from './pack-reading.ts'
import { packSchema } from './pack-schema.ts'

const folder = join(import.meta.dirname, '../../../../policy-packs')
const packs = [folder, join(folder, 'examples')].flatMap((one) =>
  readdirSync(one)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(one, name)),
)

test.each(packs)('the pack %s has no fault', (path) => {
  const reading = readPack(readFileSync(path, 'utf8'))
  expect(reading.ok ? [] : reading.faults.map(({ line, message }) => `line ${line}: ${message}`)).toEqual([])
})

test('the published JSON Schema is the one the program checks by', async () => {
  expect(jsonSchemaOf(policyPack, {})).toMatchObject({ type: 'object' })
  await expect(`${JSON.stringify(packSchema(), null, 1)}\n`).toMatchFileSnapshot(
    join(folder, 'policy-pack.schema.json'),
  )
})
