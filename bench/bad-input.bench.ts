// The sweep of bad input at its full length: at least a thousand inputs to every endpoint, where bin/test sends a sample.
// Prints how many were sent, and every answer of 500 or above.
import { readFileSync } from 'node:fs'
import { startVitest } from 'vitest/node'

const inputsPerEndpoint = 1_000
const run = await startVitest(
  'test',
  ['test/sweeps/bad-input.slow.test.ts'],
  { watch: false, reporters: ['default'] },
  { test: { provide: { inputsPerEndpoint } } },
)
await run.close()
console.log(readFileSync('test-results/figures/bad-input.json', 'utf8'))
