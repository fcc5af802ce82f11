// Every rule of the structure, in one list: the test of the project and the test of the rules walk the same one.
import type { Rule } from './project.ts'
import { codeRules } from './rules/code.ts'
import { importRules } from './rules/imports.ts'
import { layoutRules } from './rules/layout.ts'
import { shapeRules } from './rules/shape.ts'
import { tableRules } from './rules/tables.ts'
import { textRules } from './rules/texts.ts'
import { wordRules } from './rules/words.ts'

export const rules: readonly Rule[] = [
  ...layoutRules,
  ...importRules,
  ...codeRules,
  ...shapeRules,
  ...tableRules,
  ...textRules,
  ...wordRules,
]
