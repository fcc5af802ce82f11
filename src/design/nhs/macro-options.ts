// Written by `npm run generate` from nhsuk-frontend; do not edit. The package calls every one of several ways
// (text or html) required; here only names and items are.

/** A part that the package draws with another of its components: a label, a hint, an error message. */
export type Part = { text?: string; html?: string; classes?: string; [option: string]: unknown }

export type CharacterCountOptions = {
  id?: string
  name: string
  rows?: string
  value?: string
  maxlength?: string
  maxwords?: string
  countType?: string
  threshold?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  attributes?: Record<string, unknown>
  spellcheck?: boolean
  disabled?: boolean
  autocomplete?: string
  countMessage?: { classes?: string }
  textareaDescriptionText?: string
  charactersUnderLimitText?: Part
  charactersAtLimitText?: string
  charactersOverLimitText?: Part
  wordsUnderLimitText?: Part
  wordsAtLimitText?: string
  wordsOverLimitText?: Part
}

export type CheckboxesOptions = {
  id?: string
  describedBy?: string
  fieldset?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInputs?: { text?: string; html?: string }; afterInputs?: { text?: string; html?: string } }
  idPrefix?: string
  name: string
  items: readonly ({ text?: string; html?: string; id?: string; name?: string; value?: string; label?: Part; hint?: Part; divider?: string; checked?: boolean; conditional?: { html?: string }; disabled?: boolean; classes?: string; attributes?: Record<string, unknown>; behaviour?: string; behaviourGroup?: string; exclusive?: boolean; exclusiveGroup?: string })[]
  values?: readonly (string | Part)[]
  disabled?: boolean
  small?: boolean
  inline?: boolean
  classes?: string
  attributes?: Record<string, unknown>
}

export type DateInputOptions = {
  id?: string
  namePrefix?: string
  items?: readonly ({ name: string; label?: Part; error?: boolean })[]
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInputs?: { text?: string; html?: string }; afterInputs?: { text?: string; html?: string } }
  fieldset?: Part
  day?: { name?: string; value?: string; label?: Part; error?: boolean }
  month?: { name?: string; value?: string; label?: Part; error?: boolean }
  year?: { name?: string; value?: string; label?: Part; error?: boolean }
  values?: { day?: string; month?: string; year?: string }
  disabled?: boolean
  classes?: string
  attributes?: Record<string, unknown>
}

export type ErrorSummaryOptions = {
  id?: string
  heading?: { id?: string; text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  titleText?: string
  titleHtml?: string
  description?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  descriptionText?: string
  descriptionHtml?: string
  caller?: string
  errorList?: readonly ({ href?: string; text?: string; html?: string; attributes?: Record<string, unknown> })[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Record<string, unknown>
}

export type FileUploadOptions = {
  name: string
  id?: string
  disabled?: boolean
  multiple?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  chooseFilesButtonClassList?: readonly (string | Part)[]
  chooseFilesButtonText?: string
  dropInstructionText?: string
  multipleFilesChosenText?: Part
  noFileChosenText?: string
  enteredDropZoneText?: string
  leftDropZoneText?: string
  classes?: string
  attributes?: Record<string, unknown>
}

export type InputOptions = {
  id?: string
  name: string
  type?: string
  inputmode?: string
  value?: string
  disabled?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  prefix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  suffix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  code?: boolean
  width?: number
  large?: boolean
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  autocomplete?: string
  pattern?: string
  placeholder?: string
  spellcheck?: boolean
  autocapitalize?: string
  inputWrapper?: { classes?: string; attributes?: Record<string, unknown> }
  attributes?: Record<string, unknown>
}

export type PasswordInputOptions = {
  id?: string
  name: string
  value?: string
  disabled?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  prefix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  suffix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  code?: boolean
  width?: number
  large?: boolean
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  autocomplete?: string
  inputWrapper?: { classes?: string; attributes?: Record<string, unknown> }
  attributes?: Record<string, unknown>
  showPasswordText?: string
  hidePasswordText?: string
  showPasswordAriaLabelText?: string
  showPasswordAriaLabel?: string
  hidePasswordAriaLabelText?: string
  hidePasswordAriaLabel?: string
  passwordShownAnnouncementText?: string
  passwordHiddenAnnouncementText?: string
  button?: { variant?: string; classes?: string }
}

export type RadiosOptions = {
  id?: string
  fieldset?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInputs?: { text?: string; html?: string }; afterInputs?: { text?: string; html?: string } }
  idPrefix?: string
  name: string
  items: readonly ({ text?: string; html?: string; id?: string; value?: string; label?: Part; hint?: Part; divider?: string; checked?: boolean; conditional?: { html?: string }; disabled?: boolean; classes?: string; attributes?: Record<string, unknown> })[]
  value?: string
  disabled?: boolean
  small?: boolean
  inline?: boolean
  classes?: string
  attributes?: Record<string, unknown>
}

export type SearchInputOptions = {
  id?: string
  name: string
  type?: string
  inputmode?: string
  value?: string
  disabled?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  prefix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  suffix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  code?: boolean
  width?: number
  large?: boolean
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  autocomplete?: string
  placeholder?: string
  spellcheck?: boolean
  autocapitalize?: string
  inputWrapper?: { classes?: string; attributes?: Record<string, unknown> }
  attributes?: Record<string, unknown>
  button?: { variant?: string; classes?: string; ariaLabel?: string; icon?: { name: string; html?: string; placement?: string } }
}

export type SelectOptions = {
  id?: string
  name: string
  items: readonly ({ value?: string; text?: string; divider?: boolean; selected?: boolean; disabled?: boolean; attributes?: Record<string, unknown> })[]
  value?: string
  disabled?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  inputWrapper?: { classes?: string; attributes?: Record<string, unknown> }
  attributes?: Record<string, unknown>
}

export type TextareaOptions = {
  id?: string
  name: string
  spellcheck?: boolean
  rows?: string
  value?: string
  disabled?: boolean
  describedBy?: string
  label?: Part
  hint?: Part
  errorMessage?: Part
  formGroup?: { classes?: string; attributes?: Record<string, unknown>; beforeInput?: { text?: string; html?: string }; afterInput?: { text?: string; html?: string } }
  classes?: string
  autocomplete?: string
  attributes?: Record<string, unknown>
}
