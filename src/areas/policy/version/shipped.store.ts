// The packs that come with the service, ready to adopt and then adapt (SPEC 2.4).
import { readdirSync, readFileSync } from 'node:fs'
import { shippedFile } from '../../../platform/project-folder.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { packOf } from './version.store.ts'

export type ShippedPack = { readonly key: string; readonly pack: PolicyPack; readonly text: string }

let known: readonly ShippedPack[] | null = null

/** Every shipped pack, by name. Read once: they change with the program only. */
export function shippedPacks(): readonly ShippedPack[] {
  known ??= readdirSync(shippedFile('policy-packs'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const text = readFileSync(shippedFile('policy-packs', file), 'utf8')
      const pack = packOf(text)
      return { key: pack.key, pack, text }
    })
    .sort((a, b) => a.pack.name.localeCompare(b.pack.name))
  return known
}
