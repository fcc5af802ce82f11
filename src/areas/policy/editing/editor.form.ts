// A part of a draft as a form: which fields it has for this pack, what they hold, and what a saved form changes in the
// text (SPEC 2.1). Each part is one `Editor`; the pages and the saving are the same for all.
import {
  defineForm,
  type FieldError,
  type FormBody,
  type FormState,
  type OptionsByField,
} from '../../../design/index.ts'
import type { YamlEdit } from '../../../platform/yaml/yaml-edit.ts'
import type { PolicyPack } from '../pack/pack.ts'

export type Edits = readonly YamlEdit[]
export type Path = YamlEdit['path']
type Fields = Parameters<typeof defineForm>[0]

export type Opened = {
  readonly heading: string
  /** What the fields cannot say, in a sentence or two. */
  readonly hint?: string
  readonly fields: Fields
  readonly options?: OptionsByField
  /** Fields that belong together, under a heading each; all fields in one column when not said. */
  readonly groups?: readonly { readonly heading: string; readonly fields: readonly string[] }[]
  readonly state: FormState
  readonly read: (
    body: FormBody,
    today: string,
  ) => { readonly ok: true; readonly edits: Edits } | ({ readonly ok: false } & FormState)
  readonly typed: (body: FormBody) => FormState['typed']
  /** The field beside which a fault of the pack is shown; null: above the form. */
  readonly fieldAt: (path: Path) => FieldError | null
}

export type Editor = {
  readonly title: string
  /** The part as the form of one of its things (`itemKey`), or of the whole part when it has no items; null: not there. */
  readonly open: (pack: PolicyPack, itemKey: string) => Opened | null
  /** The things of this part, each with a form of its own. */
  readonly items?: (pack: PolicyPack) => readonly { readonly key: string; readonly name: string }[]
  /** A page of its own on which this part's things are listed, below the draft; the usual list when not said. */
  readonly back?: (itemKey: string, pack: PolicyPack) => { readonly path: string; readonly label: string }
}

/** Makes an opened form from its fields, what they hold now, and what its values change. */
export function opened<const F extends Fields>(what: {
  heading: string
  hint?: string
  fields: F
  options?: OptionsByField
  groups?: Opened['groups']
  values: Parameters<ReturnType<typeof defineForm<F>>['filled']>[0]
  check?: NonNullable<Parameters<typeof defineForm<F>>[1]>['check']
  edits: (value: Extract<ReturnType<ReturnType<typeof defineForm<F>>['read']>, { ok: true }>['value']) => Edits
  /** The path that each field is about. */
  paths?: Readonly<Record<string, Path>>
}): Opened {
  const form = defineForm(what.fields, { check: what.check })
  return {
    heading: what.heading,
    hint: what.hint,
    fields: what.fields,
    options: what.options,
    groups: what.groups,
    state: form.filled(what.values),
    typed: form.typed,
    read: (body, today) => {
      const reading = form.read(body, { today })
      return reading.ok ? { ok: true, edits: what.edits(reading.value) } : reading
    },
    fieldAt: (path) => {
      const found = Object.entries(what.paths ?? {}).find(([, own]) => own.every((step, at) => step === path[at]))
      if (!found) return null
      const input = what.fields[found[0]]?.kind === 'date' ? `${found[0]}-day` : found[0]
      return { field: found[0], input, message: '' }
    },
  }
}

/** An edit where a value is another than before; null or '' takes it out. */
export function changed(path: Path, before: unknown, after: unknown): Edits {
  const value = after === null || after === '' ? undefined : after
  return sameValue(before ?? undefined, value) ? [] : [{ path, value }]
}

/** Equal whatever the order of keys. */
export const sameValue = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other)
const ordered = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
