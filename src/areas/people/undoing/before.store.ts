// What an import found of persons before it wrote: kept so that it can be undone. Posts, units and learning need no such copy.
import { sql } from '../../../platform/database/database.ts'
import type { Work } from '../../../platform/work.ts'
import type { ImportId } from '../import/import.ts'

/** Keeps everybody as they are, before anything of an import is written; what earlier imports kept is of no use any more. */
export async function keepBefore(work: Work, id: ImportId): Promise<void> {
  await sql`delete from staff_import_before where organisation = ${work.organisation}`.execute(work.db)
  await sql`insert into staff_import_before (organisation, import, person, was_new, name, email, left_on)
    select organisation, ${id}::uuid, id, false, name, email, left_on from person
    where organisation = ${work.organisation}`.execute(work.db)
}

/** After it was written: whoever is new, and of the others those alone whom it changed. */
export async function keepWhatChanged(work: Work, id: ImportId): Promise<void> {
  await sql`insert into staff_import_before (organisation, import, person, was_new, name, email, left_on)
    select p.organisation, ${id}::uuid, p.id, true, p.name, p.email, p.left_on from person p
    where p.organisation = ${work.organisation} and not exists (select from staff_import_before b
      where b.organisation = p.organisation and b.import = ${id} and b.person = p.id)`.execute(work.db)
  await sql`delete from staff_import_before b using person p
    where b.organisation = ${work.organisation} and b.import = ${id} and not b.was_new
      and p.organisation = b.organisation and p.id = b.person and p.name = b.name
      and p.email is not distinct from b.email and p.left_on is not distinct from b.left_on`.execute(work.db)
}
