// Fields that no page fills in, or that depend on each other; the rest of a form is as the page showed it. And the routes at
// which nobody succeeds in the matrix.
import type { Sent } from '../service.ts'
import { neverDoneOfCompetence, ofCompetenceForms } from './competence-things.ts'
import { observationsNeverDone, ofObservationForms } from './observation-things.ts'
import { ofLearningPointForms } from './learning-point-things.ts'
import { ofPeerReviewForms } from './peer-review-things.ts'
import { ofAdviceForms } from './advice-things.ts'
import { ofProgrammeForms } from './programme-things.ts'
import type { Trust } from './trust.ts'

type Forms = Readonly<Record<string, Sent>>

const time = { day: '2026-12-17', time: '10am', minutes: '60', placeKind: 'video', place: 'Link' }
const clinical = 'one-to-one-clinical'

/** What is written down by hand, for every route that needs it. */
export const byHand = (trust: Trust): Forms => ({
  ...ofBooking(trust),
  ...ofRenewals,
  ...ofAdviceForms(trust),
  ...ofProgrammeForms(trust),
  ...ofObservationForms(trust),
  ...ofPeerReviewForms(trust),
  ...ofLearningPointForms(trust),
  ...ofMeetings,
  ...ofSets(trust),
  ...ofOthers(trust),
  ...ofCompetenceForms(trust),
})

const ofBooking = ({ ids, units }: Trust): Forms => ({
  'POST /supervision/bookings': { type: clinical, side: 'they', with: ids.amina, ...time },
  'POST /supervision/group-bookings': {
    type: 'child-protection-case-work',
    unit: units.riverside,
    people: ids.dora,
    rebooks: '',
    ...time,
  },
  'POST /supervision/held-session': { type: clinical, with: ids.ben, ...time, day: '2026-11-25' },
  'POST /supervision/supervisors': { type: clinical, side: 'they', with: ids.uma },
  'POST /supervision/series': {
    type: clinical,
    people: ids.ben,
    every: '2',
    unit: 'months',
    count: '3',
    days: '2026-12-17',
    ...time,
  },
  'POST /supervision/outside-evidence': {
    type: clinical,
    day: '2026-11-03',
    minutes: '60',
    format: 'one-to-one',
    placeKind: 'in person',
    heldWith: 'Hana Patel',
    voucher: ids.dora,
  },
})

const parting = { talked: 'no', notTalked: 'away', kind: 'moved', when: 'today', parts: clinical }

const pasted = { text: 'We meet every month.', source: 'own', _version: '1' }
const ownText = { ...pasted, name: 'Our contract', kind: 'one-to-one contract' }

const lookBack: Sent = { 'review--good': 'Some words', 'review--decision': 'Go on as we are', _version: '0' }
const ofRenewals: Forms = {
  'POST /agreements/:agreement/look-back': lookBack,
  'POST /agreements/:agreement/look-back/draft': lookBack,
  'POST /agreements/:agreement/look-back/sending': lookBack,
}

const ofMeetings: Forms = {
  'POST /action-learning/sets/:set/meetings': {
    first: '2026-12-17',
    every: '6',
    unit: 'weeks',
    count: '2',
    days: '2026-12-17',
    format: 'suggestions',
    time: '10am',
    minutes: '150',
    place: 'Room 4',
  },
  'POST /action-learning/meetings/:meeting/date': {
    day: '2026-12-18',
    time: '10am',
    minutes: '150',
    place: 'Room 4',
    format: 'suggestions',
    _version: '1',
  },
  'POST /action-learning/meetings/:meeting/topic-draft/draft': { _version: '0' },
  'POST /action-learning/meetings/:meeting/choice': {
    'place-0': '1',
    'place-1': '2',
    'place-2': '3',
    how: 'agreement',
  },
  'POST /action-learning/meetings/:meeting/next-date': { 'next-day': '2026-12-17', 'next-time': '2pm' },
}

const ofOthers = ({ ids }: Trust): Forms => ({
  'POST /set-up/policy/:version/agreements': ownText,
  'POST /set-up/policy/:version/agreements/_new/look': ownText,
  'POST /set-up/policy/:version/agreements/:agreementKey/pasting/look': { ...pasted, how: 'after' },
  'POST /supervisors/:pair/end': parting,
  'POST /supervisors/:pair/change': { ...parting, with: ids.farah },
  'POST /agreements/:agreement/ending': parting,
  'POST /concerns': {
    route: 'child-concern',
    concern: 'Some words',
    outcome: 'told',
    whom: 'Duty social worker',
    day: '2026-11-27',
    how: 'phone',
  },
  'POST /sessions/:session/cases/:case/clinical-entry': { outcome: 'entered', day: '2026-11-20' },
  'POST /people/:person/registrations': { kind: 'registration', body: 'HCPC', from: '2020-01-01' },
  'POST /people/:person/training': { subject: 'Safeguarding children', level: '3', on: '2025-01-01' },
  'POST /agreements': { with: ids.uma, side: 'they', template: 'one-to-one-contract' },
  'POST /agreements/:agreement/clauses/:clauseKey/proposals': { step: 'change', text: 'Some other words' },
  'POST /agreements/:agreement/signature': { name: 'Dora Evans' },
  'POST /glass/records': { person: ids.ben, day: '2026-11-10' },
  'POST /glass/records/:record/request': { cause: 'author ill or away', reason: 'Some words', telling: 'tell' },
  'POST /glass/:glass/answer': { answer: 'agreed', telling: 'now', words: 'Some words' },
  'POST /cases/:case/cover': { colleague: ids.otto, until: '2026-12-10' },
  'POST /cases/:case/handover': { to: ids.otto, agreed: 'yes' },
  'POST /concerns/:concern/hand-over': { to: ids.norma },
  'POST /ground-rules/:agreement/clauses/:clauseKey/suggestion': { heading: '', text: 'Some other words' },
  'POST /set-up/roles': { person: ids.dora, role: 'auditor', from: '2026-11-27', reason: 'For audits' },
  'POST /set-up/units/:unit/leads': { person: ids.dora, from: '2026-11-27' },
})

