// A large organisation for benchmarks, written with plain SQL as the owner: 10,000 people in 200 teams, 100,000 held
// attendances over thirty months, twenty supervisors, and the shipped safeguarding policy in force.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { askerFor } from '../src/areas/people/index.ts'
import { approveVersion, draftVersion } from '../src/areas/policy/index.ts'
import { asService, type Composition } from '../src/platform/composition.ts'
import { startDatabase } from '../src/platform/database/start.ts'
import { newId, type OrganisationId, type PersonId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { memoryKeyring } from '../src/platform/keys/keyring.ts'
import { day } from '../src/platform/time/day.ts'
import { moment } from '../src/platform/time/moment.ts'
import { areas } from '../src/service.ts'

export const benchDay = day('2026-11-20')

export type Large = {
  readonly service: Composition
  readonly organisation: OrganisationId
  /** A named professional. */
  readonly person: PersonId
  readonly owner: pg.Client
  readonly stop: () => Promise<void>
}

/** Makes it in a scratch folder; `stop` takes everything away again. */
export async function largeOrganisation(): Promise<Large> {
  const folder = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
  const quiet = { info: () => undefined, error: (text: string) => console.error(text) }
  const database = await startDatabase({ data: folder, databaseUrl: undefined, databaseOwnerUrl: undefined }, quiet)
  const organisation = newId<'organisation'>()
  const service: Composition = {
    database,
    clock: () => moment(`${benchDay}T10:00:00Z`),
    keys: memoryKeyring(),
    checkpoints: memoryShelf(),
    areas,
    identify: askerFor,
    enqueue: async () => undefined,
  }
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  for (const statement of statements(organisation)) await owner.query(statement)
  await asService(service, { organisation }, adopt)
  const found = await owner.query<{ id: PersonId }>(`select id from person where staff_number = 'S1'`)
  const stop = async () => {
    await owner.end()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { service, organisation, person: found.rows[0]?.id ?? newId<'person'>(), owner, stop }
}

async function adopt(work: Parameters<typeof draftVersion>[0]): Promise<void> {
  const draft = await draftVersion(work, readFileSync('policy-packs/safeguarding.yaml', 'utf8'))
  if (!draft.ok) throw new Error('The safeguarding pack has faults')
  const asker = { ...work.asker, roles: new Set(['director']) }
  const done = await approveVersion({ ...work, asker }, draft.id, {
    revision: 1,
    from: day('2024-01-01'),
    anyApprovers: true,
  })
  if (!done.ok) throw new Error(done.reason)
}

/** Everything relates by numbers: person n is in team n % 200, supervised by supervisor n % 20. */
const statements = (organisation: string): readonly string[] => {
  const our = `'${organisation}'::uuid`
  const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`
  const groups = `(array['health-visitors','school-nurses','midwives','camhs','paediatric-community-nurses','district-nursing','diabetic-nurses','children-looked-after-nurses'])`
  const supervisor = id('supervisor', 'n % 20')
  return [
    `insert into organisation (id, name, kind) values (${our}, 'Large trust', 'test')`,
    `insert into unit (organisation, id) select ${our}, ${id('unit', 'n')} from generate_series(0, 219) n`,
    `insert into unit_place (organisation, unit, name, parent, from_day, recorded_at, recorded_by)
      select ${our}, ${id('unit', 'n')}, case when n < 200 then 'Team ' || n else 'Directorate ' || n end,
        case when n < 200 then ${id('unit', '200 + n % 20')} end, '2020-01-01', now(), ${our}
      from generate_series(0, 219) n`,
    `insert into person (organisation, id, staff_number, name)
      select ${our}, ${id('person', 'n')}, 'P' || n, 'Person ' || n from generate_series(1, 10000) n
      union all select ${our}, ${id('supervisor', 'n')}, 'S' || n, 'Supervisor ' || n from generate_series(0, 19) n`,
    `insert into post (organisation, post, person, unit, staff_group, kind, hours_per_week, started, from_day, recorded_at, recorded_by)
      select ${our}, gen_random_uuid(), ${id('person', 'n')}, ${id('unit', 'n % 200')}, ${groups}[1 + n % 8],
        'permanent', 37.5, '2023-06-01', '2023-06-01', now(), ${our} from generate_series(1, 10000) n`,
    `insert into registration (organisation, registration, person, kind, body, from_day, recorded_at, recorded_by)
      select ${our}, gen_random_uuid(), ${id('supervisor', 'n')}, 'supervisor role', role, '2020-01-01', now(), ${our}
      from generate_series(0, 19) n, unnest(array['safeguarding-advisor-children', 'senior-safeguarding-advisor-children']) role`,
    `insert into role_grant (organisation, id, person, role, from_day, reason, granted_by, granted_at)
      select ${our}, gen_random_uuid(), ${id('supervisor', '1')}, 'named professional', '2020-01-01', 'Benchmark', ${our}, now()`,
    `insert into supervision_session (organisation, id, type_key, format, state, supervisor, starts_at, minutes, ends_at,
        place_kind, held_recorded_at, booked_by, booked_at)
      select ${our}, ${id('session', "n || '-' || k")}, 'child-protection-case-work', 'group', 'held', ${supervisor},
        at, 90, at + interval '90 minutes', 'in person', at, ${supervisor}, at
      from generate_series(0, 199) n, generate_series(0, 9) k,
        lateral (select timestamptz '2024-05-01 10:00Z' + make_interval(days => k * 91 + n % 60)) t (at)`,
    `insert into attendance (organisation, id, session, person, part, presence, minutes, day, type_key, format, remote,
        group_size, supervisor, session_minutes, recorded_at, recorded_by)
      select ${our}, gen_random_uuid(), ${id('session', "(n % 200) || '-' || k")}, ${id('person', 'n')}, 'supervisee',
        'present', 90, date '2024-05-01' + (k * 91 + n % 200 % 60), 'child-protection-case-work', 'group', false, 8,
        ${id('supervisor', 'n % 200 % 20')}, 90, timestamptz '2024-05-01 12:00Z' + make_interval(days => k * 91 + n % 60), ${our}
      from generate_series(1, 10000) n, generate_series(0, 9) k`,
    'analyze',
  ]
}
