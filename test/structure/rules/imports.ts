// Who may import whom: areas by their order, kinds by their height, packages only beneath.
import { areaOf, areaOrder, type Kind, kindOf, kinds } from '../areas.ts'
import { codeUnder, type Fault, isTest, lineOf, nameOf, type Project, type Rule, type SourceFile } from '../project.ts'
import { exportedNames, type Import } from '../syntax.ts'

/** Every import of every file below a folder, tests left out: they may use anything. */
function importsUnder(project: Project, folder: string): readonly (readonly [SourceFile, Import])[] {
  return codeUnder(project, folder)
    .filter((file) => !isTest(file.path))
    .flatMap((file) => file.imports().map((one) => [file, one] as const))
}

const at = (file: SourceFile, one: Import) => ({ path: file.path, line: lineOf(file, one.start) })

export const areaLaw: Rule = {
  name: 'an area uses only the areas above it',
  find: (project) => {
    const order = areaOrder(project)
    return importsUnder(project, 'src/areas/').flatMap(([file, one]): Fault[] => {
      const from = areaOf(file.path)
      const to = one.path === undefined ? undefined : areaOf(one.path)
      if (from === undefined || to === undefined || from === to) return []
      if (order.includes(to) && order.indexOf(to) < order.indexOf(from)) return []
      return [
        {
          ...at(file, one),
          what: `${from} imports ${to}, which is not above it in src/service.ts`,
          why: 'Foundations must not know what stands on them, or nothing can be changed alone.',
          instead: `let ${to} call ${from}, or declare on its card (area.ts) what ${from} must learn.`,
        },
      ]
    })
  },
}

export const throughIndex: Rule = {
  name: 'another area is used only through its index.ts',
  find: (project) =>
    ['src/areas/', 'src/demonstration/'].flatMap((folder) =>
      importsUnder(project, folder).flatMap(([file, one]): Fault[] => {
        const from = areaOf(file.path)
        const to = one.path === undefined ? undefined : areaOf(one.path)
        if (to === undefined || from === to || one.path === `src/areas/${to}/index.ts`) return []
        return [
          {
            ...at(file, one),
            what: `reaches into ${one.path}`,
            why: 'What an area does not offer in its index it may change without asking.',
            instead: `re-export what is needed in src/areas/${to}/index.ts and import it from there.`,
          },
        ]
      }),
    ),
}

export const direction: Rule = {
  name: 'inside an area imports never go up',
  find: (project) =>
    importsUnder(project, 'src/areas/').flatMap(([file, one]): Fault[] => {
      const own = kindOf(nameOf(file.path))
      if (own === undefined || one.path === undefined || areaOf(one.path) === undefined) return []
      const sameArea = areaOf(one.path) === areaOf(file.path)
      const targets = sameArea ? [kindOf(nameOf(one.path))] : kindsThroughIndex(project, one)
      return targets.flatMap((target): Fault[] => {
        if (target === undefined || allowed(own, target, sameArea) || (one.typeOnly && !sameArea)) return []
        return [
          {
            ...at(file, one),
            what: `this ${own} file imports the ${target} file ${one.path}`,
            why: 'The way is rules ← access, form, view ← store ← changes ← job, pages: down once, up once.',
            instead: `move what both need down into a rules file, or let the ${target} file call the ${own} file.`,
          },
        ]
      })
    }),
}

function allowed(own: Kind, target: Kind, sameArea: boolean): boolean {
  if (own === 'test') return true
  if (target === 'test') return false
  if (own === 'index') return target !== 'card' && target !== 'index'
  if (own === 'card') return target !== 'index'
  if (sameArea && (target === 'card' || target === 'index')) return false
  if (target === 'examples') return own === 'examples'
  if (own !== target && kinds[own].height === 4 && kinds[target].height === 4) return false
  return kinds[target].height <= kinds[own].height
}

/** What an import from another area's index really takes: the kinds of the files that the names come from. */
function kindsThroughIndex(project: Project, one: Import): readonly (Kind | undefined)[] {
  const index = project.files.find((file) => file.path === one.path)
  if (!index) return []
  const wanted = new Set(one.names)
  return index.imports().flatMap((passed) => {
    const source = project.files.find((file) => file.path === passed.path)
    if (!source) return []
    const offered = passed.names.length > 0 ? passed.names : exportedNames(source.tree())
    return offered.some((name) => wanted.has(name)) ? [kindOf(nameOf(source.path))] : []
  })
}

