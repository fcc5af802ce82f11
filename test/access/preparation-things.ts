// What was prepared: a sheet of one's own before a one-to-one session, and one that its supervisor reads before a group.
import { deedsIn } from './deeds.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

/** `sessions` are those of the world; Ben prepares for the booked group, and keeps a private sheet for himself. */
export async function makePreparations(
  trust: Trust,
  words: Words,
  { sessions, actions }: { sessions: readonly Thing[]; actions: readonly Thing[] },
): Promise<readonly Thing[]> {
  const { clock, send } = deedsIn(trust)
  const idOf = (name: string) => sessions.find((thing) => thing.name === name)?.params.session ?? ''
  const [group, own] = [idOf('a booked group session'), idOf('a booked session')]
  clock('2026-11-26T08:00:00Z')
  const bring = words('private preparation of ben', ['ben'])
  await send('ben', `/sessions/${own}/preparation`, { 'before--bring': bring, _version: '0' })
  const impact = words('preparation of ben for the group', ['ben', 'farah'])
  const declarations = ['declaration--records-read', 'declaration--last-record-read']
  const ready = { 'for-you--impact': impact, declarations, _version: '0' }
  await send('ben', `/sessions/${group}/preparation/readiness`, ready)
  const draft = words('draft of the preparation of dora', ['dora'])
  await send('dora', `/sessions/${group}/preparation/draft`, { 'for-you--impact': draft, _version: '0' })
  const action = actions.find((thing) => 'action' in thing.params)?.params.action ?? ''
  return [
    {
      name: 'what Ben prepared for the group',
      ours: true,
      params: { session: group, person: trust.ids.ben },
      parts: { 'its supervisor': ['farah'], 'who prepared it': ['ben'] },
    },
    {
      name: 'an action of Ben before the group',
      ours: true,
      params: { session: group, action },
      parts: { 'who does it': ['ben'] },
    },
  ]
}
