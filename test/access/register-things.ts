// What the register and the policy's pages are about: people, posts, absences, units, roles, imports, policy versions.
import { type Asking, everybody, type Who } from './people.ts'
import type { Thing } from './thing.ts'
import { nameOf, type Trust } from './trust.ts'

const ours = true

/** Everything of the register and of policy. The clock must stand at today. */
export async function makeRegisterThings(trust: Trust): Promise<readonly Thing[]> {
  return [
    ...personThings(trust),
    ...(await absenceThings(trust)),
    ...(await postThings(trust)),
    ...(await registrationThings(trust)),
    { name: 'a way to pass something on', ours: null, params: { routeKey: 'child-concern' }, parts: {} },
    ...unitThings(trust),
    ...(await roleThings(trust)),
    ...(await importThings(trust)),
    ...(await timeThings(trust)),
    ...(await policyThings(trust)),
  ]
}

const standing: Readonly<Partial<Record<Who, Readonly<Record<string, readonly Asking[]>>>>> = {
  ben: {
    'their line manager': ['grace'],
    'who leads their unit': ['leah'],
    'who supervises them': ['amina', 'nia', 'farah'],
  },
  dora: {
    'their line manager': ['grace'],
    'who leads their unit': ['leah'],
    'who supervises them': ['amina', 'farah'],
  },
  otto: { 'their line manager': ['theo'], 'who leads their unit': ['theo'], 'who supervises them': ['uma'] },
  // Farah led a group that Elin was in, within the year. Uma has only suggested a time to Femi.
  elin: { 'their line manager': ['theo'], 'who leads their unit': ['theo'], 'who supervises them': ['farah'] },
  femi: { 'their line manager': ['grace'], 'who leads their unit': ['leah'], 'who supervises them': ['farah'] },
  amina: {},
  noor: {},
  lena: {},
}

function personThings({ ids }: Trust): readonly Thing[] {
  const named = (Object.keys(standing) as Who[]).map(
    (who): Thing => ({
      name: nameOf(who),
      ours,
      params: { person: ids[who] },
      parts: { 'the person': [who], ...standing[who] },
    }),
  )
  const oscar = { name: 'somebody of another organisation', ours: false, params: { person: ids.oscar } }
  return [...named, { ...oscar, parts: { 'the person': ['oscar'], 'who supervises them': ['olwen'] } }]
}

async function absenceThings(trust: Trust): Promise<readonly Thing[]> {
  const { ids, visit, database } = trust
  const form = { kind: 'sickness', 'from-day': '23', 'from-month': '11', 'from-year': '2026', from: '2026-11-23' }
  const sent = await visit('grace').post(`/people/${ids.femi}/absences`, form)
  if (sent.status !== 303) throw new Error(sent.errors.join(' | '))
  const found = await database.owner.query<{ absence: string }>('select absence from absence where person = $1', [
    ids.femi,
  ])
  const params = { person: ids.femi, absence: found.rows[0]?.absence ?? '' }
  return [{ name: 'an absence of Femi', ours, params, parts: { 'their line manager': ['grace'] } }]
}

async function postThings({ ids, database }: Trust): Promise<readonly Thing[]> {
  const found = await database.owner.query<{ post: string }>('select post from post where person = $1', [ids.otto])
  const params = { person: ids.otto, post: found.rows[0]?.post ?? '' }
  return [{ name: 'the post of Otto', ours, params, parts: { 'their line manager': ['theo'] } }]
}

async function registrationThings({ ids, visit, database }: Trust): Promise<readonly Thing[]> {
  const form = { kind: 'registration', body: 'NMC', from: '2020-01-01' }
  const sent = await visit('ada').post(`/people/${ids.ben}/registrations`, form)
  const training = { subject: 'Safeguarding adults', level: '2', on: '2025-03-01' }
  const trained = await visit('ada').post(`/people/${ids.ben}/training`, training)
  if (sent.status !== 303 || trained.status !== 303) throw new Error([...sent.errors, ...trained.errors].join(' | '))
  const find = "select registration from registration where person = $1 and kind = 'registration'"
  const found = await database.owner.query<{ registration: string }>(find, [ids.ben])
  const params = { person: ids.ben, registration: found.rows[0]?.registration ?? '' }
  return [
    { name: 'a registration of Ben', ours, params, parts: {} },
    ...(await heldRoleThings({ ids, visit, database })),
  ]
}

/** A supervisor role that is held, and one that was ended today. */
async function heldRoleThings({ ids, visit, database }: Pick<Trust, 'ids' | 'visit' | 'database'>): Promise<Thing[]> {
  const things: Thing[] = []
  for (const [who, name] of [
    ['hamza', 'a supervisor role of Hamza'],
    ['otto', 'a supervisor role of Otto that was ended'],
  ] as const) {
    const at = `/people/${ids[who]}/supervisor-roles`
    const sent = await visit('ada').post(at, { role: 'safeguarding-advisor', from: '2026-11-02' })
    if (sent.status !== 303) throw new Error(sent.errors.join(' | '))
    const find = "select registration as id from registration where person = $1 and body = 'safeguarding-advisor'"
    const found = await database.owner.query<{ id: string }>(find, [ids[who]])
    const heldrole = found.rows[0]?.id ?? ''
    if (who === 'otto') await visit('ada').post(`${at}/${heldrole}/end`, { lastDay: '2026-11-20' })
    things.push({ name, ours, params: { person: ids[who], heldrole }, parts: {} })
  }
  return things
}

