// Every page on which a set agrees its ground rules, in one list for the card.
import type { Page } from '../../../platform/web/page.ts'
import { hopesPages } from '../hopes/hopes.pages.tsx'
import { boardPages } from './board.pages.tsx'
import { clausePages } from './clause.pages.tsx'
import { sayingPages } from './saying.pages.tsx'
import { settlingPages } from './settling.pages.tsx'

export const groundRulesPages: readonly Page[] = [
  ...boardPages,
  ...clausePages,
  ...sayingPages,
  ...settlingPages,
  ...hopesPages,
]
