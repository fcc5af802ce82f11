// What the forms of the front door are drawn with: their faults, a password box that shows itself on request, a box
// for codes that a phone fills in by itself.
import { ErrorSummary, Input, PasswordInput } from '../design/index.ts'
import type { Fault } from '../platform/sign-in/pages/look.ts'

type Drawn = {
  readonly faults: readonly Fault[]
  readonly name: string
  readonly label: string
  readonly hint?: string
}

const errorOf = ({ faults, name }: Drawn) => {
  const fault = faults.find((one) => one.field === name)
  return fault ? { text: fault.message } : undefined
}

const common = (drawn: Drawn) => ({
  id: drawn.name,
  name: drawn.name,
  label: { text: drawn.label },
  hint: drawn.hint === undefined ? undefined : { text: drawn.hint },
  errorMessage: errorOf(drawn),
})

export const Faults = ({ faults }: { faults: readonly Fault[] }) => (
  <ErrorSummary state={{ typed: {}, errors: faults.map(({ field, message }) => ({ field, input: field, message })) }} />
)

export const EmailField = (props: Drawn & { value: string }) => (
  <Input {...common(props)} value={props.value} type="email" autocomplete="username" spellcheck={false} width={30} />
)

export const NameField = (props: Drawn & { value: string; autocomplete: string }) => (
  <Input {...common(props)} value={props.value} autocomplete={props.autocomplete} spellcheck={false} />
)

export const PasswordField = (props: Drawn & { use: 'current-password' | 'new-password' }) => (
  <PasswordInput {...common(props)} autocomplete={props.use} />
)

/** Six figures; telephones offer the code of the app here. */
export const CodeField = (props: Drawn) => (
  <Input {...common(props)} inputmode="numeric" autocomplete="one-time-code" spellcheck={false} width={10} />
)

export const RecoveryCodeField = (props: Drawn) => (
  <Input {...common(props)} autocomplete="off" autocapitalize="none" spellcheck={false} width={20} />
)

/** Where to go on to afterwards. */
export const NextField = ({ next }: { next: string }) =>
  next === '/' ? null : <input type="hidden" name="next" value={next} />

/** What a good password is, said before it is asked for. */
export const passwordHint =
  'At least 15 characters. Three or four words that do not belong together are easy to keep in mind and hard to guess.'
