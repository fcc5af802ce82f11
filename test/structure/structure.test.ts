// The project keeps its own rules. There is no list of exceptions: a rule that does not fit is changed for all.
import { describe, test } from 'vitest'
import { say, wholeProject } from './project.ts'
import { rules } from './rules.ts'

const project = wholeProject()

describe('the structure', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const faults = rule.find(project).map(say)
    if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`)
  })
})
