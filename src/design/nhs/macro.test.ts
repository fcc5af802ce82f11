import { expect, test } from 'vitest'
import { macroHtml } from './macro.ts'

const label = { text: 'What you would like to bring' }

test('a control that is empty is drawn the same each time', () => {
  const params = { id: 'bring', name: 'bring', label }
  expect(macroHtml('textarea', params)).toBe(macroHtml('textarea', { ...params }))
  expect(macroHtml('textarea', { ...params, rows: '9' })).toContain('rows="9"')
})

test('what somebody typed or chose is drawn for them alone', () => {
  const empty = macroHtml('input', { id: 'why', name: 'why', label })
  expect(macroHtml('input', { id: 'why', name: 'why', label, value: 'Only mine' })).toContain('Only mine')
  expect(macroHtml('input', { id: 'why', name: 'why', label })).toBe(empty)
  const items = (checked: boolean) => [{ value: 'yes', text: 'Yes', checked }]
  expect(macroHtml('radios', { name: 'may', items: items(true) })).toContain('checked')
  expect(macroHtml('radios', { name: 'may', items: items(false) })).not.toContain('checked')
  const day = (value: string) => ({ id: 'on', items: [{ name: 'day' }], day: { value } })
  expect(macroHtml('date-input', day('17'))).toContain('17')
  expect(macroHtml('date-input', day('18'))).not.toContain('17')
})
