// The small fictitious world of the gallery: a health visiting team in November 2026.

import type { CoveragePoint } from '../charts/over-time.tsx'
import type { Figure } from '../parts/figures.tsx'
import type { Need } from '../parts/need-list.tsx'
import type { Tone } from '../parts/tag.tsx'

export const needs: readonly Need[] = [
  {
    urgency: 'now',
    title: 'Prepare for Tuesday’s case supervision',
    reason: '2 of 3 cases ready. Your supervisor can postpone if it is not done by Monday 5pm.',
    button: { href: '/gallery#prepare', label: 'Carry on' },
  },
  {
    urgency: 'soon',
    title: 'Sign your supervision contract again',
    reason: 'With Ben Carter. Ends in 19 days; starts with a short look back together.',
    button: { href: '/gallery#sign', label: 'Look back' },
  },
  {
    urgency: 'soon',
    title: 'Two actions before Tuesday',
    reason: '“Ring the school nurse about attendance” and 1 more',
    button: { href: '/gallery#report', label: 'Report' },
  },
  {
    urgency: 'later',
    title: 'Think of a topic for your action learning set',
    reason: 'Thursday 3 December, 10am. Only you can see your draft.',
    button: { href: '/gallery#draft', label: 'Draft' },
  },
]

export const teamNeeds: readonly Need[] = [
  {
    urgency: 'now',
    title: 'Dora Evans has no supervisor',
    reason: 'Since 9 November. Child protection case work due 12 December.',
    button: { href: '/gallery#find', label: 'Find one' },
  },
  {
    urgency: 'now',
    title: 'Femi Ade: overdue by 23 days',
    reason: 'Session of 2 October cancelled (sickness), to be rebooked by 2 November by Ben Carter.',
    button: { href: '/gallery#why', label: 'See why' },
  },
]

export const teamFigures: readonly Figure[] = [
  { value: '82%', says: 'up to date: 14 of 17. Target 90%. 2 excused.', href: '/gallery#up-to-date', tone: 'soon' },
  { value: 3, says: 'overdue', href: '/gallery#overdue', tone: 'late' },
  { value: 1, says: 'cancelled, not rebooked in time', href: '/gallery#cancelled', tone: 'late' },
  { value: 2, says: 'contracts end in 60 days', href: '/gallery#contracts', tone: 'good' },
]

export type Member = { name: string; state: string; tone: Tone; contract: string; prepared: string }

export const team: readonly Member[] = [
  { name: 'Dora Evans', state: 'Due 12 December', tone: 'soon', contract: 'Needed', prepared: '–' },
  { name: 'Femi Ade', state: 'Overdue 23 days', tone: 'late', contract: 'To May 2027', prepared: 'Yes' },
  { name: 'Grace Oyelaran-Fitzwilliam', state: 'Up to date', tone: 'good', contract: 'To March 2027', prepared: 'Yes' },
  { name: 'Hanna Kowalska', state: 'Excused to 4 January', tone: 'quiet', contract: 'To June 2027', prepared: '–' },
]

const held = [11, 12, 12, 13, 11, 12, 13, 14, 15, 14, 15, 14]
const expected = [17, 17, 17, 17, 16, 16, 16, 17, 17, 17, 17, 17]
const monthNames = [
  'December 2025',
  'January 2026',
  'February 2026',
  'March 2026',
  'April 2026',
  'May 2026',
  'June 2026',
  'July 2026',
  'August 2026',
  'September 2026',
  'October 2026',
  'November 2026',
]

export const coverage: readonly CoveragePoint[] = monthNames.map((label, index) => ({
  label,
  short: label.slice(0, 3),
  met: held[index] ?? 0,
  of: expected[index] ?? 0,
}))
