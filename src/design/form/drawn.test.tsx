import { parseHTML } from 'linkedom'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  choice,
  date,
  defineForm,
  ErrorSummary,
  FormFields,
  FormTokensContext,
  file,
  longText,
  onlyWhen,
  PostForm,
  text,
} from '../index.ts'

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
  notes: longText({ label: 'Notes', max: 40, counted: true, optional: true }),
})

const draw = (body: Record<string, unknown>) => {
  const read = form.read(body)
  const state = read.ok ? form.filled(read.value) : read
  const tokens = { csrf: 'token', newKey: () => 'key-1' }
  const html = renderToString(
    <FormTokensContext.Provider value={tokens}>
      <ErrorSummary state={state} />
      <PostForm action="/sessions" version={3} autosave="/sessions/draft">
        <FormFields form={form} state={state} />
      </PostForm>
    </FormTokensContext.Provider>,
  )
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
}

test('every change carries its tokens, key and version', () => {
  const page = draw({})
  const hidden = [...page.querySelectorAll('input[type=hidden]')].map(
    (input) => `${input.getAttribute('name')}=${input.getAttribute('value')}`,
  )
  expect(hidden).toEqual(['_csrf=token', '_key=key-1', '_version=3'])
  expect(page.querySelector('form')?.getAttribute('method')).toBe('post')
})

test('each fault in the summary leads to a box that exists and is described by its fault', () => {
  const page = draw({ 'day-day': '31', 'day-month': '2', 'day-year': '2027', how: 'video', notes: 'n'.repeat(41) })
  const links = [...page.querySelectorAll('.nhsuk-error-summary a')]
  expect(links.map((link) => link.textContent?.trim())).toEqual([
    'Date of session must be a real date',
    'Enter link',
    'Notes must be 40 characters or fewer. You have 1 too many.',
  ])
  for (const link of links) expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
  expect(page.getElementById('link')?.getAttribute('aria-describedby')).toContain('link-error')
  expect(page.getElementById('link-error')?.textContent).toContain('Enter link')
})

test('only the box at fault in a date is marked', () => {
  const page = draw({ 'day-day': '31', 'day-month': '2', 'day-year': '2027' })
  const marked = [...page.querySelectorAll('.nhsuk-date-input .nhsuk-input--error')].map((input) => input.id)
  expect(marked).toEqual(['day-day'])
})

test('what was typed comes back exactly: line breaks, right-to-left, emoji, markup', () => {
  const typed = '\n two\n  lines ملاحظة 👩🏽‍⚕️ </textarea><script>alert(1)</script> {{ 7 * 7 }} &amp;'
  const page = draw({ notes: typed, 'day-day': '"><img src=x>' })
  // The parser of the test leaves entities in a text area as they are; a browser does not.
  const shown = page.getElementById('notes')?.textContent?.replace(/^\n/, '')
  expect(shown?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')).toBe(typed)
  expect(page.getElementById('day-day')?.getAttribute('value')).toBe('"><img src=x>')
  expect(page.querySelector('script, img')).toBeNull()
})

test('a field that hangs on a choice is drawn under that choice, once', () => {
  const page = draw({ how: 'video' })
  expect(page.querySelectorAll('#link').length).toBe(1)
  expect(page.querySelector('#conditional-how-2 #link')).not.toBeNull()
})

test('a form with a file is sent as multipart', () => {
  const upload = defineForm({ list: file({ label: 'Staff list' }) })
  const html = renderToString(
    <PostForm action="/imports" form={upload}>
      <FormFields form={upload} state={upload.filled()} />
    </PostForm>,
  )
  expect(html).toContain('enctype="multipart/form-data"')
})
