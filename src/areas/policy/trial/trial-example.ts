// What the page of "Try a rule" begins with: one rule with steps, somebody new, two sessions and four days to ask about.
// It shows the most useful keys at once; docs/how-to/write-a-rule.md tells them all (SPEC 2.3).

/** A trial to begin from. */
export const trialExample = `# Somebody new is seen every week for six weeks, then every month.
requirement:
  key: newcomers
  name: Supervision for newcomers
  appliesTo: { staffGroups: [health-visitors] }
  strength: mandatory
  since: post
  steps:
    - { every: 1 week, until: 6 weeks }
    - { every: 1 month }
person:
  name: Sample person
  staffGroup: health-visitors
  from: 2027-01-04
absences:
  - { kind: annual leave, from: 2027-01-18, to: 2027-01-24 }
evidence:
  - { date: 2027-01-08, minutes: 60, supervisor: { role: safeguarding-advisor } }
  - { date: 2027-01-15, minutes: 60, supervisor: { role: safeguarding-advisor } }
days: [2027-01-10, 2027-01-20, 2027-01-31, 2027-03-01]
`
