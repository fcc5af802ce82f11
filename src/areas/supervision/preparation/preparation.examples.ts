// Preparations of the small world: Ben Carter prepares for Tuesday with Amina Yusuf.
import { ben, booked, now } from '../session/session.examples.ts'
import type { PreparationTerms } from '../terms/preparation-terms.ts'
import { plainPart } from '../terms/terms.ts'
import type { PreparationFacts, PreparationId } from './preparation.ts'

/** Asks for a sentence and a declaration, two days ahead; the session may be put off without it. */
export const gated: PreparationTerms = {
  name: 'Before case work supervision',
  summary: '',
  gate: true,
  private: false,
  dueBefore: { count: 2, unit: 'day' },
  tellManager: true,
  sharedWithGroup: false,
  actions: 'needed',
  cases: 'needed',
  parts: [
    { ...plainPart('you--impact', 'How are you?', '', 'always'), declared: false, private: false },
    {
      ...plainPart('declaration--records-read', 'I have read the records', '', 'always'),
      section: 'Your declaration',
      declared: true,
      private: false,
    },
  ],
}

export const begun: PreparationFacts = {
  id: '00000000-0000-4000-8000-00000000c001' as PreparationId,
  session: booked.id,
  person: ben,
  private: false,
  version: 0,
  changed: false,
  recordsReviewed: false,
  begunAt: now,
  savedAt: now,
  firstReadyAt: null,
  readyAt: null,
}
export const ready: PreparationFacts = { ...begun, version: 1, recordsReviewed: true, firstReadyAt: now, readyAt: now }
