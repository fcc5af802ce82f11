// Programmes in the database: names, who leads, and what they say of themselves to everybody in the organisation.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { Programme, ProgrammeId } from './programme.ts'

const columns = sql`id, name, lead, aims, expect, commitment, wellbeing, contacts, made_by as "madeBy",
  made_at as "madeAt", until_day as until, version`

/** The programme of that id in this organisation, or null. */
export async function findProgramme(work: Work, id: ProgrammeId): Promise<Programme | null> {
  const found = await sql<Programme>`select ${columns} from learning_programme
    where organisation = ${work.organisation} and id = ${id}`.execute(work.db)
  return found.rows[0] ?? null
}

/** The programme of that id; whoever else changes it waits until this work has ended. */
export async function lockProgramme(work: Work, id: ProgrammeId): Promise<Programme | null> {
  await sql`select from learning_programme where organisation = ${work.organisation} and id = ${id}
    for update`.execute(work.db)
  return findProgramme(work, id)
}

/** Every programme, those that go on first, by name. */
export async function findProgrammes(work: Work): Promise<readonly Programme[]> {
  const found = await sql<Programme>`select ${columns} from learning_programme
    where organisation = ${work.organisation}
    order by (until_day is not null and until_day <= ${work.today}), lower(name), id`.execute(work.db)
  return found.rows
}

/** Adds a programme. */
export async function insertProgramme(work: Work, programme: Programme): Promise<void> {
  await sql`insert into learning_programme (organisation, id, name, lead, aims, expect, commitment, wellbeing, contacts,
      made_by, made_at, until_day, version)
    values (${work.organisation}, ${programme.id}, ${programme.name}, ${programme.lead}, ${programme.aims},
      ${programme.expect}, ${programme.commitment}, ${programme.wellbeing}, ${programme.contacts}, ${programme.madeBy},
      ${programme.madeAt}, ${programme.until}, ${programme.version})`.execute(work.db)
}

/** Saves a programme from its version before; false when somebody saved it meanwhile. */
export async function saveProgramme(work: Work, programme: Programme): Promise<boolean> {
  const saved = await sql`update learning_programme set name = ${programme.name}, lead = ${programme.lead},
      aims = ${programme.aims}, expect = ${programme.expect}, commitment = ${programme.commitment},
      wellbeing = ${programme.wellbeing}, contacts = ${programme.contacts}, until_day = ${programme.until},
      version = ${programme.version}
    where organisation = ${work.organisation} and id = ${programme.id}
      and version = ${programme.version - 1}`.execute(work.db)
  return Number(saved.numAffectedRows) === 1
}
