// How many cells, mutants and inputs a proof went through, for bin/test to print: a proof that shrinks is seen.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'figures')

/** Keeps what a proof counted under its name: `{ cells: 21000, mismatches: 0 }`. */
export function tellFigures(proof: string, figures: Readonly<Record<string, number | string>>): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${proof.replaceAll(' ', '-')}.json`), JSON.stringify({ proof, figures }))
}
