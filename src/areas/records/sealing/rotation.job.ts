// `bin/manage rotate-keys`: new keys for everything that is sealed, while the service is at work (SPEC 12.2, TRUST 3).
import { type Command, CommandFault, type KeyKeeper } from '../../../platform/command.ts'
import { KeyMissing } from '../../../platform/keys/keyring.ts'
import { findKeys, type KnownKey } from './key.store.ts'
import { addNextKey, countOld, noteKey, rewrapSome, tidyFiles } from './rotation.changes.ts'
import { graceSeconds, isKept, type Purpose, purposes, type Rotated } from './rotation.ts'
import { countByKey, retireKey } from './rotation.store.ts'

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  summary: 'Makes new keys and wraps every sealed text with them, while the service runs; may be killed and run again',
  usage: '',
  options: {
    'kind KIND': `only the key of one kind: ${purposes.join(', ')}`,
  },
  run: async ({ options, say, config, keepingKeys }) => {
    const wanted = purposesOf(options.kind)
    const result = await keepingKeys(async (keeper) => {
      const done: Rotated[] = []
      for (const purpose of wanted) {
        const rotated = await rotateKeys(keeper, purpose, (line) => say(`${keeper.organisation}: ${line}`)).catch(
          explain,
        )
        if (rotated) done.push(rotated)
        if (rotated) say(`${keeper.organisation}: ${inWords(rotated)}`)
      }
      return done
    })
    say(`Copy ${config.keys} to where its backup is kept, apart from the data.`)
    return { exit: result.some(({ result: done }) => done.some((one) => one.stuck > 0)) ? 1 : 0, result }
  },
}

function purposesOf(kind: string | true | undefined): readonly Purpose[] {
  if (kind === undefined) return purposes
  const found = purposes.filter((purpose) => purpose === kind)
  if (found.length > 0) return found
  throw new CommandFault(`There is no kind “${kind}”. There is: ${purposes.join(', ')}.`)
}

function inWords({ purpose, key, rewrapped, retired, stuck }: Rotated): string {
  const kept = stuck > 0 ? ` ${stuck} texts would not open; the keys they name stay.` : ''
  const gone = retired.length > 0 ? ` Retired: key ${retired.join(', ')}.` : ''
  return `${purpose}: key ${key} is in use, ${rewrapped.toLocaleString('en-GB')} texts were wrapped again.${gone}${kept}`
}

function explain(fault: unknown): never {
  if (fault instanceof KeyMissing) throw new CommandFault(`${fault.message} Put it back, then rotate.`)
  if ((fault as { code?: unknown }).code === '42501')
    throw new CommandFault('The owner of the database may not become mcs_keys. Let it: grant mcs_keys to OWNER.')
  throw fault
}

type Ways = Pick<KeyKeeper, 'asService' | 'asKeeper'>
type Say = (line: string) => void
type How = { readonly newest: KnownKey; readonly say: Say }

/**
 * Rotates the key of one purpose, or finishes a rotation that was cut off. Null when nothing has ever been sealed for it.
 * Throws KeyMissing when the newest key's file is not there.
 */
export async function rotateKeys(keeper: Ways, purpose: Purpose, say: Say): Promise<Rotated | null> {
  const known = await keeper.asKeeper((work) => findKeys(work, purpose))
  const last = known.at(-1)
  if (!last) return null
  if (known.length > 1 && !isKept(purpose)) {
    say(`${purpose}: going on with a rotation that was cut off`)
    const done = await rewrapAndRetire(keeper, purpose, { newest: last, say })
    // Texts that no key opens hold their old key for ever; they must not stop a rotation that is wanted.
    if (done.rewrapped > 0 || done.stuck === 0) return done
  }
  const newest = await keeper.asKeeper((work) => addNextKey(work, purpose, { last }))
  await keeper.asService(async (work) => noteKey(work, purpose, { deed: 'key added', key: newest }))
  if (isKept(purpose)) return { purpose, key: newest.id, rewrapped: 0, retired: [], stuck: 0 }
  return rewrapAndRetire(keeper, purpose, { newest, say })
}

async function rewrapAndRetire(keeper: Ways, purpose: Purpose, how: How): Promise<Rotated> {
  const { rewrapped, stuck } = await rewrapAll(keeper, purpose, how)
  const retired: string[] = []
  for (const old of (await keeper.asKeeper((work) => findKeys(work, purpose))).slice(0, -1)) {
    if (await retireOne(keeper, purpose, { old, newest: how.newest })) retired.push(old.id)
  }
  await keeper.asKeeper((work) => tidyFiles(work, purpose, how))
  return { purpose, key: how.newest.id, rewrapped, retired, stuck }
}

const firstId = '00000000-0000-0000-0000-000000000000'
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Passes over all old data keys until none is left, or until passes find nothing that they could wrap again: a row that
 * somebody is writing is left out, so a pass without success is tried again before the rest is called stuck.
 */
async function rewrapAll(keeper: Ways, kind: Purpose, how: How): Promise<{ rewrapped: number; stuck: number }> {
  let rewrapped = 0
  for (let idle = 0; ; ) {
    const before = rewrapped
    for (let after = firstId; ; ) {
      const done = await keeper.asKeeper((work) => rewrapSome(work, kind, { newest: how.newest, after }))
      if (done === null) break
      after = done.last
      rewrapped += done.rewrapped
      how.say(`${kind}: ${rewrapped.toLocaleString('en-GB')} texts under key ${how.newest.id}`)
    }
    const left = await keeper.asKeeper((work) => countOld(work, kind, how))
    idle = rewrapped === before ? idle + 1 : 0
    if (left === 0 || idle > 8) return { rewrapped, stuck: left }
    if (idle > 0) await pause(150)
  }
}

/** Retires an old key once nothing needs it; waits for the last works that still hold it, never they for us. */
async function retireOne(
  keeper: Ways,
  purpose: Purpose,
  { old, newest }: { old: KnownKey; newest: KnownKey },
): Promise<boolean> {
  for (;;) {
    if (await keeper.asKeeper((work) => retireKey(work, purpose, { id: old.id, grace: graceSeconds }))) break
    const needs = (await keeper.asKeeper((work) => countByKey(work, purpose))).get(old.id) ?? 0
    const again = needs === 0 ? null : await rewrapAll(keeper, purpose, { newest, say: () => undefined })
    if (again && again.rewrapped === 0) return false
    await pause(200)
  }
  await keeper.asService(async (work) => noteKey(work, purpose, { deed: 'key retired', key: old }))
  return true
}
