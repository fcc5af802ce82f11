// How the pages of the front door look: given by main, because the platform knows no design. Each is a page's body.
import type { VNode } from 'preact'
import type { CodePicture } from '../code/one-time-code.ts'
import type { DemonstrationPerson } from '../visit/demonstration.ts'
import type { OpenVisit } from '../visit/visits.ts'

/** What is wrong, beside the field of this name; above the form when the name is ''. */
export type Fault = { readonly field: string; readonly message: string }

type Faults = { readonly faults: readonly Fault[] }
/** Where to go afterwards: a path of ours. */
type Next = { readonly next: string }

export type SignInLook = {
  /** Fields email, password, next; to POST /sign-in. */
  readonly signIn: (what: Faults & Next & { readonly email: string; readonly demonstration: boolean }) => VNode
  /** Fields code, next; to POST /sign-in/code. */
  readonly code: (what: Faults & Next) => VNode
  /** Fields code, next; to POST /sign-in/recovery-code. */
  readonly recoveryCode: (what: Faults & Next) => VNode
  /** Fields password, code, next; to POST /sign-in/again. Without an account, in the demonstration, one button. */
  readonly signInAgain: (what: Faults & Next & { readonly hasAccount: boolean }) => VNode
  /** Fields organisation, name, email, password; to `action`. */
  readonly firstAdministrator: (
    what: Faults & {
      readonly action: string
      readonly typed: Readonly<Record<'organisation' | 'name' | 'email', string>>
    },
  ) => VNode
  /** Field password; to `action`. */
  readonly invitation: (
    what: Faults & { readonly action: string; readonly organisation: string; readonly email: string },
  ) => VNode
  /** A link that was used, has run out or was never made. */
  readonly linkOver: (what: { readonly purpose: 'first administrator' | 'invitation' }) => VNode
  /** Field code; to `action`. The picture is for the app's camera, the secret for typing. */
  readonly setUpCode: (
    what: Faults & {
      readonly action: string
      readonly picture: CodePicture
      readonly secret: string
      readonly first: boolean
    },
  ) => VNode
  /** Shown once. */
  readonly recoveryCodes: (what: Next & { readonly codes: readonly string[]; readonly first: boolean }) => VNode
  /** `own` is null for the named people of the demonstration, who have no account. */
  readonly account: (what: {
    readonly own: { readonly email: string; readonly recoveryCodesLeft: number } | null
    readonly visits: readonly (OpenVisit & { readonly here: boolean })[]
  }) => VNode
  /** Fields current, password; to POST /account/password. */
  readonly changePassword: (what: Faults & { readonly email: string }) => VNode
  /** One button for each; to POST /demonstration/visit with fields person, organisation. */
  readonly demonstration: (what: Next & { readonly people: readonly DemonstrationPerson[] }) => VNode
}
