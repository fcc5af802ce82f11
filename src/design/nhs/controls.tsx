// Form controls as NHS.UK frontend draws them. Page authors rarely use these: a field of the form kit draws its own control.

import type { VNode } from 'preact'
import { macro } from './macro.ts'
import type {
  CharacterCountOptions,
  CheckboxesOptions,
  DateInputOptions,
  ErrorSummaryOptions,
  FileUploadOptions,
  InputOptions,
  PasswordInputOptions,
  RadiosOptions,
  SearchInputOptions,
  SelectOptions,
  TextareaOptions,
} from './macro-options.ts'

export const CharacterCount = (options: CharacterCountOptions): VNode => macro('character-count', options)
export const Checkboxes = (options: CheckboxesOptions): VNode => macro('checkboxes', options)
export const DateInput = (options: DateInputOptions): VNode => macro('date-input', options)
export const ErrorSummaryBox = (options: ErrorSummaryOptions): VNode => macro('error-summary', options)
export const FileUpload = (options: FileUploadOptions): VNode => macro('file-upload', options)
export const Input = (options: InputOptions): VNode => macro('input', options)
export const PasswordInput = (options: PasswordInputOptions): VNode => macro('password-input', options)
export const Radios = (options: RadiosOptions): VNode => macro('radios', options)
export const SearchInput = (options: SearchInputOptions): VNode => macro('search-input', options)
export const Select = (options: SelectOptions): VNode => macro('select', options)
export const Textarea = (options: TextareaOptions): VNode => macro('textarea', options)
