// The project keeps its own rules. There is no list of exceptions: a rule that does not fit is changed for all.
import { describe, expect, test } from 'vitest'
import { say, wholeProject } from './project.ts'
import { rules } from './rules.ts'

const project = wholeProject()

describe('the structure', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(rule.find(project).map(say).join('\n')).toBe('')
  })
})
