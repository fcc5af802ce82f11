// The database as the migrations tell it: file names, who owns a table, row-level security, and which store touches what.
import { areaOf, areaOrder, kindOf } from '../areas.ts'
import { codeUnder, type Fault, lineOf, nameOf, type Project, type Rule, type SourceFile, under } from '../project.ts'
import { nameOfNode, type Node, nodesOf, stringOf } from '../syntax.ts'

const folder = 'database/migrations/'
const migrationName = /^(\d{4})_([a-z0-9]+(?:_[a-z0-9]+)*)\.sql$/

/** Owners that a migration may name: the areas, the platform, and the parts of the platform that have tables. */
function owners(project: Project): readonly string[] {
  const parts = under(project, 'src/platform/').map((file) => file.path.split('/')[2] ?? '')
  return [...new Set([...areaOrder(project), 'platform', ...parts.filter((part) => !part.includes('.'))])]
}

const inSql = (owner: string) => owner.replaceAll('-', '_')

/** The owner that a migration names: '0006_learning_sets_meetings.sql' belongs to learning-sets. */
function ownerOf(project: Project, file: SourceFile): string | undefined {
  const rest = migrationName.exec(nameOf(file.path))?.[2]
  return owners(project).find((owner) => rest?.startsWith(`${inSql(owner)}_`))
}

const migrations = (project: Project) => under(project, folder).filter((file) => file.path.endsWith('.sql'))
const withoutComments = (sql: string) => sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '')

/** Which owner made each table. */
function tableOwners(project: Project): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of migrations(project)) {
    const owner = ownerOf(project, file)
    for (const [, table] of withoutComments(file.text).matchAll(
      /create table (?:if not exists )?([a-z_][a-z0-9_.]*)/gi,
    )) {
      if (owner !== undefined && table !== undefined) found.set(table, owner)
    }
  }
  return found
}

export const migrationNames: Rule = {
  name: 'migrations are NNNN_area_what.sql, each number once, each area known',
  find: (project) => {
    const seen = new Map<string, string>()
    return under(project, folder).flatMap((file): Fault[] => {
      const number = migrationName.exec(nameOf(file.path))?.[1]
      const fault = (what: string): Fault[] => [
        {
          path: file.path,
          what,
          why: 'The name tells the order and whose tables they are; stores are checked against it.',
          instead: 'NNNN_area_what.sql with the next free number and an area of src/service.ts, or platform.',
        },
      ]
      if (number === undefined) return fault('is not named NNNN_area_what.sql')
      const before = seen.get(number)
      seen.set(number, file.path)
      if (before !== undefined) return fault(`has the number of ${before}`)
      return ownerOf(project, file) === undefined ? fault('names no known area') : []
    })
  },
}

export const rowSecurity: Rule = {
  name: 'every table of an organisation has row-level security, enabled and forced',
  find: (project) => {
    const all = migrations(project)
      .map((file) => withoutComments(file.text))
      .join('\n')
      .toLowerCase()
    return migrations(project).flatMap((file) => {
      const tables = withoutComments(file.text)
        .toLowerCase()
        .matchAll(/create table (?:if not exists )?([a-z_][a-z0-9_.]*)\s*\(([\s\S]*?)\n\)/g)
      return [...tables].flatMap(([, table = '', columns = '']): Fault[] => {
        if (!/^\s*organisation\s+uuid\b/m.test(columns)) return []
        const missing = ['enable', 'force'].filter((deed) => !secures(all, table, deed))
        if (missing.length === 0) return []
        return [
          {
            path: file.path,
            what: `the table ${table} does not ${missing.join(' and ')} row level security`,
            why: 'When a query forgets its organisation the database must still refuse, to the owner as well.',
            instead: `alter table ${table} enable row level security, force row level security; and a policy on organisation.`,
          },
        ]
      })
    })
  },
}

