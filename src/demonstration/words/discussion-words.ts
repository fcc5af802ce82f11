// The families of the demonstration's case discussions: made up, known by a local reference and initials, in the words that
// colleagues would use. Each is told from its first discussion to its last.
import type { CaseDetails } from '../../areas/supervision/index.ts'

type AtRisk = { readonly kind: 'child' | 'unborn' | 'adult'; readonly initials: string; readonly relation: string }
type ForPerson = { readonly voice: string; readonly risks: string; readonly protection: string }

/** One discussion of a family: answers by the last part of a question's key, and for each person at risk in order. */
export type Told = {
  readonly said: Readonly<Record<string, string>>
  readonly people: readonly ForPerson[]
  readonly gp: 'Told' | 'To do' | 'Not needed'
  readonly others: readonly { readonly who: string; readonly how: string; readonly state: 'Told' | 'To do' }[]
  readonly action: string
  /** Days after signing off until the holder agreed, and until the plan was in the clinical record; null: not yet. */
  readonly agreed: number | null
  readonly entered: number | null
}

export type Family = {
  /** By the plan's key; null for whoever sits first in all the sessions told of. */
  readonly holder: string | null
  /** The group in which it is discussed. */
  readonly group: string
  readonly reference: string
  readonly initials: string
  readonly people: readonly AtRisk[]
  readonly connections: string
  readonly criteria: readonly string[]
  /** The latest session first; 'not reached' where there was no time, 'to write' where the record waits. */
  readonly told: readonly (Told | 'not reached' | 'to write')[]
  /** The plan as it was mended after the latest discussion: the holder has not read it yet. */
  readonly mended?: { readonly plan: string; readonly why: string }
  /** Who covers for the holder now. */
  readonly cover?: string
}

export const criteriaOf = ({ criteria }: Family, since: CaseDetails['criteria'][number]['since']) =>
  criteria.map((key) => ({ key, since }))

const toddler: AtRisk = { kind: 'child', initials: 'K', relation: 'toddler' }
const unborn: AtRisk = { kind: 'unborn', initials: '', relation: 'expected in the spring' }

