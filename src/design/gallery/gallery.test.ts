import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { galleryNames, galleryPage, lookOf, warm } from '../index.ts'

warm()

const look = lookOf({
  assets: { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' },
  addresses: { account: '/account', signOut: '/visit/ending', extend: '/visit/extension', ended: '/sign-in' },
})

const navigation = [
  { label: 'Home', href: '/' },
  { label: 'Team', href: '/team' },
]

function pageOf(name: string): string {
  const page = galleryPage(name)
  if (!page) throw new Error(`no page ${name}`)
  return look.page(page.body, {
    title: page.title,
    path: '/team/7',
    nonce: 'abc',
    csrf: 'token',
    newKey: () => 'key',
    person: { name: 'Amina Yusuf', navigation },
    visitSeconds: 900,
    said: 'Session booked',
    back: page.back,
    wide: page.wide ?? false,
    demonstration: true,
  })
}

// Rules that the official markup itself breaks.
const officialHabits = [
  'no-redundant-role',
  'no-implicit-button-type',
  'form-dup-name',
  'require-sri',
  'void-style',
  'input-attributes',
]

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    ...Object.fromEntries(officialHabits.map((rule) => [rule, 'off'])),
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'prefer-native-element': 'off',
    'doctype-style': 'off',
  },
})

for (const name of ['', ...galleryNames]) {
  test(`the page "${name || 'gallery'}" is valid HTML`, async () => {
    const report = await validator.validateString(pageOf(name))
    const faults = report.results.flatMap((result) =>
      result.messages.map((one) => `${one.ruleId} ${one.message} ${one.selector ?? ''}`),
    )
    expect([...new Set(faults)]).toEqual([])
  })

  test(`the page "${name || 'gallery'}" asks nothing of other hosts and runs nothing without its nonce`, () => {
    const { document } = parseHTML(pageOf(name))
    const addresses = [...document.querySelectorAll('[src], link[href], form[action]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('action') ?? '',
    )
    for (const address of addresses) expect(address).toMatch(/^\/(?!\/)/)
    for (const script of document.querySelectorAll('script')) expect(script.getAttribute('nonce')).toBe('abc')
    expect(document.querySelectorAll('[style], style').length).toBe(0)
    expect(pageOf(name)).not.toMatch(/\son\w+=/)
    expect(pageOf(name)).not.toContain('undefined')
  })

  test(`the page "${name || 'gallery'}" has one title, one main heading, ids once and links that differ`, () => {
    const { document } = parseHTML(pageOf(name))
    expect(document.title).toMatch(/ – Manage clinical supervision$/)
    expect(document.querySelectorAll('h1').length).toBe(1)
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    // The gallery itself is a heap of examples; whole pages are not.
    if (name !== '') expect(linksThatSayTheSame(document as unknown as Document)).toEqual([])
  })
}

/** Words that lead to two places. */
function linksThatSayTheSame(document: Document): string[] {
  const places = new Map<string, string>()
  const twice: string[] = []
  for (const link of document.querySelectorAll('main a')) {
    const words = (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim()
    const href = link.getAttribute('href') ?? ''
    const before = places.get(words)
    if (before !== undefined && before !== href) twice.push(words)
    places.set(words, href)
  }
  return twice
}

test('the heading under which a page lies is marked as current', () => {
  const { document } = parseHTML(pageOf('home'))
  expect(document.querySelector('[aria-current=page]')?.textContent).toBe('Team')
})
