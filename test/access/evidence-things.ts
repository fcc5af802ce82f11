// A session with a team for adults, and the evidence of it that goes to the team's lead.
import { deedsIn } from './deeds.ts'
import { sessionThing } from './sessions.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const parts: Thing['parts'] = { 'who wrote the evidence': ['farah'], 'its team lead': ['leah'] }

/** Farah held it with Ben and Dora; Leah leads their team. */
export async function makeTeamEvidence(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const deeds = deedsIn(trust)
  const who = { present: ['ben', 'dora'], absent: [] } as const
  const focus = words('focus of the team for adults', ['farah', 'ben', 'dora'])
  const at = await deeds.holdGroup('2026-11-20', who, focus, { type: 'safeguarding-adults-team' })
  const action = words('action of the team', ['farah', 'leah'])
  const form = { 'evidence--themes': ['Mental capacity'], action, owner: trust.ids.farah, _version: '0' }
  await deeds.send('farah', `${at}/team-evidence/signature`, form)
  const session = sessionThing('a session with a team for adults', at, {
    supervisor: 'farah',
    came: ['ben', 'dora'],
    absent: [],
  })
  const find = "select id from session_record where kind = 'evidence'"
  const found = await trust.database.owner.query<{ id: string }>(find)
  const params = { sessionrecord: found.rows[0]?.id ?? '' }
  return [
    { ...session, parts: { ...session.parts, ...parts } },
    { name: 'evidence of a team, by its record', ours: true, params, parts },
  ]
}
