import { expect, test } from 'vitest'
import {
  choice,
  date,
  defineForm,
  FormFields,
  longText,
  onlyWhen,
  PostForm,
  renderPage,
  renderPart,
  text,
  warm,
} from '../index.ts'

const frame = { csrf: 'c', newKey: () => 'k', nonce: 'n', assets: { css: '/a.css', js: '/a.js', icon: '/i.svg' } }

const form = defineForm({
  day: date({ label: 'Date of session' }),
  how: choice({
    label: 'How',
    options: [
      { value: 'room', label: 'In a room' },
      { value: 'video', label: 'By video' },
    ],
  }),
  link: onlyWhen('how', 'video', text({ label: 'Link' })),
  notes: longText({ label: 'Notes', optional: true }),
})

test('a page with a form is rendered with its tokens, its values and its faults', () => {
  warm()
  const read = form.read({
    'day-day': '31',
    'day-month': 'feb',
    'day-year': '2027',
    how: 'video',
    notes: '\n a\n  b</textarea><script>',
  })
  if (read.ok) throw new Error('should have been refused')
  expect(read.errors.map((error) => error.message)).toEqual(['Date of session must be a real date', 'Enter link'])
  const html = renderPage(frame, {
    title: 'Book a session',
    body: (
      <PostForm action="/x">
        <FormFields form={form} state={read} />
      </PostForm>
    ),
  })
  expect(html).toContain('<title>Book a session – Manage clinical supervision</title>')
})

test('a good reading has its types', () => {
  const read = form.read({ day: '2027-02-03', how: 'room' })
  if (!read.ok) throw new Error('should have been read')
  const how: 'room' | 'video' = read.value.how
  const link: string | null = read.value.link
  expect([read.value.day, how, link, read.value.notes]).toEqual(['2027-02-03', 'room', null, null])
})

test('a page asks for itself again where no scripts run, and nowhere else', () => {
  const again = renderPage(frame, { title: 'Meeting', body: <p>Wait</p>, againWithoutScripts: 20 })
  expect(again).toContain('<noscript><meta http-equiv="refresh" content="20"/></noscript>')
  expect(renderPage(frame, { title: 'Meeting', body: <p>Wait</p> })).not.toContain('http-equiv="refresh"')
})

test('a page that is open already gets the main part alone, with what was said', () => {
  const body = (
    <PostForm action="/x">
      <FormFields form={form} state={form.filled()} />
    </PostForm>
  )
  const part = renderPart({ ...frame, flash: { heading: 'Saved' } }, { title: 'Meeting', body, wide: true })
  expect(part).toContain('<body class="app-wide"><main')
  expect(part).toContain('Saved')
  expect(part).toContain('name="_csrf" value="c"')
  expect(part).not.toMatch(/<script|<header|<footer|<link/)
})
