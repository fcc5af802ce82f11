// What the rules know about areas: their order (from src/service.ts, the law) and the kind of each file in them.
import type { Project } from './project.ts'

/** The closed list of file kinds inside an area, with how high each stands: imports go down or sideways, never up. */
export const kinds = {
  rules: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/, height: 0 },
  access: { pattern: /\.access\.ts$/, height: 1 },
  form: { pattern: /\.form\.ts$/, height: 1 },
  view: { pattern: /\.view\.ts$/, height: 1 },
  store: { pattern: /\.store\.ts$/, height: 2 },
  changes: { pattern: /\.changes\.ts$/, height: 3 },
  job: { pattern: /\.job\.ts$/, height: 4 },
  pages: { pattern: /\.pages\.tsx$/, height: 4 },
  examples: { pattern: /\.examples\.ts$/, height: 5 },
  card: { pattern: /^area\.ts$/, height: 6 },
  index: { pattern: /^index\.ts$/, height: 6 },
  test: { pattern: /\.test\.ts$/, height: 7 },
} as const

export type Kind = keyof typeof kinds

const named =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(access|form|view|store|changes|job|examples)\.ts|\.pages\.tsx|(\.store|\.pages)?(\.slow)?\.test\.ts|\.ts)$/

/** The kind of a file in an area by its name, or undefined when the closed list has no such kind. */
export function kindOf(name: string): Kind | undefined {
  if (name === 'area.ts') return 'card'
  if (name === 'index.ts') return 'index'
  if (!named.test(name)) return undefined
  if (kinds.test.pattern.test(name)) return 'test'
  const found = Object.entries(kinds).find(([kind, { pattern }]) => kind !== 'rules' && pattern.test(name))
  return (found?.[0] as Kind | undefined) ?? 'rules'
}

/** The area a path lies in: 'src/areas/people/x.ts' gives 'people'. */
export const areaOf = (path: string): string | undefined => /^src\/areas\/([^/]+)\//.exec(path)?.[1]

/** The areas in the order of src/service.ts, foundations first: read from the list's elements and where they come from. */
export function areaOrder(project: Project): readonly string[] {
  const service = project.files.find((file) => file.path === 'src/service.ts')
  if (!service) return []
  const sources = new Map<string, string>()
  for (const { path, locals } of service.imports()) {
    const area = path === undefined ? undefined : areaOf(path)
    if (area !== undefined) for (const name of locals) sources.set(name, area)
  }
  const list = /\bareas\b[^=]*=\s*\[([^\]]*)\]/.exec(service.text)?.[1] ?? ''
  return [...list.matchAll(/[A-Za-z0-9_]+/g)].flatMap(([name]) => sources.get(name) ?? [])
}

export const areaFolders = (project: Project): readonly string[] => [
  ...new Set(project.files.flatMap((file) => areaOf(file.path) ?? [])),
]