/** By a statement of its own, or in a loop over an array of quoted names. */
function secures(sql: string, table: string, deed: string): boolean {
  if (new RegExp(`alter table ${table}\\s[^;]*\\b${deed} row level security`).test(sql)) return true
  const loops = sql.match(/foreach \w+ in array array\[[\s\S]*?end loop/g) ?? []
  return loops.some((loop) => loop.includes(`'${table}'`) && loop.includes(`alter table %i ${deed} row level security`))
}

export const plainSql: Rule = {
  name: 'SQL is lower case, with timestamptz and text',
  find: (project) =>
    migrations(project).flatMap((file) => {
      const sql = withoutComments(file.text)
      const found =
        /\b(CREATE|ALTER|SELECT|INSERT|GRANT|REFERENCES)\b|\b(varchar|serial|bigserial|timestamp(?!tz))\b(?!\s*with)/.exec(
          sql.replace(/'[^']*'/g, "''"),
        )
      if (!found) return []
      return [
        {
          path: file.path,
          line: file.text.slice(0, file.text.indexOf(found[0])).split('\n').length,
          what: `says ${found[0]}`,
          why: 'One way of writing SQL, and types that keep the time zone and need no length.',
          instead: 'lower case; timestamptz, date, text with a check, uuid.',
        },
      ]
    }),
}

type Touch = { readonly table: string; readonly deed: 'write' | 'read'; readonly node: Node }

const queryCalls: Readonly<Record<string, Touch['deed']>> = {
  insertInto: 'write',
  updateTable: 'write',
  deleteFrom: 'write',
  mergeInto: 'write',
  replaceInto: 'write',
  selectFrom: 'read',
  innerJoin: 'read',
  leftJoin: 'read',
  rightJoin: 'read',
  fullJoin: 'read',
  innerJoinLateral: 'read',
  leftJoinLateral: 'read',
  using: 'read',
}

/** Every table that a file names, in the query builder's calls and in sql`…` texts. */
function touches(file: SourceFile): readonly Touch[] {
  const called = nodesOf(file.tree(), 'CallExpression').flatMap((node): Touch[] => {
    const callee = node.callee as Node
    const deed = queryCalls[nameOfNode(callee.property) ?? '']
    const first = (node.arguments as Node[])[0]
    if (callee.type !== 'MemberExpression' || deed === undefined || !first) return []
    const names = first.type === 'ArrayExpression' ? (first.elements as Node[]).map(stringOf) : [stringOf(first)]
    return names.flatMap((name) => (name === undefined ? [] : [{ table: name.split(/\s+as\s+/)[0] ?? '', deed, node }]))
  })
  const written = nodesOf(file.tree(), 'TaggedTemplateExpression').flatMap((node): Touch[] => {
    const text = file.text.slice(node.start, node.end).toLowerCase()
    const all = text.matchAll(/\b(insert into|update|delete from|merge into|truncate|from|join)\s+([a-z_][a-z0-9_.]*)/g)
    return [...all].map(([, verb = '', table = '']) => ({
      table,
      deed: verb === 'from' || verb === 'join' ? 'read' : 'write',
      node,
    }))
  })
  return [...called, ...written]
}

export const ownTables: Rule = {
  name: 'a store writes only its own tables and reads only those of areas above',
  find: (project) => {
    const order = areaOrder(project)
    const owned = tableOwners(project)
    return codeUnder(project, 'src/areas/')
      .filter((file) => kindOf(nameOf(file.path)) === 'store')
      .flatMap((file) =>
        touches(file).flatMap(({ table, deed, node }): Fault[] => {
          const area = areaOf(file.path) ?? ''
          const owner = owned.get(table)
          if (owner === undefined || owner === area) return []
          const above = !order.includes(owner) || order.indexOf(owner) < order.indexOf(area)
          if (deed === 'read' && above) return []
          return [
            {
              path: file.path,
              line: lineOf(file, node.start),
              what: `${area} ${deed}s the table ${table} of ${owner}`,
              why: 'A table has one owner, who alone knows what must hold in it.',
              instead:
                deed === 'write'
                  ? `call a change of ${owner} (src/areas/${owner}/index.ts).`
                  : `let ${owner} read it, or declare on the card what ${area} must learn.`,
            },
          ]
        }),
      )
  },
}

export const tableRules: readonly Rule[] = [migrationNames, rowSecurity, plainSql, ownTables]
