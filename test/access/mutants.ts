// Faults planted in access lines, in process: each page's line is wrapped, and one of them at a time is deleted, turned
// round, or given the other refusal.
import type { Area } from '../../src/platform/area.ts'
import type { Page } from '../../src/platform/web/page.ts'
import { routeName } from './routes.ts'

export const mutations = ['deleted', 'turned round', 'the other refusal'] as const
export type Mutation = (typeof mutations)[number]

export type Plant = { readonly route: string; readonly mutation: Mutation } | null

/**
 * Where the answer itself finds nothing for whoever neither writes nor reads, so that it says the same without its access
 * line. A new one belongs here only after a look at what in the answer refuses.
 */
export const guardedTwice: readonly string[] = [
  'GET /sessions/:session/own-part: deleted',
  'POST /sessions/:session/own-part: deleted',
  'POST /sessions/:session/own-part/signature: deleted',
  'GET /sessions/:session/preparation/actions/:action: deleted',
  'POST /sessions/:session/preparation/actions/:action/report: deleted',
  'GET /sessions/:session/preparations/:person: deleted',
  'POST /case-discussions/:record/opening: turned round',
  'GET /sessions/:session/team-evidence: deleted',
  'POST /sessions/:session/team-evidence: deleted',
  'POST /sessions/:session/team-evidence/signature: deleted',
  'GET /glass/records/:record: deleted',
  'POST /glass/records/:record/request: deleted',
  'GET /cases/:case: deleted',
  'GET /cases/:case/closing: deleted',
  'GET /cases/:case/details: deleted',
  'GET /cases/:case/handover: deleted',
  'GET /sessions/:session/preparation/cases/:case: deleted',
  'POST /sessions/:session/preparation/cases/:case: deleted',
  'GET /agreements/:agreement/clauses/:clauseKey: deleted',
  'POST /agreements/:agreement/clauses/:clauseKey/proposals: deleted',
  'GET /agreements/:agreement/blanks: deleted',
  'POST /agreements/:agreement/blanks: deleted',
  // The database shows an ending to the two alone.
  'GET /supervision/endings/:ending: deleted',
  'GET /supervision/endings/:ending: the other refusal',
  'POST /supervision/endings/:ending/undoing: deleted',
  'POST /supervision/endings/:ending/undoing: the other refusal',
  'POST /supervision/endings/:ending/sessions/:session: deleted',
  'POST /supervision/endings/:ending/sessions/:session: the other refusal',
  'POST /supervision/endings/:ending/actions/:action: deleted',
  'POST /supervision/endings/:ending/actions/:action: the other refusal',
  'GET /supervision/endings/:ending/actions/:action/closing: deleted',
  'GET /supervision/endings/:ending/actions/:action/closing: turned round',
  'GET /supervision/endings/:ending/actions/:action/closing: the other refusal',
  'GET /supervision/endings/:ending/words: deleted',
  'GET /supervision/endings/:ending/words: the other refusal',
  'POST /supervision/endings/:ending/words: deleted',
  'POST /supervision/endings/:ending/words: the other refusal',
  // The database shows a request for advice to whoever asked and to the desk.
  'GET /advice/requests/:request: deleted',
  'GET /advice/requests/:request: the other refusal',
  'POST /advice/requests/:request/words: deleted',
  'POST /advice/requests/:request/words: the other refusal',
  // The database shows a proposal to the people of its set, and to whom it was told.
  'GET /action-learning/announcements/:announcement: deleted',
  'GET /action-learning/announcements/:announcement: the other refusal',
]

/** The areas with their access lines wrapped; `plant` says what is wrong from now on, null that nothing is. */
export function plantable(areas: readonly Area[]): { areas: readonly Area[]; plant: (what: Plant) => void } {
  let planted: Plant = null
  const plantIn = (page: Page): Page =>
    wrap(page, (): Mutation | null => (planted?.route === routeName(page) ? planted.mutation : null))
  const wrapped = areas.map((area) => ({
    ...area,
    pages: (area.pages ?? []).map(plantIn),
    streams: (area.streams ?? []).map(({ changes, life }) => ({ changes: plantIn(changes), life: plantIn(life) })),
  }))
  return {
    areas: wrapped,
    plant: (what) => {
      planted = what
    },
  }
}

function wrap(page: Page, mutation: () => Mutation | null): Page {
  const { access } = page
  return {
    ...page,
    access: {
      sentence: access.sentence,
      may: (asker, subject) => {
        const planted = mutation()
        if (planted === 'deleted') return true
        return planted === 'turned round' ? !access.may(asker, subject) : access.may(asker, subject)
      },
      get refusal() {
        const other = access.refusal === 'not found' ? 'not allowed' : 'not found'
        return mutation() === 'the other refusal' ? other : access.refusal
      },
    },
  }
}
