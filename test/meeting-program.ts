// Somebody in a meeting as a program of its own, for tests that kill it: says again and again that something feels wrong, each time
// under a key of its own, and tells each one before it is sent and after it was confirmed. What it is told comes as one line of
// JSON on its input.
import { act, type MeetingId } from '../src/areas/learning-sets/index.ts'
import { asPerson, type Composition } from '../src/platform/composition.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { newId, type OrganisationId, type PersonId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from '../src/platform/keys/keyring.ts'
import { moment } from '../src/platform/time/moment.ts'

type Told = {
  readonly url: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly meeting: MeetingId
  /** The folder of its keys. */
  readonly keys: string
}

async function run(told: Told): Promise<void> {
  const { organisation, person, meeting } = told
  const service: Composition = {
    database: await openDatabase({ url: told.url, most: 1 }),
    clock: () => moment('2026-11-20T11:00:00Z'),
    keys: fileKeyring(told.keys),
    checkpoints: memoryShelf(),
    areas: [],
    identify: async () => ({ name: 'Somebody', roles: new Set() }),
    enqueue: async () => undefined,
  }
  process.stdout.write('ready\n')
  for (;;) {
    const key = newId()
    process.stdout.write(`try ${key}\n`)
    const asked = { type: 'tell discomfort', words: `said ${key}`, key } as const
    const done = await asPerson(service, { organisation, person }, (work) => act(work, meeting, asked))
    if (!done?.ok) throw new Error(done?.reason ?? 'Nobody')
    process.stdout.write(`done ${key}\n`)
  }
}

let input = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (chunk: string) => {
  input += chunk
  if (input.endsWith('\n')) void run(JSON.parse(input) as Told)
})
