// Writes down the whole schema as the database itself tells it, so that a reader sees in one file what all migrations
// amount to: tables with their columns, constraints, indexes, row-level security, grants and triggers, then functions
// and views. The order is by name and the text the server's own, so the same schema always gives the same file.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { databaseFolder } from './migrate.ts'

export const SCHEMA_FILE = join(databaseFolder(), 'schema.sql')

const HEAD = `-- The schema that all migrations together make. Generated from a migrated database; do not edit:
-- bin/manage migrate --write-schema
`

/** Writes database/schema.sql from a migrated database, as its owner. Answers the text. */
export async function writeSchema(ownerUrl: string, file = SCHEMA_FILE): Promise<string> {
  const text = await describeSchema(ownerUrl)
  await writeFile(file, text)
  return text
}

/** The schema "public" of a database as SQL text. */
export async function describeSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // The server leaves out the schema's name only when it is on the search path and nothing else is.
    await client.query("select set_config('search_path', 'public', false)")
    const read = async (query: string) => (await client.query<{ text: string }>(query)).rows.map((row) => row.text)
    const parts = [HEAD]
    for (const query of [EXTENSIONS, FUNCTIONS, TABLES, VIEWS]) parts.push(...(await read(query)))
    return `${parts.join('\n').trim()}\n`
  } finally {
    await client.end()
  }
}

const OWN = (oid: string) => `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`

const EXTENSIONS = `select format('create extension %I;', extname) as text from pg_extension
  where extname <> 'plpgsql' order by extname collate "C"`

const FUNCTIONS = `select pg_get_functiondef(p.oid) || ';' ||
    coalesce((select string_agg(format(E'\\ngrant execute on function %s to %I;', p.oid::regprocedure, grantee::regrole::text), '' order by grantee::regrole::text)
      from aclexplode(p.proacl) where grantee <> p.proowner and grantee <> 0), '') || E'\\n' as text
  from pg_proc p where pronamespace = 'public'::regnamespace and ${OWN('p.oid')}
  order by p.oid::regprocedure::text collate "C"`

const COLUMNS = `select string_agg(format(E'  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
        when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(def.adbin, def.adrelid))
        when def.adbin is not null then ' default ' || pg_get_expr(def.adbin, def.adrelid) else '' end),
      E',\\n' order by a.attnum)
  from pg_attribute a left join pg_attrdef def on def.adrelid = a.attrelid and def.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`

const CONSTRAINTS = `select string_agg(format(E',\\n  constraint %I %s', conname, pg_get_constraintdef(oid)), ''
      order by array_position(array['p', 'u', 'x', 'f', 'c'], contype::text), conname collate "C")
  from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'x', 'f', 'c')`

const INDEXES = `select string_agg(pg_get_indexdef(i.indexrelid) || E';\\n', '' order by i.indexrelid::regclass::text collate "C")
  from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))`

const POLICIES = `select string_agg(format(E'create policy %I on %I%s for %s to %s%s%s;\\n', p.policyname, p.tablename,
      case when p.permissive = 'RESTRICTIVE' then ' as restrictive' else '' end, lower(p.cmd), array_to_string(p.roles, ', '),
      ' using (' || p.qual || ')', ' with check (' || p.with_check || ')'), '' order by p.policyname collate "C")
  from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname`

const TABLE_GRANTS = `select string_agg(format(E'grant %s on %I to %I;\\n', g.rights, c.relname, g.name), '' order by g.name)
  from (select grantee::regrole::text as name, string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
    from aclexplode(c.relacl) where grantee <> c.relowner and grantee <> 0 group by grantee) g`

const COLUMN_GRANTS = `select string_agg(format(E'grant %s (%s) on %I to %I;\\n', g.kind, g.columns, c.relname, g.name), '' order by g.name, g.kind)
  from (select x.grantee::regrole::text as name, lower(x.privilege_type) as kind, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_attribute a cross join aclexplode(a.attacl) x
    where a.attrelid = c.oid and a.attacl is not null and x.grantee <> c.relowner group by 1, 2) g`

const TRIGGERS = `select string_agg(pg_get_triggerdef(oid) || E';\\n', '' order by tgname collate "C")
  from pg_trigger where tgrelid = c.oid and not tgisinternal`

const TABLES = `select format(E'create table %I (\\n', c.relname) || (${COLUMNS}) || coalesce((${CONSTRAINTS}), '') || E'\\n)' ||
    coalesce(E' partition by ' || pg_get_partkeydef(c.oid), '') || E';\\n' || coalesce((${INDEXES}), '') ||
    case when c.relrowsecurity then format(E'alter table %I enable row level security;\\n', c.relname) else '' end ||
    case when c.relforcerowsecurity then format(E'alter table %I force row level security;\\n', c.relname) else '' end ||
    coalesce((${POLICIES}), '') || coalesce((${TABLE_GRANTS}), '') || coalesce((${COLUMN_GRANTS}), '') ||
    coalesce((${TRIGGERS}), '') as text
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and ${OWN('c.oid')}
  order by c.relname collate "C"`

const VIEWS = `select format(E'create %sview %I%s as\\n%s\\n', case c.relkind when 'm' then 'materialized ' else '' end, c.relname,
      coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid)) || coalesce((${TABLE_GRANTS}), '') as text
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and ${OWN('c.oid')}
  order by c.relname collate "C"`
