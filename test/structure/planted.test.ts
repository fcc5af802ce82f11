// Every rule finds what is planted for it and says what is wrong, why that matters and where it belongs instead;
// none of them finds anything in the good project.
import { describe, expect, test } from 'vitest'
import { goodProject } from './good-project.ts'
import { plantedLayoutAndImports } from './planted.ts'
import { plantedCode } from './planted-code.ts'
import { planted, say } from './project.ts'
import { rules } from './rules.ts'

const plants = [...plantedLayoutAndImports, ...plantedCode]

describe('a planted fault turns the structure red', () => {
  test.each(plants.map((plant, number) => [`${number + 1} ${plant.rule}`, plant] as const))('%s', (_, plant) => {
    const rule = rules.find((one) => one.name === plant.rule)
    const said = rule?.find(planted({ ...goodProject, ...plant.files })).map(say) ?? []
    for (const words of plant.says) expect(said.join('\n')).toMatch(words)
    for (const sentence of said) expect(sentence).toMatch(/: .+\. [A-Z].+\. Instead: .+/)
  })
})

test.each(rules.map((rule) => [rule.name, rule] as const))('the good project keeps: %s', (_, rule) => {
  expect(rule.find(planted(goodProject)).map(say)).toEqual([])
})

test('every rule has a planted fault', () => {
  const tried = new Set(plants.map((plant) => plant.rule))
  expect(rules.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([])
})
