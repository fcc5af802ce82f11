// Contracts in force between people of a test's world: the ONE place where tests that book sessions get them from. They are the
// facts that booking asks for, for many pairs at once, past row-level security; as those whose next one is signed already, so
// that a test may start and sign others beside them. Contracts with text, seal and signatures: worlds/agreement.ts.
import type { AgreementId } from '../../src/areas/agreements/index.ts'
import { newId, type OrganisationId, type PersonId } from '../../src/platform/ids.ts'
import type { TestDatabase } from '../test-database.ts'
import { supervisorsInDate } from './supervisors.ts'
import { closeWith, type Inside, inForce, signNow } from './agreement.ts'

const kinds = {
  'one-to-one-contract': 'one-to-one contract',
  'safeguarding-contract': 'safeguarding contract',
} as const
export type Template = keyof typeof kinds
const templates = Object.keys(kinds) as readonly Template[]

type Between = {
  readonly supervisors: readonly PersonId[]
  readonly supervisees: readonly PersonId[]
  readonly years?: readonly number[]
}

/**
 * Each of these supervisors has both contracts with each of these supervisees, one for each of these years, and is signed
 * off to supervise. What the database's own clock ends, such as cover, is tried in 2096.
 */
export async function contractsInForce(
  database: TestDatabase,
  organisation: OrganisationId,
  { supervisors, supervisees, years = [2026, 2027, 2096] }: Between,
): Promise<void> {
  const pairs = supervisors.flatMap((supervisor) =>
    supervisees.filter((one) => one !== supervisor).map((supervisee) => ({ supervisor, supervisee })),
  )
  const rows = years.flatMap((year) =>
    templates.flatMap((template) =>
      pairs.map((pair) => ({
        ...pair,
        id: newId<'agreement'>(),
        template,
        kind: kinds[template],
        day: `${year}-01-01`,
      })),
    ),
  )
  await supervisorsInDate(database, organisation, supervisors, years)
  const given = [organisation, JSON.stringify(rows)]
  const read =
    'jsonb_to_recordset($2::jsonb) as r (id uuid, template text, kind text, supervisor uuid, supervisee uuid, day date)'
  await database.owner.query(
    `insert into agreement (organisation, id, kind, template_key, policy_version, state, version, closing, started_by,
       started_at, closed_at, text_hash, from_day, until_day, save, seal, seal_key)
     select $1, r.id, r.kind, r.template, gen_random_uuid(), 'replaced', 1, 1, r.supervisee, r.day, r.day,
       repeat('0', 64), r.day, r.day + interval '1 year', 1, '', '' from ${read}`,
    given,
  )
  await database.owner.query(
    `insert into agreement_party (organisation, agreement, person, part, place)
     select $1, r.id, p.person, p.part, p.place from ${read},
       lateral (values (r.supervisee, 'supervisee', 1), (r.supervisor, 'supervisor', 2)) as p (person, part, place)`,
    given,
  )
}

/** Takes all contracts away again, for tests of what is missing. */
export async function withoutContracts(database: TestDatabase, organisation: OrganisationId): Promise<void> {
  for (const table of ['agreement_event', 'agreement_signature', 'agreement_party', 'agreement'])
    await database.owner.query(`delete from ${table} where organisation = $1`, [organisation])
}

type Two = { readonly template: Template; readonly supervisee: PersonId; readonly supervisor: PersonId }

/** A contract through the deeds, text, seal and signatures: in force from the day of the clock. */
export const signContract = (inside: Inside, two: Two): Promise<AgreementId> => inForce(inside, two)

/** Fills in what must be, closes the text, and these people sign. */
export async function signAll(inside: Inside, id: AgreementId, people: readonly PersonId[]): Promise<void> {
  const [first] = people
  if (first) await inside(first, (work) => closeWith(work, id))
  for (const person of people) await inside(person, (work) => signNow(work, id))
}
