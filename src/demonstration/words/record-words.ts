// What stands in the demonstration's records: plausible professional words, no names, families by a local reference only.
import type { Chance } from '../chance.ts'

/** Sentences by the question they answer (the last part of its key). {ref} is a local reference. */
const banks: Readonly<Record<string, readonly string[]>> = {
  information: [
    '{ref}: two younger children at home. Missed two developmental reviews; the nursery has raised tiredness and hunger in the mornings.',
    '{ref}: new partner in the home since the summer. School reports a change in the older child, who has become quiet.',
    '{ref}: mother is engaging well with the plan and has kept each visit this month. Grandmother gives practical help.',
  ],
  records: [
    'Records show three missed appointments in six months and one attendance at the emergency department, followed up.',
    'Growth is steady along its line. The chronology has been brought up to date and shows no new incidents.',
  ],
  involvement: [
    'Visits every fortnight, jointly with the family support worker; attends the core group.',
    'Monthly contact, weighing clinic, and liaison with the school nurse and the GP.',
  ],
  'earlier-plan': [
    'Most of the earlier plan was carried out. The housing letter was sent; the referral to the children’s centre was declined.',
    'The plan worked in part: appointments are kept when reminders are sent the day before.',
  ],
  family: ['A supportive wider family nearby; isolation of the mother in the evenings was talked through.'],
  voice: [
    'Says that weekends are “noisy”. Draws the home without the front door. Smiles when the grandmother is mentioned.',
    'A baby: settles quickly with her mother, watches faces, reaches out. Observed on three visits.',
  ],
  risks: [
    'Possible neglect when the parent is unwell; conflict between adults heard by the children.',
    'Unsafe sleeping was seen once and has been put right; to be watched.',
  ],
  protection: [
    'Regular contact with grandmother, a nursery place from next month, and a parent who asks for help early.',
    'School knows the child well and has a trusted adult for each day.',
  ],
  'plan-of-care': [
    'Joint visit within two weeks; ask for an update from the social worker; bring {ref} back next time.',
    'Keep the fortnightly visits, update the chronology before the core group, and talk to the GP about the missed review.',
  ],
  telling: [
    'GP by letter this week; the school nurse by telephone. The parent knows and agrees.',
    'Social worker and GP, with the parent’s knowledge.',
  ],
  'skills-and-values': ['Talked about curiosity that stays kind, and how easily good news is believed.'],
  impact: [
    'Tired after a hard month. We agreed that no new complex family is taken on until the post is filled.',
    'This family stays in the mind at home. Talking it through helped; peer support was named.',
  ],
  'learning-needs': [
    'Would like the training on fabricated or induced illness.',
    'To shadow a strategy discussion in the next quarter.',
  ],
  'good-practice': [
    'Body maps were complete and timed; the child was spoken to alone; the parents were told what would happen next.',
  ],
  learning: [
    'Ask earlier for the birth records from the other hospital.',
    'Write down who was told, and when, at the time.',
    'Silence from a family is information, too.',
  ],
  which: ['A national review of infants with unexplained bruising, and our own audit of weekend cover.'],
  embedded: ['Skeletal surveys within 24 hours are now usual: eleven of twelve in the audit.'],
  processes: [
    'How to escalate when a referral is not taken up: the steps are clear now to everybody.',
    'Consent and information sharing, with the flow chart.',
  ],
  incidents: ['Recent learning on children who are not brought to appointments.'],
  'last-time': [
    'The question on capacity assessments was taken to the local authority; the answer was shared with the team today.',
    'All three actions for the team are done.',
  ],
  updates: ['New form for concerns about self-neglect, in use from the first of the month.'],
  discussion: [
    '{ref}: concern about money and a new friend. The team looked at capacity, wishes and what is known of risk.',
    '{ref}: talked through thresholds, and what would change our minds.',
  ],
  wishes: ['Wants to stay at home and to be asked before anybody is told.'],
  plan: [
    'Visit in pairs, record the wishes in the person’s own words, and ask the safeguarding team for a view by Friday.',
    'Carry on, review in four weeks, escalate if there is a further missed visit.',
  ],
  practice: [
    'Groups go well when each person speaks once before anybody speaks twice.',
    'One group is often interrupted; a quieter room has been found.',
  ],
  focus: [
    'Keeping boundaries with a family after three years',
    'A difficult conversation with a colleague',
    'Caseload and what can wait',
    'Confidence in writing reports for conferences',
    'Returning to work after leave',
  ],
  model: ['Gibbs’ cycle', 'GROW', 'None in particular'],
  reflection: [
    'Noticed how quickly advice was given, and what happened when there was a pause instead.',
    'What felt like failure looked different when told from the family’s side.',
  ],
  needs: ['A half day on motivational interviewing.', 'Time in the diary for reading, once a week.'],
  signposts: ['The wellbeing team’s drop-in; the professional body’s guidance on record keeping.'],
}

const actions = [
  'Update the chronology before the core group',
  'Arrange a joint visit with the social worker',
  'Ask the GP practice for the outcome of the missed review',
  'Send the referral to the family support service',
  'Book the training that we talked about',
  'Share the new escalation steps at the team meeting',
  'Write up the reflection for revalidation',
  'Telephone the school to agree a named contact',
]
const teamActions = [
  'Bring an example of a good capacity assessment to the next session',
  'Ask the local authority how long replies take now, and tell the team',
  'Send everybody the one-page guide on self-neglect',
]
const notes = [
  'Done, and told the others at handover.',
  'Arranged for next week; the rest follows then.',
  'Done the same day.',
]

export type Question = {
  readonly key: string
  readonly answer: string
  readonly choices: readonly string[]
  readonly needed: string
}

/** A record's texts: the first and every needed question answered, some of the others. */
export function wordsFor(chance: Chance, questions: readonly Question[], prefix: string): Record<string, string> {
  const ref = `${prefix}-${chance.between(1_100, 4_900)}`
  const texts: Record<string, string> = {}
  for (const [number, { key, answer, choices, needed }] of questions.entries()) {
    if (number > 0 && needed === 'no' && !chance.is(0.4)) continue
    const said = choices[0] ?? chance.oneOf(banks[key.split('--').at(-1) ?? ''] ?? ['As talked about.'])
    texts[key] = answer === 'several of' ? (choices[0] ?? '') : said.replace('{ref}', ref)
  }
  return texts
}

export const actionWords = (chance: Chance): string => chance.oneOf(actions)
export const teamActionWords = (chance: Chance): string => chance.oneOf(teamActions)
export const noteWords = (chance: Chance): string => chance.oneOf(notes)
export const focusWords = (chance: Chance): string => chance.oneOf(banks.focus ?? [])

/** What family references of a team begin with: its initials. */
export const prefixOf = (team: string): string =>
  team
    .split(/[\s&]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2)
    .padEnd(2, 'X')
