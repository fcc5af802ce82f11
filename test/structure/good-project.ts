// A small project in which every rule holds: the ground into which faults are planted.

/** An area's card as it stands in area.ts. */
export const cardOf = (area: string): string => `export const ${area}Area = { name: '${area}', title: '${area}' }\n`

const readme = '# Area\n\nWhat it is for.\n'
const neighbour = "test('the neighbour cannot see it', () => {})\n"

export const goodProject: Readonly<Record<string, string>> = {
  'src/service.ts': [
    "import { peopleArea } from './areas/people/area.ts'",
    "import { supervisionArea } from './areas/supervision/area.ts'",
    'export const areas: readonly Area[] = [peopleArea, supervisionArea]',
  ].join('\n'),
  'src/platform/config.ts': "import { resolve } from 'node:path'\nexport const readConfig = () => process.env.PORT",
  'src/platform/work.ts': 'export type Work = { readonly db: unknown }',
  'src/platform/decision.ts': 'export const yes = () => true',
  'src/areas/people/area.ts': cardOf('people'),
  'src/areas/people/README.md': readme,
  'src/areas/people/index.ts': [
    "export { isAtWork, type Person } from './person.ts'",
    "export { findPerson } from './person.store.ts'",
  ].join('\n'),
  'src/areas/people/person.ts': [
    '// A person works here from the day of their first post to the day of their last.',
    '// Temporary staff are staff like others (SPEC 1.3).',
    "import { yes } from '../../platform/decision.ts'",
    'export type Person = { readonly name: string }',
    '/** Whether somebody works here on a day. */',
    'export const isAtWork = (): boolean => yes()',
  ].join('\n'),
  'src/areas/people/person.store.ts': [
    "import type { Work } from '../../platform/work.ts'",
    '/** One person by id, or undefined. */',
    "export const findPerson = (work: Work, id: string) => work.db.selectFrom('person').where('id', '=', id)",
    '/** Writes a new person. */',
    "export const insertPerson = (work: Work, row: object) => work.db.insertInto('person').values(row)",
  ].join('\n'),
  'src/areas/people/person.store.test.ts': neighbour,
  'src/areas/people/person.changes.ts': [
    "import { insertPerson } from './person.store.ts'",
    '/** Adds a person by hand (SPEC 1.1). */',
    'export async function addPerson(work: Work, given: { name: string }) { await insertPerson(work, given) }',
  ].join('\n'),
  'src/areas/people/person.pages.tsx': "export const personPages = [page({ at: 'GET /people/:person' })]",
  'src/areas/people/person.pages.test.ts': neighbour,
  'src/areas/people/person.examples.ts': "export const amina = { name: 'Amina' }",
  'src/areas/supervision/area.ts': cardOf('supervision'),
  'src/areas/supervision/README.md': readme,
  'src/areas/supervision/index.ts': "export { isHeld } from './session.ts'",
  'src/areas/supervision/session.ts': [
    '// A session is held when both sides were there.',
    '// SPEC 5.5.',
    "import { isAtWork } from '../people/index.ts'",
    '/** Whether it was held. */',
    'export const isHeld = () => isAtWork()',
  ].join('\n'),
  'src/areas/supervision/session.store.ts': [
    '/** Sessions with the names of those present. */',
    "export const findSessions = (work: Work) => work.db.selectFrom('session').innerJoin('person', 'a', 'b')",
  ].join('\n'),
  'src/areas/supervision/session.store.test.ts': neighbour,
  'database/migrations/0001_people_persons.sql': [
    'create table person (',
    '  organisation uuid not null,',
    '  id uuid primary key',
    ');',
    'alter table person enable row level security;',
    'alter table person force row level security;',
  ].join('\n'),
  'database/migrations/0002_supervision_sessions.sql': [
    'create table session (',
    '  organisation uuid not null,',
    '  held_at timestamptz',
    ');',
    'alter table session enable row level security;',
    'alter table session force row level security;',
  ].join('\n'),
  'journeys/supervisee/books-a-session.journey.ts': 'export const story = 1',
  'docs/words.md': '## Words that are not used\n\n| not | but |\n| --- | --- |\n| httpSession | visit |\n',
  'docs/map.md': '| people | who |\n| supervision | when |\n',
  'README.md': 'Read `src/service.ts` and [the people](src/areas/people/README.md).',
  'package-lock.json': '{ "packages": { "": {} } }',
}
