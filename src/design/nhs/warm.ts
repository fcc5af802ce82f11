// The official macros that the product calls, and their warming up at the start.

import { warmMacros } from './macro.ts'

/** Form controls only: everything else is our own JSX, which costs a tenth. */
export const macrosInUse = [
  'character-count',
  'checkboxes',
  'date-input',
  'error-summary',
  'file-upload',
  'input',
  'password-input',
  'radios',
  'search-input',
  'select',
  'textarea',
] as const

/** Compiles the templates in use, once at the start of the process (160–190 ms). */
export const warm = (): void => warmMacros(macrosInUse)
