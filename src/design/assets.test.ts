import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from './assets.ts'
import { type Assets, galleryPage, lookOf, warm } from './index.ts'
import { withoutUnused } from './unused-styles.ts'

let folder: string
let assets: Assets
const text = (address: string) => readFile(join(folder, address.replace('/assets/', '')), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcs-assets-'))
  assets = await buildAssets(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a first visit to a full page weighs at most 45 KB on the wire', async () => {
  warm()
  const look = lookOf({ assets, addresses: { account: '/a', signOut: '/b', extend: '/c', ended: '/d' } })
  const page = galleryPage('team')
  if (!page) throw new Error('no team page')
  const html = look.page(page.body, {
    title: page.title,
    path: '/',
    nonce: 'n',
    csrf: 'c',
    newKey: () => 'k',
    person: null,
    visitSeconds: null,
    said: null,
    wide: false,
    demonstration: false,
  })
  const weights = [html, await text(assets.css), await text(assets.js), await text(assets.icon)].map(
    (one) => gzipSync(one).length,
  )
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(45_000)
})

test('nothing in the style sheet or the script comes from another host', async () => {
  const css = await text(assets.css)
  expect(
    [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]).filter((url) => !url?.startsWith('"/assets/')),
  ).toEqual([])
  expect(css).not.toMatch(/@font-face|@import|https?:/)
  expect(css).toContain('font-family:arial,sans-serif')
  expect(await text(assets.js)).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
})

test('building twice gives the same names, and every name carries its hash', async () => {
  const before = (await readdir(folder)).sort()
  expect(await buildAssets(folder)).toEqual(assets)
  expect((await readdir(folder)).sort()).toEqual(before)
  expect(before.filter((name) => !/-[\w-]{12}\.(css|js|svg)$/.test(name))).toEqual(['assets.json'])
})

test('unused selectors go, the others stay, within at-rules too', () => {
  const css =
    '.a,.nhsuk-card--care .b{c:d}@media print{.nhsuk-card--care{e:f}}@media screen{.g:is(.h,.i){j:k}}@font-face{l:m}'
  expect(withoutUnused(css)).toBe('.a{c:d}@media screen{.g:is(.h,.i){j:k}}@font-face{l:m}')
})
