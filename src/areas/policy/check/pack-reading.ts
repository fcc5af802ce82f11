// Reads a policy pack from its file: YAML, then shape, then contradictions; every fault at once, each with its line
// and one sentence (SPEC 2.1). Behind `bin/manage check-policy FILE`, the import and the editor alike.
import { readShape } from '../../../platform/schema.ts'
import { type LineFault, readYaml } from '../../../platform/yaml/yaml.ts'
import { type PolicyPack, policyPack } from '../pack/pack.ts'
import { guessedKeys } from '../rule/guessed-keys.ts'
import { contradictionsOf } from './contradictions.ts'

/** A fault of a pack; `path` leads to the value it is about, where the text could be read so far. */
export type PackFault = LineFault & { readonly path?: readonly (string | number)[] }
export type PackReading =
  | { readonly ok: true; readonly pack: PolicyPack }
  | { readonly ok: false; readonly faults: readonly PackFault[] }

/** Reads and checks a pack; never throws. Faults come in the order of the file. */
export function readPack(text: string): PackReading {
  const before = readings.get(text)
  readings.delete(text)
  const reading = before ?? readAnew(text)
  readings.set(text, reading)
  const [oldest] = readings.keys()
  if (readings.size > mostKept && oldest !== undefined) readings.delete(oldest)
  return reading
}

/** The texts read last, the latest at the end: one text is checked, kept, approved and used in turn, and each takes a while. */
const readings = new Map<string, PackReading>()
const mostKept = 16

function readAnew(text: string): PackReading {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml
  const shape = readShape(policyPack, guessedKeys(yaml.value))
  const faults = shape.ok ? contradictionsOf(shape.value) : shape.faults
  if (shape.ok && faults.length === 0) return { ok: true, pack: shape.value }
  const placed = faults.map((fault) => ({ ...yaml.placeOf(fault.path), message: fault.message, path: fault.path }))
  return { ok: false, faults: placed.sort((one, other) => one.line - other.line || one.column - other.column) }
}
