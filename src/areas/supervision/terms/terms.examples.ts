// The two kinds of supervision of the small world, as its policy would give them.
import type { Terms } from './terms.ts'

export const clinical: Terms = {
  key: 'one-to-one-clinical',
  name: 'One-to-one clinical supervision',
  format: 'one-to-one',
  minutes: 60,
  largestGroup: null,
  smallestGroup: null,
  contract: null,
  caseWork: false,
  validated: true,
  sharedWithGroup: true,
  casesForThosePresent: true,
  rebooking: { who: 'whoever cancels', within: null, highPriority: false },
  recordParts: [],
  preparation: null,
  evidenceParts: null,
  models: [],
}

export const caseWork: Terms = {
  ...clinical,
  key: 'child-protection-case-work',
  name: 'Child protection case work supervision',
  format: 'either',
  minutes: 120,
  caseWork: true,
  largestGroup: 8,
  smallestGroup: 2,
  rebooking: { who: 'supervisor', within: { count: 1, unit: 'month' }, highPriority: true },
}
