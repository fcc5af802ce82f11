// Small projects with one fault each, and what the rule that finds it must say. Every rule has at least one.
import { cardOf } from './good-project.ts'

export type Plant = {
  /** The rule's name, whole. */
  readonly rule: string
  /** Files added to, or put over, those of the good project. */
  readonly files: Readonly<Record<string, string>>
  /** Words of the sentence: what is wrong and where it belongs instead. */
  readonly says: readonly RegExp[]
}

const opening = '// Who works where.\n// SPEC 1.2.\n'
const people = 'src/areas/people'
const many = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n')

const layout: readonly Plant[] = [
  {
    rule: 'an area holds only the closed list of file kinds',
    files: { [`${people}/person.controller.ts`]: 'export const x = 1' },
    says: [/person\.controller\.ts/, /no kind of file/, /\.changes\.ts/],
  },
  {
    rule: 'a folder below src holds at most 15 files',
    files: Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`${people}/word-${n}.ts`, opening])),
    says: [/people/, /split it by thing/],
  },
  {
    rule: 'no file or folder has a name that says nothing',
    files: { 'src/platform/utils.ts': '' },
    says: [/is called "utils"/, /beside the thing/],
  },
  {
    rule: 'no file or folder has a name that says nothing',
    files: { [`${people}/types.ts`]: opening },
    says: [/is called "types"/],
  },
  {
    rule: 'names of code files are kebab-case words',
    files: { [`${people}/lineManager.ts`]: opening },
    says: [/lineManager/, /kebab-noun/],
  },
  {
    rule: 'nothing lies deeper than 4 below src',
    files: { 'src/areas/people/post/history/past-post.ts': opening },
    says: [/5 deep/, /move it up/],
  },
  {
    rule: 'every area has its card, its index and a short README',
    files: { [`${people}/README.md`]: many(41, 'line') },
    says: [/41 lines/, /plain English/],
  },
  {
    rule: 'every area has its card, its index and a short README',
    files: { 'src/areas/policy/policy.ts': opening },
    says: [/has no area\.ts/, /has no index\.ts/, /has no README\.md/],
  },
  {
    rule: 'src/service.ts lists every area, and only areas',
    files: { 'src/areas/policy/area.ts': cardOf('policy') },
    says: [/policy/, /law of who may use whom/],
  },
  {
    rule: 'below src lie areas, design and platform, and above them only what puts them together',
    files: { 'src/shared/day.ts': '' },
    says: [/src\/shared\/day\.ts/, /src\/platform/],
  },
  {
    rule: 'journeys are stories filed by who is acting',
    files: { 'journeys/booking.spec.ts': '' },
    says: [/journeys\/<who>\/<story>/],
  },
  {
    rule: 'an area lies at src/areas/<area>, with at most one level of things in it',
    files: { 'src/areas/day.ts': '' },
    says: [/in no area/],
  },
]

const imports: readonly Plant[] = [
  {
    rule: 'an area uses only the areas above it',
    files: { [`${people}/person.changes.ts`]: "import { book } from '../supervision/index.ts'" },
    says: [/people imports supervision/, /declare on its card/],
  },
  {
    rule: 'another area is used only through its index.ts',
    files: { 'src/areas/supervision/session.changes.ts': "import { findPerson } from '../people/person.store.ts'" },
    says: [/reaches into/, /people\/index\.ts/],
  },
  {
    rule: 'inside an area imports never go up',
    files: { [`${people}/person.ts`]: `${opening}import { findPerson } from './person.store.ts'` },
    says: [/this rules file imports the store file/, /move what both need down/],
  },
  {
    rule: 'inside an area imports never go up',
    files: { [`${people}/person.store.ts`]: "import { personPages } from './person.pages.tsx'" },
    says: [/imports the pages file/],
  },
  {
    rule: 'inside an area imports never go up',
    files: { 'src/areas/supervision/session.view.ts': "import { findPerson } from '../people/index.ts'" },
    says: [/this view file imports the store file/],
  },
  {
    rule: 'inside an area imports never go up',
    files: { [`${people}/person.changes.ts`]: "import { amina } from './person.examples.ts'" },
    says: [/imports the examples file/],
  },
  {
    rule: 'rules, access, form and view files reach nothing that touches the world',
    files: { [`${people}/person.ts`]: `${opening}import { readConfig } from '../../platform/config.ts'` },
    says: [/platform\/config\.ts/, /hand the value in/],
  },
  {
    rule: 'areas import no packages',
    files: { [`${people}/person.store.ts`]: "import pg from 'pg'" },
    says: [/the package pg/, /src\/platform/],
  },
  {
    rule: 'areas import no packages',
    files: { [`${people}/person.changes.ts`]: "const fs = await import('node:fs')" },
    says: [/node:fs/],
  },
  {
    rule: 'platform and design know no area and not each other',
    files: { 'src/platform/mail.ts': "export { personLink } from '../areas/people/index.ts'" },
    says: [/imports src\/areas\/people/, /hand it in/],
  },
  {
    rule: 'platform and design know no area and not each other',
    files: { 'src/design/table.tsx': "import type { Work } from '../platform/work.ts'" },
    says: [/imports src\/platform\/work\.ts/],
  },
  {
    rule: 'imports name the file as it is',
    files: { [`${people}/person.changes.ts`]: "import { findPerson } from './person.store/index'" },
    says: [/without its extension/, /\.ts or \.tsx/],
  },
  {
    rule: 'nothing below imports what puts the parts together, and only src/service.ts reads cards',
    files: { [`${people}/person.pages.tsx`]: "import { areas } from '../../service.ts'" },
    says: [/imports src\/service\.ts/, /be handed it/],
  },
]

export const plantedLayoutAndImports: readonly Plant[] = [...layout, ...imports]
