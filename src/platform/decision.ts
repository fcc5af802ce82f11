// A rule answers yes with a value, or no with a reason that the person who asked can read.
// Throwing is kept for mistakes of the programmer (ARCHITECTURE, convention 4).

/** Why not, in a sentence for the person who asked; `field` names the input it belongs beside, when there is one. */
export type No = { readonly ok: false; readonly reason: string; readonly field?: string }
export type Yes<T> = { readonly ok: true; readonly value: T }
export type Decision<T = void> = Yes<T> | No

export function yes(): Yes<void>
export function yes<T>(value: T): Yes<T>
export function yes<T>(value?: T): Yes<T | void> {
  return { ok: true, value: value as T }
}

export const no = (reason: string, field?: string): No => ({
  ok: false,
  reason,
  ...(field === undefined ? {} : { field }),
})