export const families: readonly Family[] = [
  {
    holder: 'dora',
    group: 'Elm Park team 2',
    reference: 'EP-3117',
    initials: 'K.S.',
    people: [toddler, unborn],
    connections: 'Toddler and unborn sibling; mother’s partner stays most nights; grandmother lives two streets away',
    criteria: ['child-plan', 'domestic-abuse'],
    cover: 'ben',
    told: [
      {
        said: {
          information:
            'Mother has kept all four visits. The nursery says that mornings are calmer; she asked the police for advice once herself.',
          records:
            'Two developmental reviews done, the third booked. No new incidents in the chronology since the last discussion.',
          involvement: 'Visits every fortnight, jointly with the midwife from next month. In the core group.',
          'earlier-plan':
            'The safety plan was talked through and is on the fridge. The joint visit took place. Housing has not answered yet.',
          family: 'The partner came to one visit and wants the fathers’ group; grandmother has the toddler on Fridays.',
          'plan-of-care':
            'Keep the fortnightly visits, the next one with the midwife. Ask housing again, in writing. Talk about safe sleeping before the birth. Bring EP-3117 back next time.',
        },
        people: [
          {
            voice: 'Runs to the door when grandmother comes. Plays quietly when voices rise, and watches.',
            risks: 'Hears quarrels in the evenings. Was woken twice this month.',
            protection: 'Nursery every morning, grandmother, and a mother who asks for help early.',
          },
          {
            voice: 'Moves most in the evening; mother speaks of the baby by a pet name.',
            risks: 'Stress in the last third of the pregnancy, one missed appointment with the midwife.',
            protection: 'Growth along its line. Mother has stopped smoking.',
          },
        ],
        gp: 'Told',
        others: [{ who: 'Community midwife', how: 'Telephone, then a note in the shared record', state: 'Told' }],
        action: 'Write to housing again, with the core group’s support',
        agreed: 3,
        entered: null,
      },
      {
        said: {
          information:
            'New partner in the home since the summer. A neighbour heard shouting; mother says that it was words only.',
          records:
            'One missed review. One attendance after a fall, seen and explained. The chronology has been brought up to date.',
          involvement: 'Monthly visits until now; every fortnight from today.',
          'earlier-plan':
            'There was no earlier plan here. The last one was made with the previous health visitor and is in the records.',
          family: 'Nobody knows the partner well. Grandmother is close and worried.',
          'plan-of-care':
            'See mother alone within a week and ask about safety. Agree a safety plan with her. Joint visit with the midwife. Ask housing about the lock.',
        },
        people: [
          {
            voice: 'Two years old: clings at handover, settles within minutes.',
            risks: 'Conflict between adults heard by a small child. Little is known of the partner.',
            protection: 'Good weight, warm with her mother, nursery from next month.',
          },
          {
            voice: 'Twelve weeks. What would this baby ask for? A quiet home.',
            risks: 'Violence often begins or grows in pregnancy.',
            protection: 'Booked early with the midwife.',
          },
        ],
        gp: 'To do',
        others: [{ who: 'Nursery manager', how: 'Telephone', state: 'Told' }],
        action: 'See mother alone and ask about safety at home',
        agreed: 2,
        entered: 1,
      },
    ],
  },
  {
    holder: 'dora',
    group: 'Elm Park team 2',
    reference: 'EP-2860',
    initials: 'R.M.',
    people: [{ kind: 'child', initials: 'R', relation: 'at primary school' }],
    connections: 'Lives with her father; her mother is in hospital',
    criteria: ['many-small-worries'],
    told: ['not reached'],
  },
  {
    holder: 'ben',
    group: 'Elm Park team 1',
    reference: 'EP-2204',
    initials: 'J.D.',
    people: [
      { kind: 'child', initials: 'J', relation: 'baby of eight months' },
      { kind: 'adult', initials: 'D', relation: 'great-grandmother who lives with them' },
    ],
    connections: 'Mother cares for her baby and for her grandmother, who needs help with meals and medicines',
    criteria: ['child-plan', 'adult-behaviour'],
    mended: {
      plan: 'Weigh every fortnight. Ask adult services for a carer’s assessment, with mother’s yes. Joint visit with the district nurse on medicines kept out of reach.',
      why: 'The joint visit is with the district nurse, not with the practice nurse',
    },
    told: [
      'not reached',
      {
        said: {
          information:
            'Weight fell to a lower line over six weeks. Mother is up at night with both of them and cries at visits.',
          records:
            'Two weights missed in the summer. Adult services closed their case in the spring, with the need met at that time.',
          involvement: 'Weekly weights at home, liaison with the practice and the district nurse.',
          'earlier-plan': 'The formula was changed and the feeding plan is kept. The carer’s group was too far away.',
          family: 'One carer for two people. An aunt could come on Sundays, nobody has asked her.',
          'plan-of-care':
            'Weigh every fortnight. Ask adult services for a carer’s assessment, with mother’s yes. Joint visit with the practice nurse on medicines kept out of reach.',
        },
        people: [
          {
            voice: 'Watches faces, smiles late. Cries when put down.',
            risks: 'Faltering growth; tablets within reach of the cot.',
            protection: 'A mother who weighs and writes down every feed.',
          },
          {
            voice: 'Wants to stay at home and not to be a burden. Said so twice.',
            risks: 'Missed tablets; alone when her granddaughter sleeps.',
            protection: 'Knows who to ring, and rings.',
          },
        ],
        gp: 'Told',
        others: [{ who: 'Adult services', how: 'Referral form, with mother’s yes', state: 'Told' }],
        action: 'Send the referral for a carer’s assessment',
        agreed: 2,
        entered: 1,
      },
    ],
  },
  {
    holder: null,
    group: 'Riverside team 2',
    reference: 'RT-1492',
    initials: 'A.P.',
    people: [{ kind: 'child', initials: 'A', relation: 'baby of three months' }],
    connections: 'First baby of two young parents who grew up in care; a foster carer is still close to them',
    criteria: ['parent-care-leaver'],
    told: [
      'to write',
      {
        said: {
          information: 'Booked late, at twenty weeks. Both parents come to every appointment and ask many questions.',
          records: 'Mother’s own records as a child looked after were read with her. No concerns in the pregnancy.',
          involvement: 'Antenatal visits every month, then weekly after the birth.',
          'earlier-plan': 'First discussion.',
          family: 'The former foster carer is the grandmother they choose. Father has nobody else.',
          'plan-of-care':
            'Meet the family nurse together before the birth. Ask who sleeps where. Name one person to ring at night.',
        },
        people: [
          {
            voice: 'Before birth: a quiet heartbeat and two people who talk to it.',
            risks: 'Little support at night, money runs out before the month does.',
            protection: 'They ask. They have a carer who answers.',
          },
        ],
        gp: 'Told',
        others: [],
        action: 'Meet the family nurse together with the parents',
        agreed: 4,
        entered: 1,
      },
    ],
  },
]
