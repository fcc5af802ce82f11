// The way to case work supervision as the tests know it: three steps and the sign-off, four levels of seniority.
import { day } from '../../../platform/time/day.ts'
import type { Pathway, SeniorityOf } from './pathway.ts'

const seniority: Readonly<Record<string, number>> = {
  'safeguarding-advisor': 1,
  'senior-safeguarding-advisor': 2,
  'named-professional': 3,
  'designated-professional': 4,
}
export const seniorityOf: SeniorityOf = (role) => seniority[role]

const senior = { key: 'senior-safeguarding-advisor', name: 'Senior safeguarding advisor' }
const named = { key: 'named-professional', name: 'Named professional' }
const designated = { key: 'designated-professional', name: 'Designated professional' }

export const caseWorkPathway: Pathway = {
  key: 'case-work-supervisor-pathway',
  name: 'Becoming a case work supervisor',
  summary: '',
  roles: [{ key: 'safeguarding-advisor', name: 'Safeguarding advisor' }, senior, named],
  steps: [
    { key: 'training', name: 'Train', text: 'Attend training.', times: 1, with: null },
    { key: 'observe', name: 'Watch', text: 'Sit in.', times: 1, with: 'A supervisor who is signed off' },
    { key: 'deliver', name: 'Lead with support', text: 'Lead.', times: 2, with: 'A more senior supervisor' },
    { key: 'sign-off', name: 'Be signed off', text: 'Confirmed.', times: 0, with: null },
  ],
  signers: [senior, named],
  competence: 'child-protection-supervisor',
  lasts: null,
  ownSupervision: { every: { count: 3, unit: 'month' }, by: [senior, named, designated] },
  neededFor: [{ key: 'child-protection-case-work', name: 'Child protection case work supervision' }],
  planned: ['child-protection-case-work', 'safeguarding-professionals-planned'],
  since: day('2026-01-01'),
}
