// Where files lie and what they are called: kinds, names, folders, depth, what every area has.
import { areaFolders, areaOf, areaOrder, kindOf } from '../areas.ts'
import { codeUnder, type Fault, folderOf, foldersOf, nameOf, type Rule, under } from '../project.ts'

const mostFiles = 15
const mostDepth = 4
const readmeLines = 40

/** Names that say nothing; whatever is put there has a better home under the word it is about. */
const emptyNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc'])
const emptyBelowSrc = new Set([...emptyNames, 'manager', 'service', 'types'])

export const fileKinds: Rule = {
  name: 'an area holds only the closed list of file kinds',
  find: (project) =>
    under(project, 'src/areas/').flatMap((file): Fault[] => {
      if (areaOf(file.path) === undefined || nameOf(file.path) === 'README.md') return []
      if (kindOf(nameOf(file.path)) !== undefined) return []
      return [
        {
          path: file.path,
          what: 'is no kind of file that an area may hold',
          why: 'One closed list of kinds lets a reader know what a file does before opening it.',
          instead:
            'noun.ts (rules), .access.ts, .form.ts, .view.ts, .store.ts, .changes.ts, .job.ts, .pages.tsx, .examples.ts, .test.ts, .store.test.ts, .pages.test.ts, area.ts, index.ts or README.md; what knows no area belongs in src/platform or src/design.',
        },
      ]
    }),
}

export const folderSize: Rule = {
  name: `a folder below src holds at most ${mostFiles} files`,
  find: (project) => {
    const counts = new Map<string, number>()
    for (const file of under(project, 'src/')) {
      const folder = folderOf(file.path)
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    return [...counts].flatMap(([path, count]): Fault[] =>
      count <= mostFiles
        ? []
        : [
            {
              path,
              what: `holds ${count} files`,
              why: `More than ${mostFiles} cannot be taken in at a glance.`,
              instead: 'split it by thing (one-to-one, group), never by kind of file.',
            },
          ],
    )
  },
}

export const emptyWords: Rule = {
  name: 'no file or folder has a name that says nothing',
  find: (project) =>
    project.files
      .filter((file) => /^(src\/[^/]+\/|test\/|journeys\/|bench\/|bin\/)/.test(file.path))
      .flatMap((file): Fault[] => {
        const parts = file.path.split('/').slice(1)
        const banned = file.path.startsWith('src/') ? emptyBelowSrc : emptyNames
        const empty = parts.map((part) => part.replace(/\..*$/, '')).find((part) => banned.has(part))
        if (empty === undefined) return []
        return [
          {
            path: file.path,
            what: `is called "${empty}"`,
            why: 'Rules die in files whose name says nothing about the field.',
            instead: 'put each function beside the thing it is about, under that word.',
          },
        ]
      }),
}

export const kebabNames: Rule = {
  name: 'names of code files are kebab-case words',
  find: (project) =>
    project.files
      .filter((file) => /^(src|test|journeys|bench)\/.*\.(ts|tsx|sql)$/.test(file.path))
      .filter((file) => !file.path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*$/.test(part)))
      .map((file) => ({
        path: file.path,
        what: 'is not named in kebab-case',
        why: 'The same word stands in URL, table, type and file, spelled one way.',
        instead: 'rename it to kebab-noun.kind.ts.',
      })),
}

export const depth: Rule = {
  name: `nothing lies deeper than ${mostDepth} below src`,
  find: (project) =>
    under(project, 'src/')
      .filter((file) => file.path.split('/').length - 1 > mostDepth)
      .map((file) => ({
        path: file.path,
        what: `lies ${file.path.split('/').length - 1} deep below src`,
        why: `Deeper than ${mostDepth} (src/areas/supervision/one-to-one/session.ts) nobody finds it by looking.`,
        instead: 'move it up, or make the inner folder a thing of its own.',
      })),
}

export const areaParts: Rule = {
  name: 'every area has its card, its index and a short README',
  find: (project) =>
    areaFolders(project).flatMap((area) => {
      const missing = ['area.ts', 'index.ts', 'README.md']
        .filter((name) => !project.has(`src/areas/${area}/${name}`))
        .map((name) => ({
          path: `src/areas/${area}`,
          what: `has no ${name}`,
          why: 'The card tells the service what the area adds, the index what later areas may use, the README what it is.',
          instead: `write src/areas/${area}/${name}.`,
        }))
      const readme = project.files.find((file) => file.path === `src/areas/${area}/README.md`)
      const lines = readme?.text.trimEnd().split('\n').length ?? 0
      if (lines <= readmeLines) return missing
      return [
        ...missing,
        {
          path: `src/areas/${area}/README.md`,
          what: `is ${lines} lines long`,
          why: `It is read before the code, in a minute; the limit is ${readmeLines}.`,
          instead: 'keep what it is for, its words, its rules in plain English and its pages.',
        },
      ]
    }),
}

export const listedAreas: Rule = {
  name: 'src/service.ts lists every area, and only areas',
  find: (project) => {
    const order = areaOrder(project)
    return areaFolders(project)
      .filter((area) => !order.includes(area))
      .map((area) => ({
        path: `src/areas/${area}`,
        what: 'is not in the list of src/service.ts',
        why: 'That list is the law of who may use whom; an area outside it has no pages and no place.',
        instead: 'import its card from area.ts in src/service.ts and put it after the areas that it uses.',
      }))
  },
}

/** The demonstration acts through many areas at once, as a visitor does, so it stands above them all with what joins them. */
export const topOfSrc: Rule = {
  name: 'below src lie areas, design and platform, and above them only what puts them together',
  find: (project) =>
    under(project, 'src/')
      .filter((file) => !/^src\/((areas|design|platform|frame|demonstration)\/|[a-z-]+\.ts$)/.test(file.path))
      .map((file) => ({
        path: file.path,
        what: 'lies outside areas, design and platform',
        why: 'What the service does, how it looks and how it runs is the whole division; another place blurs it.',
        instead:
          'src/areas/<area>, src/design or src/platform; src/*.ts, src/frame and src/demonstration only join these.',
      })),
}

export const journeyPlaces: Rule = {
  name: 'journeys are stories filed by who is acting',
  find: (project) =>
    codeUnder(project, 'journeys/')
      .filter((file) => !/^journeys\/[a-z-]+\/[a-z0-9-]+\.journey\.ts$/.test(file.path))
      .map((file) => ({
        path: file.path,
        what: 'is not journeys/<who>/<story>.journey.ts',
        why: 'A journey is looked for by the person who makes it.',
        instead: 'journeys/<who>/<story>.journey.ts; what journeys share lies in test/.',
      })),
}

export const knownFolders: Rule = {
  name: 'an area lies at src/areas/<area>, with at most one level of things in it',
  find: (project) =>
    under(project, 'src/areas/')
      .filter((file) => foldersOf(file.path).length < 3)
      .map((file) => ({
        path: file.path,
        what: 'lies in src/areas but in no area',
        why: 'What belongs to no area has no owner.',
        instead: 'move it into the area whose word it is.',
      })),
}

export const layoutRules: readonly Rule[] = [
  fileKinds,
  folderSize,
  emptyWords,
  kebabNames,
  depth,
  areaParts,
  listedAreas,
  topOfSrc,
  journeyPlaces,
  knownFolders,
]