const ofSets = ({ ids }: Trust): Forms => ({
  'POST /action-learning/sets': {
    name: 'Another set',
    type: 'action-learning-set',
    from: '2026-12-01',
    facilitator: ids.farah,
  },
  'POST /action-learning/sets/:set/members': { people: ids.noor, as: 'member', from: '2026-12-10' },
  'POST /action-learning/sets/:set/handover': { to: ids.farah },
  'POST /action-learning/sets/:set/announcements': { text: 'Some words', people: ids.grace },
  'POST /action-learning/memberships/:membership/end': { until: '2026-12-10' },
})

/** Routes at which nobody succeeds here, each with where its deed is proved instead. */
export const neverDone: Readonly<Record<string, string>> = {
  ...neverDoneOfCompetence,
  ...observationsNeverDone,
  'POST /action-learning/sets/:set/waiting-topics': 'needs somebody new who leads: src/areas/learning-sets/waiting/',
  'POST /action-learning/meetings/:meeting/releases': 'needs words of one’s own: src/areas/learning-sets/release/',
  'POST /action-learning/announcements/:announcement/telling':
    'needs everybody’s agreement: src/areas/learning-sets/announcement/',
  'POST /peer-reviews/:review/opening': 'needs its time: src/areas/supervision/reviewing/',
  'POST /ground-rules/:agreement/closing': 'needs everybody’s answers: src/areas/agreements/ground-rules/',
  'POST /supervision/endings/:ending/undoing':
    'is possible for a day: src/areas/supervision/ending/ending.pages.slow.test.ts',
  'POST /supervision/endings/:ending/sessions/:session':
    'needs a session ahead: src/areas/supervision/ending/ending.pages.slow.test.ts',
  'POST /supervision/endings/:ending/actions/:action':
    'needs an open action of the two: src/areas/supervision/ending/ending.pages.slow.test.ts',
  'POST /supervision/endings/:ending/actions/:action/closing':
    'needs an open action of the two: src/areas/supervision/ending/ending.pages.slow.test.ts',
  'POST /set-up/policy/:version/agreements/:agreementKey/removal':
    'needs a template that nothing needs: src/areas/policy/agreement-template/agreement-templates.pages.test.ts',
  'GET /people/:person/supervisor':
    'names the kind in its query: src/areas/supervision/finding/finding-supervisor.pages.test.ts',
  'POST /people/:person/supervisor': 'names the kind: src/areas/supervision/finding/finding-supervisor.pages.test.ts',
  'GET /sessions/:session/postponement/comment': 'needs a session put off: src/areas/supervision/postponing/',
  'POST /sessions/:session/postponement/comment': 'needs a session put off: src/areas/supervision/postponing/',
  'POST /sessions/:session/postponement/undoing': 'needs a session put off: src/areas/supervision/postponing/',
  'POST /sessions/:session/preparation/copy': 'needs a session rebooked: src/areas/supervision/carrying-over/',
  'POST /sessions/:session/team-evidence/draft': 'is signed off here: src/areas/supervision/team-evidence/',
  'POST /sessions/:session/team-evidence': 'is signed off here: src/areas/supervision/team-evidence/',
  'POST /sessions/:session/team-evidence/signature': 'is signed off here: src/areas/supervision/team-evidence/',
  'POST /set-up/people/time-worked/:file/commitment': 'needs known staff numbers: src/areas/people/time-worked/',
  'POST /case-discussions/:record/opening': 'by the database’s clock: src/areas/disclosure/lead-reading/',
  'GET /glass/:glass/record':
    'needs a second person and an opening: src/areas/disclosure/glass/glass.pages.slow.test.ts',
  'POST /glass/:glass/opening': 'needs a second person: src/areas/disclosure/glass/glass.pages.slow.test.ts',
  'POST /glass/:glass/telling': 'needs an opening: src/areas/disclosure/glass/glass.pages.slow.test.ts',
  'POST /glass/:glass/review': 'needs an opening: src/areas/disclosure/glass/glass.pages.slow.test.ts',
  'POST /set-up/people/time-worked': 'takes a file: src/areas/people/time-worked/time-worked.pages.test.ts',
  'POST /cases': 'has rows of its own: src/areas/supervision/case/case.pages.slow.test.ts',
  'POST /set-up/people/imports': 'takes a file: src/areas/people/preview/import.pages.slow.test.ts',
  'POST /set-up/people/imports/:import/columns':
    'needs a job between: src/areas/people/preview/import.pages.slow.test.ts',
  'POST /set-up/people/imports/:import/confirmation':
    'needs a job between: src/areas/people/preview/import.pages.slow.test.ts',
  'POST /set-up/people/imports/:import/staff-groups':
    'needs a job between: src/areas/people/preview/import.pages.slow.test.ts',
  'POST /set-up/people/imports/:import/undoing':
    'needs one that was written: src/areas/people/undoing/undo.pages.test.ts',
  'POST /set-up/policy/import': 'takes a file: src/areas/policy/version/version.pages.slow.test.ts',
  'POST /set-up/policy/:version/parts/:partKey/:itemKey':
    'a form of lengths of time: src/areas/policy/editing/edit.pages.test.ts',
  'POST /set-up/policy/:version/text': 'a whole pack: src/areas/policy/editing/text.pages.test.ts',
}