/** Packages that only compute: what reaches nothing else stays pure. */
const purePackages = new Set(['temporal-polyfill', 'zod', 'yaml'])

export const pureRules: Rule = {
  name: 'rules, access, form and view files reach nothing that touches the world',
  find: (project) => {
    const impure = impurePlatform(project)
    return importsUnder(project, 'src/areas/').flatMap(([file, one]): Fault[] => {
      const own = kindOf(nameOf(file.path))
      if (own === undefined || kinds[own].height > 1 || one.typeOnly || one.path === undefined) return []
      const platform = one.path.startsWith('src/platform/') && impure.has(one.path)
      const design = one.path.startsWith('src/design/') && own !== 'form' && own !== 'view'
      if (!platform && !design) return []
      return [
        {
          ...at(file, one),
          what: `this ${own} file imports ${one.path}`,
          why: 'Rules and what stands beside them are pure, so that they can be read, tested and trusted alone.',
          instead: 'hand the value in as an argument, or do this in the .changes.ts or .pages.tsx file.',
        },
      ]
    })
  },
}

/** Platform files that reach the machine: a package that does more than compute, or a part of Node, however far. */
function impurePlatform(project: Project): ReadonlySet<string> {
  const files = codeUnder(project, 'src/platform/').filter((file) => !isTest(file.path))
  const impure = new Set<string>()
  for (let before = -1; before !== impure.size; ) {
    before = impure.size
    for (const file of files) {
      const reaches = file.imports().some((one) => {
        if (one.typeOnly) return false
        return one.path === undefined ? !purePackages.has(one.from) : impure.has(one.path)
      })
      if (reaches) impure.add(file.path)
    }
  }
  return impure
}

export const packages: Rule = {
  name: 'areas import no packages',
  find: (project) =>
    importsUnder(project, 'src/areas/')
      .filter(([, one]) => one.path === undefined)
      .map(([file, one]) => ({
        ...at(file, one),
        what: `imports the package ${one.from}`,
        why: 'An area says what the service does; with what it runs is exchanged beneath it.',
        instead: 'wrap or re-export what is needed in src/platform or src/design.',
      })),
}

export const beneath: Rule = {
  name: 'platform and design know no area and not each other',
  find: (project) =>
    (['src/platform/', 'src/design/'] as const).flatMap((own) =>
      importsUnder(project, own)
        .filter(([, one]) => one.path?.startsWith('src/') && !one.path.startsWith(own))
        .map(([file, one]) => ({
          ...at(file, one),
          what: `imports ${one.path}`,
          why: 'How it looks and how it runs stand beneath every area and beside each other.',
          instead: 'hand it in from src/main.ts, or from the area, as an argument.',
        })),
    ),
}

export const extensions: Rule = {
  name: 'imports name the file as it is',
  find: (project) =>
    ['src/', 'test/', 'journeys/', 'bench/', 'bin/'].flatMap((folder) =>
      codeUnder(project, folder).flatMap((file) =>
        file
          .imports()
          .filter((one) => one.path !== undefined && !/\.[a-z]+$/.test(one.path))
          .map((one) => ({
            ...at(file, one),
            what: `imports ${one.from} without its extension`,
            why: 'Node runs the sources as they stand, and a reader can follow the path.',
            instead: `write the .ts or .tsx at the end.`,
          })),
      ),
    ),
}

/** src/*.ts, src/frame and src/demonstration put platform, design and areas together; main, manage and the tests start there. */
const isComposition = (path: string) => /^src\/([a-z-]+\.ts$|frame\/|demonstration\/)/.test(path)

export const tops: Rule = {
  name: 'nothing below imports what puts the parts together, and only src/service.ts reads cards',
  find: (project) =>
    importsUnder(project, 'src/')
      .filter(([file, one]) => {
        if (one.path === undefined) return false
        if (isComposition(one.path)) return !isComposition(file.path)
        return /^src\/areas\/[^/]+\/area\.ts$/.test(one.path) && file.path !== 'src/service.ts'
      })
      .map(([file, one]) => ({
        ...at(file, one),
        what: `imports ${one.path}`,
        why: 'Who imports the place where everything is put together is part of everything.',
        instead: 'import what is needed from the area’s index.ts, or be handed it.',
      })),
}

export const importRules: readonly Rule[] = [
  areaLaw,
  throughIndex,
  direction,
  pureRules,
  packages,
  beneath,
  extensions,
  tops,
]
