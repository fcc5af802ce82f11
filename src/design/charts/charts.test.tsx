import { parseHTML } from 'linkedom'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { dayNumber } from '../form/calendar-words.ts'
import { BarsByGroup, CoverageOverTime, FormatStrip, StageStrip, YearStrip } from '../index.ts'
import { pagesShown } from '../parts/links.tsx'

const dom = (node: VNode) => parseHTML(`<!doctype html><body>${renderToString(node)}</body>`).document
const cells = (node: VNode) =>
  [...dom(node).querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th,td')].map((cell) => [...cell.childNodes].at(-1)?.textContent),
  )

const coverage = (
  <CoverageOverTime
    title="Up to date"
    says="Rising"
    points={[
      { label: 'October 2026', short: 'Oct', met: 5, of: 10 },
      { label: 'November 2026', short: 'Nov', met: 0, of: 0 },
    ]}
  />
)

test('a picture is named by its title and sentence, and its table has the same figures', () => {
  expect(dom(coverage).querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe('Up to date. Rising')
  expect(cells(coverage)).toEqual([
    ['October 2026', '5', '10', '50%'],
    ['November 2026', '0', '0', 'Nobody expected'],
  ])
  expect(dom(coverage).querySelectorAll('circle').length).toBe(1)
})

test('bars are as wide as their share, and nothing is divided by nothing', () => {
  const parts = (good: number, late: number) => [
    { tone: 'good' as const, label: 'Up to date', count: good },
    { tone: 'late' as const, label: 'Overdue', count: late },
  ]
  const bars = (
    <BarsByGroup
      title="Teams"
      says="Two"
      groups={[
        { label: 'North', parts: parts(3, 1) },
        { label: 'New', parts: parts(0, 0) },
      ]}
    />
  )
  const widths = [...dom(bars).querySelectorAll('.app-chart__part')].map((part) => part.getAttribute('width'))
  expect(widths).toEqual(['75%', '25%', '0%', '0%'])
  expect(cells(bars)[0]).toEqual(['North', '3', '1', '4'])
})

test('a year strip cuts what lies outside and lists it all the same', () => {
  const strip = (
    <YearStrip
      title="Year"
      says="One"
      from="2026-01-01"
      to="2026-12-31"
      spans={[{ from: '2025-11-01', to: '2026-07-02', tone: 'good', label: 'Covered' }]}
      marks={[
        { day: '2025-11-01', label: 'Held', held: true },
        { day: '2026-07-02', label: 'Held', held: true },
      ]}
    />
  )
  const span = dom(strip).querySelector('.app-chart__picture .app-fill--good')
  expect([span?.getAttribute('x'), span?.getAttribute('width')]).toEqual(['0%', '50.14%'])
  expect(dom(strip).querySelectorAll('circle').length).toBe(1)
  expect(cells(strip).length).toBe(3)
})

test('a format says its minutes and where we are', () => {
  const page = dom(
    <FormatStrip
      stages={[
        { label: 'Arrive', minutes: 5, state: 'done' },
        { label: 'Listen', minutes: 10, state: 'now' },
      ]}
    />,
  )
  expect(page.querySelector('ol')?.getAttribute('aria-label')).toBe('Stages, 15 minutes in all')
  expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Listen 10 minutes')
})

test('a format is drawn to its minutes, part by part, and its table says the same', () => {
  const floor = { tone: 'good' as const, meaning: 'Everybody' }
  const strip = (
    <StageStrip
      title="Half an hour"
      says="Three stages."
      stages={[
        { name: 'Arrive', part: 'Beginning', from: 0, minutes: 3, ...floor },
        { name: 'A breath', part: 'Beginning', from: 3, minutes: 0, tone: 'quiet', meaning: 'Silence' },
        { name: 'Talk', part: 'Middle', from: 3, minutes: 27, ...floor },
      ]}
    />
  )
  const pieces = [...dom(strip).querySelectorAll('.app-chart__picture rect')]
  expect(pieces.map((one) => [one.getAttribute('x'), one.getAttribute('width')])).toEqual([
    ['0%', '10%'],
    ['10%', '0%'],
    ['10%', '90%'],
  ])
  expect(dom(strip).querySelectorAll('.app-chart__today').length).toBe(1)
  expect(cells(strip)[1]).toEqual(['2. A breath', 'Beginning', '3', 'Under 1', 'Silence'])
})

test('days are counted through leap years and century ends', () => {
  expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2)
  expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1)
  expect(dayNumber('2027-01-01') - dayNumber('2026-01-01')).toBe(365)
})

test('a gap in the page numbers never stands for one page', () => {
  expect(pagesShown(1, 3)).toEqual([1, 2, 3])
  expect(pagesShown(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(pagesShown(10, 40)).toEqual([1, null, 8, 9, 10, 11, 12, null, 40])
})
