// The shape of a file: how long it is, how it opens, how its functions begin.
import { areaOf, kindOf } from '../areas.ts'
import {
  codeUnder,
  type Fault,
  folderOf,
  lineOf,
  nameOf,
  type Project,
  type Rule,
  type SourceFile,
} from '../project.ts'
import { isNode, type Node, nameOfNode, walk } from '../syntax.ts'

const mostLines = 250
const mostFunctionLines = 40
const everywhere = ['src/', 'test/', 'journeys/', 'bench/', 'bin/']

export const fileLength: Rule = {
  name: `no file is longer than ${mostLines} lines`,
  find: (project) =>
    everywhere
      .flatMap((folder) => codeUnder(project, folder))
      .flatMap((file): Fault[] => {
        const lines = file.text.trimEnd().split('\n').length
        if (lines <= mostLines) return []
        return [
          {
            path: file.path,
            what: `is ${lines} lines long`,
            why: 'The longest files decide how hard a codebase is to follow; aim at 80.',
            instead: 'split it by the things it is about.',
          },
        ]
      }),
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

export const functionLength: Rule = {
  name: `no function is longer than ${mostFunctionLines} lines`,
  find: (project) =>
    everywhere
      .flatMap((folder) => codeUnder(project, folder))
      .flatMap((file) => {
        const faults: Fault[] = []
        walk(file.tree(), (node, parents) => {
          if (!functionTypes.has(node.type) || groupsTests(parents.at(-1))) return
          const first = lineOf(file, node.start)
          const lines = lineOf(file, node.end) - first + 1
          if (lines > mostFunctionLines) faults.push(tooLong(file, first, lines))
        })
        return faults
      }),
}

/** `describe('…', () => { … })` is a heading over tests, no function that somebody calls. */
const groupsTests = (parent: Node | undefined): boolean =>
  parent?.type === 'CallExpression' && /^(describe|suite)$/.test(nameOfNode(parent.callee) ?? '')

const tooLong = (file: SourceFile, line: number, lines: number): Fault => ({
  path: file.path,
  line,
  what: `a function is ${lines} lines long`,
  why: 'What does not fit on a screen cannot be seen at once.',
  instead: 'give the steps names, and put them below their caller.',
})

const inAreas = (project: Project, ...wanted: readonly string[]): readonly SourceFile[] =>
  codeUnder(project, 'src/areas/').filter(
    (file) => areaOf(file.path) !== undefined && wanted.includes(kindOf(nameOf(file.path)) ?? ''),
  )

export const indexOnly: Rule = {
  name: 'index.ts holds re-exports and nothing else',
  find: (project) =>
    inAreas(project, 'index').flatMap((file) =>
      (file.tree().body as Node[])
        .filter((node) => !(node.type.startsWith('Export') && (isNode(node.source) || offersNothing(node))))
        .map((node) => ({
          path: file.path,
          line: lineOf(file, node.start),
          what: 'holds code of its own',
          why: 'It is the list of what later areas may use, to be read in a glance.',
          instead: 'put the code in a file of its kind and re-export it: export { name } from "./noun.ts".',
        })),
    ),
}

/** `export {}`: an area on which nothing is built. */
const offersNothing = (node: Node): boolean =>
  node.type === 'ExportNamedDeclaration' && !isNode(node.declaration) && (node.specifiers as Node[]).length === 0

export const plainOpening: Rule = {
  name: 'a rules file opens with two to five lines of plain English',
  find: (project) =>
    inAreas(project, 'rules').flatMap((file): Fault[] => {
      const lines = file.text.split('\n')
      const end = lines.findIndex((line) => !line.startsWith('//'))
      const count = end === -1 ? lines.length : end
      if (count >= 2 && count <= 5) return []
      return [
        {
          path: file.path,
          line: 1,
          what: `opens with ${count} lines of comment`,
          why: 'A rule is read by people who know the field before it is read by a compiler.',
          instead: 'two to five lines (//) that say the rules in plain English, with the clause of the specification.',
        },
      ]
    }),
}

export const docstrings: Rule = {
  name: 'deeds, access sentences and what an area offers say what they promise',
  find: (project) =>
    inAreas(project, 'rules', 'access', 'store', 'changes', 'view').flatMap((file) =>
      exportedFunctions(file)
        .filter(({ name }) => /\.(changes|access)\.ts$/.test(file.path) || isOffered(project, file, name))
        .filter(({ statement }) => !/\*\/\s*$/.test(file.text.slice(0, statement.start)))
        .map(({ statement, name }) => ({
          path: file.path,
          line: lineOf(file, statement.start),
          what: `${name} has no docstring`,
          why: 'Its callers need shapes, units, errors and the clause without reading its body.',
          instead: 'a /** … */ line directly above it.',
        })),
    ),
}

/** Does the area's index.ts pass this name on to later areas? */
function isOffered(project: Project, file: SourceFile, name: string): boolean {
  const index = project.files.find((other) => other.path === `src/areas/${areaOf(file.path)}/index.ts`)
  return index?.imports().some((one) => one.path === file.path && one.names.includes(name)) ?? false
}

export const workFirst: Rule = {
  name: 'deeds and queries take work first; a deed takes work, then the id, then one object',
  find: (project) =>
    inAreas(project, 'store', 'changes').flatMap((file) =>
      exportedFunctions(file).flatMap(({ statement, name, fn }): Fault[] => {
        const params = (fn.params as Node[]).map(nameOfNode)
        const hasWork = fn.async === true || params.includes('work')
        const tooMany = file.path.endsWith('.changes.ts') && params.length > 3
        if (!hasWork || (params[0] === 'work' && !tooMany)) return []
        return [
          {
            path: file.path,
            line: lineOf(file, statement.start),
            what: `${name} does not take (work, id, one object)`,
            why: 'Every deed and query is called the same way, so that nobody looks up the order.',
            instead: `${name}(work, id, { … }).`,
          },
        ]
      }),
    ),
}

type ExportedFunction = { readonly statement: Node; readonly name: string; readonly fn: Node }

/** Functions that a file exports, whether declared or held in a const. */
function exportedFunctions(file: SourceFile): readonly ExportedFunction[] {
  return (file.tree().body as Node[]).flatMap((statement): ExportedFunction[] => {
    if (statement.type !== 'ExportNamedDeclaration' || !isNode(statement.declaration)) return []
    const declaration = statement.declaration
    if (declaration.type === 'FunctionDeclaration') {
      return [{ statement, name: nameOfNode(declaration.id) ?? '', fn: declaration }]
    }
    return ((declaration.declarations as Node[] | undefined) ?? []).flatMap((one) =>
      isNode(one.init) && functionTypes.has(one.init.type)
        ? [{ statement, name: nameOfNode(one.id) ?? '', fn: one.init }]
        : [],
    )
  })
}

export const testsBeside: Rule = {
  name: 'stores and pages are tested, and every store test asks as the neighbour',
  find: (project) => [
    ...inAreas(project, 'store', 'pages').flatMap((file) => untested(project, file)),
    ...inAreas(project, 'test')
      .filter((file) => testsKind(file.path, 'store') && !/neighbour/i.test(file.text))
      .map((file) => ({
        path: file.path,
        what: 'has no case "the neighbour cannot see it"',
        why: 'One leak between organisations ends the trust in all of it.',
        instead: 'add a case for each table in which another organisation asks.',
      })),
  ],
}

/** Whether a file is a test of this kind, quick or slow. */
const testsKind = (path: string, kind: 'store' | 'pages'): boolean =>
  path.endsWith(`.${kind}.test.ts`) || path.endsWith(`.${kind}.slow.test.ts`)

/** A test of the same kind must lie in the same folder or at the top of the area. */
function untested(project: Project, file: SourceFile): readonly Fault[] {
  const kind = file.path.endsWith('.store.ts') ? 'store' : 'pages'
  const places = [folderOf(file.path), `src/areas/${areaOf(file.path)}`]
  const isTested = project.files.some((other) => testsKind(other.path, kind) && places.includes(folderOf(other.path)))
  if (isTested) return []
  return [
    {
      path: file.path,
      what: `has no .${kind}.test.ts beside it or at the top of its area`,
      why: 'Rules are easily right where SQL and HTTP are wrong.',
      instead: kind === 'store' ? 'real SQL, with the neighbour asking.' : 'the real app, one case for every refusal.',
    },
  ]
}

export const shapeRules: readonly Rule[] = [
  fileLength,
  functionLength,
  indexOnly,
  plainOpening,
  docstrings,
  workFirst,
  testsBeside,
]
