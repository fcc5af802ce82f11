// The packs that come with the service, ready to adopt and then adapt (SPEC 2.4).
import { readShippedFiles } from '../../../platform/project-folder.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { packOf } from './version.store.ts'

export type ShippedPack = { readonly key: string; readonly pack: PolicyPack; readonly text: string }

let known: readonly ShippedPack[] | null = null

/** Every shipped pack, by name. Read once: they change with the program only. */
export function shippedPacks(): readonly ShippedPack[] {
  known ??= readShippedFiles('policy-packs', '.yaml')
    .map((text) => {
      const pack = packOf(text)
      return { key: pack.key, pack, text }
    })
    .sort((a, b) => a.pack.name.localeCompare(b.pack.name))
  return known
}
