// The project as the structure rules see it: every file that is kept, its text, and for code its syntax tree.
// A planted project has the same shape, made from a record of paths and texts, so that every rule can be tried.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Import, importsOf, type Node, parse } from './syntax.ts'

export const root = join(import.meta.dirname, '..', '..')

/** A fault says what is wrong, why that matters, and where the thing belongs instead. */
export type Fault = {
  readonly path: string
  readonly line?: number
  readonly what: string
  readonly why: string
  readonly instead: string
}

export type Rule = {
  readonly name: string
  readonly find: (project: Project) => readonly Fault[]
}

export type SourceFile = {
  readonly path: string
  readonly text: string
  /** The syntax tree; parsed when first asked for, and only for code. */
  readonly tree: () => Node
  readonly imports: () => readonly Import[]
}

export type Project = {
  readonly files: readonly SourceFile[]
  readonly has: (path: string) => boolean
}

const readable =
  /\.(ts|tsx|js|mjs|sql|md|json|yaml|yml|scss|css|svg|html|sh|txt|njk)$|^bin\/|^\.ci\/|^\.npmrc$|^\.gitignore$/

/** Every file that git keeps or would keep: ignored ones (packages, builds, data) are no part of the project. */
export function wholeProject(): Project {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  const paths = listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
  return projectOf(paths, (path) => (readable.test(path) ? readFileSync(join(root, path), 'utf8') : ''))
}

/** A small project held in memory, for planting faults. */
export const planted = (texts: Readonly<Record<string, string>>): Project =>
  projectOf(Object.keys(texts), (path) => texts[path] ?? '')

function projectOf(paths: readonly string[], read: (path: string) => string): Project {
  const files = paths.map((path): SourceFile => {
    const text = read(path)
    let tree: Node | undefined
    let imports: readonly Import[] | undefined
    const treeOf = () => (tree ??= parse(path, text))
    return { path, text, tree: treeOf, imports: () => (imports ??= importsOf(path, treeOf())) }
  })
  const known = new Set(paths.flatMap((path) => [path, ...foldersOf(path)]))
  return { files, has: (path) => known.has(path) }
}

/** Every folder above a path: 'a/b/c.ts' gives 'a' and 'a/b'. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

export const isCode = (file: SourceFile): boolean => /\.(ts|tsx|mjs)$/.test(file.path)
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\.journey\.ts$/.test(path) || /^(test|journeys)\//.test(path)
export const under = (project: Project, folder: string): readonly SourceFile[] =>
  project.files.filter((file) => file.path.startsWith(folder))
export const codeUnder = (project: Project, folder: string): readonly SourceFile[] =>
  under(project, folder).filter(isCode)

export const lineOf = (file: SourceFile, offset: number): number => file.text.slice(0, offset).split('\n').length

/** The fault as one sentence block that a developer can act on. */
export function say(fault: Fault): string {
  const place = fault.line === undefined ? fault.path : `${fault.path}:${fault.line}`
  return `${place}: ${fault.what}. ${fault.why} Instead: ${fault.instead}`
}

export const folderOf = (path: string): string => posix.dirname(path)
export const nameOf = (path: string): string => posix.basename(path)
