// The folder of the project, wherever the program runs from: the sources, or the built file in dist/.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

function find(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'policy-packs'))) return from
  const up = dirname(from)
  if (up === from) throw new Error('The folder of the project was not found')
  return find(up)
}

/** Absolute path of something that is shipped with the program, by its path in the project. */
export const shippedFile = (...path: readonly string[]): string => join(find(import.meta.dirname), ...path)

/** The text files of a shipped folder whose names end so, by name. */
export const readShippedFiles = (folder: string, ending: string): readonly string[] =>
  readdirSync(shippedFile(folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(shippedFile(folder, name), 'utf8'))
