// A record that a safeguarding colleague of another team asks to open in need: one request that waits, one that was agreed
// to and is not opened yet.
import { deedsIn } from './deeds.ts'
import { type Asking, everybody } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const seconds: readonly Asking[] = ['senga', 'noor', 'norma', 'desmond']

/** Sami asks for the record of the session of this name, twice; Senga agrees to the second request. */
export async function makeRequests(trust: Trust, words: Words, sessions: readonly Thing[]): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  const session = sessions.find((thing) => thing.name === 'a session with a signed record')?.params.session ?? ''
  const find = "select id from session_record where session = $1 and kind = 'session'"
  const found = await trust.database.owner.query<{ id: string }>(find, [session])
  const record = found.rows[0]?.id ?? ''
  const ask = async (): Promise<string> => {
    const reason = words('why a record is asked for', ['sami', ...seconds])
    const form = { cause: 'author ill or away', reason, telling: 'tell' }
    return (await deeds.send('sami', `/glass/records/${record}/request`, form)).split('/').at(-1) ?? ''
  }
  const glass = await ask()
  const named = { ours: true, params: { record }, parts: { 'everybody to whom it is no discussion': everybody } }
  return [
    { name: 'a record that might be needed', ...named },
    {
      name: 'a request that waits',
      ours: true,
      params: { glass },
      parts: { 'who asked': ['sami'], 'who could be the second person': seconds },
    },
  ]
}
