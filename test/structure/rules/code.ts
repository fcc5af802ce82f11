// What may stand in code: one door to the database, to the environment and to the clock; no enums, no default exports.
import { areaOf, kindOf } from '../areas.ts'
import { codeUnder, type Fault, isTest, lineOf, nameOf, type Project, type Rule, type SourceFile } from '../project.ts'
import { memberOf, type Node, nameOfNode, nodesOf, walk } from '../syntax.ts'

const everywhere = ['src/', 'test/', 'journeys/', 'bench/', 'bin/']

/** Faults from every node of the product's own code (tests apart) that the question says yes to. */
function nodesWhere(
  files: readonly SourceFile[],
  isFault: (node: Node, parents: readonly Node[], file: SourceFile) => string | false,
  advice: Pick<Fault, 'why' | 'instead'>,
): readonly Fault[] {
  return files.flatMap((file) => {
    const faults: Fault[] = []
    walk(file.tree(), (node, parents) => {
      const what = isFault(node, parents, file)
      if (what !== false) faults.push({ path: file.path, line: lineOf(file, node.start), what, ...advice })
    })
    return faults
  })
}

const product = (project: Project): readonly SourceFile[] =>
  codeUnder(project, 'src/').filter((file) => !isTest(file.path))

export const storesOnly: Rule = {
  name: 'only stores read work.db',
  find: (project) =>
    nodesWhere(
      product(project).filter((file) => areaOf(file.path) !== undefined && kindOf(nameOf(file.path)) !== 'store'),
      (node) => {
        const member = memberOf(node)
        if (member?.[0] === 'work' && member[1] === 'db') return 'reads work.db'
        return takesDb(node) && 'takes db out of work'
      },
      {
        why: 'Every query is scoped to the organisation in one kind of file, where it can be checked.',
        instead: 'write the query as a function of the .store.ts file and call that.',
      },
    ),
}

function takesDb(node: Node): boolean {
  if (node.type !== 'VariableDeclarator' || nameOfNode(node.init) !== 'work') return false
  const pattern = node.id as Node
  if (pattern.type !== 'ObjectPattern') return false
  return (pattern.properties as Node[]).some((property) => nameOfNode(property.key) === 'db')
}

export const configOnly: Rule = {
  name: 'only src/platform/config.ts reads the environment',
  find: (project) =>
    nodesWhere(
      product(project).filter((file) => file.path !== 'src/platform/config.ts'),
      (node, parents) => {
        const member = memberOf(node)
        if (member?.[0] === 'process' && member[1] === 'env') return 'reads process.env'
        const parent = parents.at(-1)
        const fromProcess = parent?.type === 'VariableDeclarator' && nameOfNode(parent.init) === 'process'
        return fromProcess && node.type === 'ObjectPattern' && 'takes apart process'
      },
      {
        why: 'A setting that is read in one place is checked at the start, typed, and listed with its faults.',
        instead: 'declare the setting in src/platform/config.ts and be handed it.',
      },
    ),
}

export const oneClock: Rule = {
  name: 'only the platform makes a clock',
  find: (project) =>
    nodesWhere(
      // The browser's own scripts tell idle time by the browser's clock; the moment of a deed is the server's.
      product(project).filter((file) => !/^src\/(platform|design\/client)\//.test(file.path)),
      (node, parents) => {
        const member = memberOf(node)
        if (member?.[0] === 'Date' && member[1] === 'now') return 'asks Date.now()'
        if (member?.[0] === 'Temporal' && member[1] === 'Now') return 'asks Temporal.Now'
        const created = node.type === 'NewExpression' && nameOfNode(node.callee) === 'Date'
        if (created) return 'makes a Date'
        const called = node.type === 'CallExpression' && nameOfNode(node.callee) === 'Date'
        return called && parents.length > 0 && 'calls Date()'
      },
      {
        why: 'One moment is fixed for the whole request, figures can be had as at any day, and tests own the clock.',
        instead: 'use work.moment or work.today, and the functions of src/platform/time.',
      },
    ),
}

export const defaultExports: Rule = {
  name: 'no default exports',
  find: (project) =>
    nodesWhere(
      everywhere.flatMap((folder) => codeUnder(project, folder)),
      (node) => node.type === 'ExportDefaultDeclaration' && 'has a default export',
      {
        why: 'A thing is called the same wherever it is used, and can be searched for.',
        instead: 'export it by its name.',
      },
    ),
}

export const enums: Rule = {
  name: 'no enums',
  find: (project) =>
    nodesWhere(
      everywhere.flatMap((folder) => codeUnder(project, folder)),
      (node) => node.type === 'TSEnumDeclaration' && 'declares an enum',
      {
        why: 'States are words, the same in the code, in the database and on the page.',
        instead: "a union of words: type State = 'draft' | 'signed'.",
      },
    ),
}

export const rawHtml: Rule = {
  name: 'raw HTML is made only in src/design',
  find: (project) =>
    nodesWhere(
      product(project).filter((file) => !file.path.startsWith('src/design/')),
      (node) => {
        const name = nameOfNode(node)
        return (name === 'dangerouslySetInnerHTML' || name === 'jsxTemplate') && `uses ${name}`
      },
      {
        why: 'Everything on a page is escaped; one place that is not is where a script gets in.',
        instead: 'use a component of src/design, or add one there.',
      },
    ),
}

const silencers = ['@ts-ignore', '@ts-nocheck', '@ts-expect-error', 'oxlint-disable', 'eslint-disable', 'biome-ignore']
const unfinished = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX']

export const noSilencing: Rule = {
  name: 'no check is silenced and nothing is left to be done',
  find: (project) =>
    everywhere
      .flatMap((folder) => codeUnder(project, folder))
      .filter((file) => !file.path.startsWith('test/structure/'))
      .flatMap((file) => file.text.split('\n').flatMap((text, index) => silenced(file, text, index))),
}

function silenced(file: SourceFile, text: string, index: number): readonly Fault[] {
  const mark = silencers.find((word) => text.includes(word)) ?? unfinished.find((word) => text.includes(`${word}`))
  if (mark === undefined) return []
  return [
    {
      path: file.path,
      line: index + 1,
      what: `says ${mark}`,
      why: 'A rule with exceptions is no rule, and a note in the code is read by nobody who could act on it.',
      instead: 'mend it, or change the rule for everyone with a decision in docs/decisions.',
    },
  ]
}

export const anyType: Rule = {
  name: 'no any',
  find: (project) =>
    everywhere
      .flatMap((folder) => codeUnder(project, folder))
      .flatMap((file) =>
        nodesOf(file.tree(), 'TSAnyKeyword').map((node) => ({
          path: file.path,
          line: lineOf(file, node.start),
          what: 'says any',
          why: 'Behind any the compiler checks nothing more.',
          instead: 'unknown with a zod schema, or the type as it is.',
        })),
      ),
}

export const codeRules: readonly Rule[] = [
  storesOnly,
  configOnly,
  oneClock,
  defaultExports,
  enums,
  rawHtml,
  noSilencing,
  anyType,
]
