// A set of three that agrees its rules, for tests: Farah facilitates, Ben and Dora are members, Olga is nobody's.
import { newId, type PersonId } from '../../../platform/ids.ts'
import { moment } from '../../../platform/time/moment.ts'
import { start } from '../agreement/agreement.ts'
import type { AgreementText } from '../agreement/clauses.ts'
import type { Entry, Talk } from './talk.ts'

export const [farah, ben, dora, olga] = [newId(), newId(), newId(), newId()] as [PersonId, PersonId, PersonId, PersonId]
export const now = moment('2026-11-20T10:00:00Z')
export const clause = (key: string) => ({
  key,
  party: 'everyone',
  heading: null,
  text: `Words of ${key}`,
  source: 'S0',
  own: false,
})
export const text: AgreementText = {
  title: 'Our ground rules',
  opening: '',
  blanks: [],
  clauses: [clause('commitment'), clause('punctuality')],
  term: '12 months',
}
const started = start(
  {
    id: newId(),
    kind: 'ground rules',
    template: 'set-ground-rules',
    policyVersion: newId(),
    about: null,
    parties: [
      { person: farah, as: 'facilitator' },
      { person: ben, as: 'member' },
      { person: dora, as: 'member' },
    ],
    follows: null,
  },
  farah,
  now,
)
if (!started.ok) throw new Error(started.reason)
export const bare: Talk = { agreement: started.value, text, entries: [], changes: [] }

export type Given = Pick<Entry, 'kind' | 'by'> & Partial<Entry>
export const talk = (entries: readonly Given[], more: Partial<Talk> = {}): Talk => ({
  ...bare,
  entries: entries.map((one, at) => ({
    clause: 'commitment',
    at: now,
    version: 1,
    answers: null,
    left: null,
    number: at + 1,
    ...one,
  })),
  ...more,
})
export const agrees = (by: PersonId, clauseKey: string, version = 1): Given => ({
  kind: 'agrees',
  by,
  clause: clauseKey,
  version,
})
export const all = [farah, ben, dora].flatMap((by) => [agrees(by, 'commitment'), agrees(by, 'punctuality')])
export const changed = (clauseKey: string | null, version: number) => ({
  kind: 'changed' as const,
  step: clauseKey === null ? ('fill in' as const) : ('change' as const),
  clause: clauseKey,
  version,
})
