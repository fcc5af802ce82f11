import { describe, expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { readCommandLine } from './read-line.ts'

const tryRule: Command = {
  name: 'try-rule',
  summary: 'Tries a rule',
  usage: 'FILE [--as-at DATE]',
  options: { 'as-at DATE': 'the day to ask about', quiet: 'say less' },
  run: async () => ({ exit: 0, result: null }),
}
const read = (...line: string[]) => readCommandLine(line, [tryRule, { ...tryRule, name: 'migrate' }])

const reason = (...line: string[]) => {
  const decision = read(...line)
  return decision.ok ? '' : decision.reason
}

describe('bin/manage', () => {
  test('lists every command when asked for none', () => {
    expect(read()).toMatchObject({
      ok: true,
      value: { help: expect.stringMatching(/migrate +Tries a rule\n +try-rule/) },
    })
  })

  test('tells the options of one command', () => {
    const help = expect.stringMatching(/bin\/manage try-rule FILE[\s\S]+--as-at DATE[\s\S]+--json/)
    expect(read('try-rule', '--help')).toMatchObject({ ok: true, value: { help } })
  })

  test('gives words and options in any order, with = or a space, and keeps settings apart', () => {
    const value = { words: ['a.yaml'], options: { 'as-at': '2027-02-03', json: true }, settings: ['--data', 'x'] }
    expect(read('try-rule', '--as-at=2027-02-03', 'a.yaml', '--json', '--data', 'x')).toMatchObject({ ok: true, value })
    expect(read('try-rule', 'a.yaml', '--data=x', '--json', '--as-at', '2027-02-03')).toMatchObject({ ok: true, value })
  })

  test('takes - as a word, for standard input', () => {
    expect(read('try-rule', '-')).toMatchObject({ value: { words: ['-'] } })
  })

  test('suggests the command that was meant', () => {
    expect(reason('try-rul')).toMatch(/no command "try-rul"\. Did you mean “try-rule”\?/)
  })

  test('suggests the option that was meant', () => {
    expect(reason('try-rule', '--asat', 'x')).toMatch(/no option --asat\. Did you mean “as-at”\?/)
  })

  test('refuses an option without its value, and a value for one that takes none', () => {
    expect(reason('try-rule', '--as-at')).toMatch(/--as-at needs a value/)
    expect(reason('try-rule', '--quiet=yes')).toMatch(/--quiet takes no value/)
  })

  test('a name of every object is no command and no option', () => {
    expect(reason('__proto__')).toMatch(/no command/)
    expect(reason('try-rule', '--constructor')).toMatch(/no option/)
  })
})
