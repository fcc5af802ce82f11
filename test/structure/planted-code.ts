// Planted faults in what stands in the code, in the tables and in texts; see planted.ts.
import type { Plant } from './planted.ts'

const people = 'src/areas/people'
const many = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n')
const opening = '// Who works where.\n// SPEC 1.2.\n'

const code: readonly Plant[] = [
  {
    rule: 'only stores read work.db',
    files: { [`${people}/person.changes.ts`]: 'export const n = work.db.selectFrom("person")' },
    says: [/reads work\.db/, /\.store\.ts/],
  },
  {
    rule: 'only stores read work.db',
    files: { [`${people}/person.pages.tsx`]: 'const { db } = work' },
    says: [/takes db out of work/],
  },
  {
    rule: 'only src/platform/config.ts reads the environment',
    files: { 'src/platform/mail.ts': 'export const host = process.env.SMTP' },
    says: [/reads process\.env/, /config\.ts/],
  },
  {
    rule: 'only the platform makes a clock',
    files: { [`${people}/person.ts`]: `${opening}export const now = new Date()` },
    says: [/makes a Date/, /work\.moment/],
  },
  {
    rule: 'only the platform makes a clock',
    files: { 'src/design/table.tsx': 'export const now = Temporal.Now.instant()\nexport const then = Date.now()' },
    says: [/Temporal\.Now/, /Date\.now/],
  },
  {
    rule: 'no default exports',
    files: { [`${people}/person.store.ts`]: 'export default 1' },
    says: [/default export/, /by its name/],
  },
  {
    rule: 'no enums',
    files: { [`${people}/person.ts`]: `${opening}enum State { on }` },
    says: [/enum/, /union of words/],
  },
  {
    rule: 'raw HTML is made only in src/design',
    files: { [`${people}/person.pages.tsx`]: 'export const x = <p dangerouslySetInnerHTML={{ __html: note }} />' },
    says: [/dangerouslySetInnerHTML/, /component of src\/design/],
  },
  {
    rule: 'no check is silenced and nothing is left to be done',
    files: { [`${people}/person.store.ts`]: '// @ts-ignore\nexport const x = 1' },
    says: [/@ts-ignore/, /mend it/],
  },
  {
    rule: 'no any',
    files: { [`${people}/person.store.ts`]: 'export const x = (y: any) => y' },
    says: [/says any/, /unknown/],
  },
]

const shape: readonly Plant[] = [
  {
    rule: 'no file is longer than 250 lines',
    files: { 'src/platform/long.ts': many(251, 'export {}') },
    says: [/251 lines/, /split it/],
  },
  {
    rule: 'no function is longer than 40 lines',
    files: { 'src/platform/long.ts': `export function f() {\n${many(40, 'x()')}\n}` },
    says: [/42 lines/, /give the steps names/],
  },
  {
    rule: 'index.ts holds re-exports and nothing else',
    files: { [`${people}/index.ts`]: 'export const isAtWork = () => true' },
    says: [/code of its own/, /re-export/],
  },
  {
    rule: 'a rules file opens with two to five lines of plain English',
    files: { [`${people}/person.ts`]: 'export type Person = string' },
    says: [/0 lines of comment/, /plain English/],
  },
  {
    rule: 'deeds, access sentences and what an area offers say what they promise',
    files: { [`${people}/person.access.ts`]: 'export function mayRead() { return true }' },
    says: [/mayRead has no docstring/, /directly above/],
  },
  {
    rule: 'deeds and queries take work first; a deed takes work, then the id, then one object',
    files: { [`${people}/person.changes.ts`]: '/** Adds. */\nexport async function add(name: string, work: Work) {}' },
    says: [/add does not take/, /add\(work, id/],
  },
  {
    rule: 'stores and pages are tested, and every store test asks as the neighbour',
    files: { 'src/areas/supervision/session.pages.tsx': '', [`${people}/person.store.test.ts`]: "test('it works')" },
    says: [/has no \.pages\.test\.ts/, /the neighbour cannot see it/],
  },
]

const tables: readonly Plant[] = [
  {
    rule: 'migrations are NNNN_area_what.sql, each number once, each area known',
    files: { 'database/migrations/0002_people_posts.sql': '', 'database/migrations/0003_rota_shifts.sql': '' },
    says: [/has the number of/, /names no known area/, /next free number/],
  },
  {
    rule: 'every table of an organisation has row-level security, enabled and forced',
    files: { 'database/migrations/0001_people_persons.sql': 'create table post (\n  organisation uuid not null\n);' },
    says: [/the table post does not enable and force/, /alter table post/],
  },
  {
    rule: 'SQL is lower case, with timestamptz and text',
    files: { 'database/migrations/0003_people_posts.sql': 'CREATE table x (name varchar(3))' },
    says: [/says CREATE/, /lower case/],
  },
  {
    rule: 'a store writes only its own tables and reads only those of areas above',
    files: {
      'src/areas/supervision/session.store.ts': "export const f = (work: Work) => work.db.updateTable('person')",
    },
    says: [/supervision writes the table person of people/, /call a change of people/],
  },
  {
    rule: 'a store writes only its own tables and reads only those of areas above',
    files: { [`${people}/person.store.ts`]: 'export const f = (work: Work) => sql`select 1 from session`' },
    says: [/people reads the table session of supervision/, /let supervision read it/],
  },
]

const texts: readonly Plant[] = [
  {
    rule: 'deeds are nouns in URLs',
    files: { [`${people}/person.pages.tsx`]: "export const p = page({ at: 'POST /sessions/:session/cancel' })" },
    says: [/the verb "cancel"/, /cancellation/],
  },
  {
    rule: 'no file names a package host or a path of somebody’s machine',
    files: { 'docs/set-up.md': `Fetch it from https://${'regis'}try.example.org/x` },
    says: [/names https/, /relative to the project/],
  },
  {
    rule: 'no file names a package host or a path of somebody’s machine',
    files: { 'docs/set-up.md': `It lies in /ho${'me'}/amina/project` },
    says: [/path of somebody|names/, /relative to the project/],
  },
  {
    rule: 'documents mention only paths that exist',
    files: { 'README.md': 'See `src/areas/people/post.ts` and [more](docs/more.md).' },
    says: [/mentions src\/areas\/people\/post\.ts/, /mentions docs\/more\.md/, /as it is now/],
  },
  {
    rule: 'the lockfile names the packages of every platform',
    files: {
      'package-lock.json':
        '{ "packages": { "node_modules/x": { "optionalDependencies": { "@x/linux-arm64": "1.0.0" } } } }',
    },
    says: [/lacks 1 optional/, /complete-lockfile/],
  },
]

const words: readonly Plant[] = [
  {
    rule: 'names use the words of docs/words.md',
    files: { 'src/platform/visit.ts': 'export function findHttpSession(id: string) { return id }' },
    says: [/findHttpSession says "httpSession"/, /visit \(see docs\/words\.md\)/],
  },
  {
    rule: 'docs/map.md names every area, in the order of src/service.ts',
    files: { 'docs/map.md': '| supervision | x |\n| people | x |' },
    says: [/names supervision, people, but/, /foundations first/],
  },
]

export const plantedCode: readonly Plant[] = [...code, ...shape, ...tables, ...texts, ...words]