function unitThings({ ids, units }: Trust): readonly Thing[] {
  const leads: Thing['parts'] = { 'who leads it': ['leah'] }
  return [
    { name: 'Riverside team', ours, params: { unit: units.riverside }, parts: leads },
    { name: 'Castle team', ours, params: { unit: units.castle }, parts: { 'who leads it': ['theo'] } },
    { name: 'a team with nobody in it', ours, params: { unit: units.quiet }, parts: { 'who leads it': [] } },
    { name: 'the service above both', ours, params: { unit: units.service }, parts: { 'who leads it': [] } },
    { name: 'who leads Riverside', ours, params: { unit: units.riverside, person: ids.leah }, parts: leads },
  ]
}

async function roleThings({ ids, database }: Trust): Promise<readonly Thing[]> {
  const find = 'select id from role_grant where person = $1'
  const [ours1, theirs] = await Promise.all(
    [ids.pip, ids.olga].map((person) => database.owner.query<{ id: string }>(find, [person])),
  )
  return [
    { name: 'the role of Pip', ours, params: { grant: ours1?.rows[0]?.id ?? '' }, parts: {} },
    { name: 'a role of another organisation', ours: false, params: { grant: theirs?.rows[0]?.id ?? '' }, parts: {} },
  ]
}

async function importThings({ visit, ours: organisation, database }: Trust): Promise<readonly Thing[]> {
  const body = 'Staff number,Full name\r\n7001,Wren Hale\r\n'
  const sent = await visit('ada').upload('/set-up/people/imports', {}, { file: { name: 'staff.csv', body } })
  const id = sent.location?.split('/')[4]
  if (!id) throw new Error(sent.errors.join(' | ') || sent.text)
  const kept = await database.owner.query('select 1 from staff_import where organisation = $1', [organisation])
  if (kept.rowCount !== 1) throw new Error('The import is not there')
  return [
    { name: 'an import of staff', ours, params: { import: id }, parts: {} },
    { name: 'the rows of an import', ours, params: { import: id, outcomeKey: 'added' }, parts: {} },
  ]
}

async function timeThings({ visit }: Trust): Promise<readonly Thing[]> {
  const body = 'Staff number,From,To,Shifts,Hours\r\n7009,2026-11-01,2026-11-07,3,22.5\r\n'
  const sent = await visit('ada').upload('/set-up/people/time-worked', {}, { file: { name: 'roster.csv', body } })
  const id = sent.location?.split('/')[4]
  if (!id) throw new Error(sent.errors.join(' | ') || sent.text)
  return [{ name: 'a file of time worked', ours, params: { file: id }, parts: {} }]
}

async function policyThings({ visit, ours: organisation, theirs, database }: Trust): Promise<readonly Thing[]> {
  const drafted = await visit('noor').post('/set-up/policy/adoption/safeguarding', {})
  if (drafted.status !== 303) throw new Error(drafted.text)
  const find = 'select id, status from policy_version where organisation = $1 order by status, id'
  const own = await database.owner.query<{ id: string; status: string }>(find, [organisation])
  const other = await database.owner.query<{ id: string }>(find, [theirs])
  const idOf = (status: string) => own.rows.find((row) => row.status === status)?.id ?? ''
  const draft = idOf('draft')
  const rest = { ours, parts: {} }
  const approved: Thing['parts'] = { 'everybody it holds for': everybody }
  return [
    { name: 'a policy in force', params: { version: idOf('approved') }, ours, parts: approved },
    { name: 'a draft of a policy', params: { version: draft }, ...rest },
    { name: 'a part of a draft', params: { version: draft, partKey: 'kinds' }, ...rest },
    {
      name: 'an item of a draft',
      params: { version: draft, partKey: 'kinds', itemKey: 'child-protection-case-work' },
      ...rest,
    },
    { name: 'a row of the matrix', params: { version: draft, rowKey: 'school-nurses-case-work' }, ...rest },
    {
      name: 'a contract of a draft',
      params: { version: draft, agreementKey: 'safeguarding-contract' },
      ...rest,
    },
    {
      name: 'a clause of a draft',
      params: { version: draft, agreementKey: 'safeguarding-contract', clauseKey: 'trained' },
      ...rest,
    },
    { name: 'a shipped pack', params: { packKey: 'safeguarding' }, ours: null, parts: {} },
    {
      name: 'a policy of another organisation',
      ours: false,
      parts: approved,
      params: { version: other.rows[0]?.id ?? '' },
    },
  ]
}
