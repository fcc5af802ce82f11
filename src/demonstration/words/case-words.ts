// The families of the demonstration: local references and initials only, everything made up.
import type { ClosedBecause, KindAtRisk } from '../../areas/supervision/index.ts'

/** A criterion of the safeguarding pack, met so many days before the case was listed. */
export type TaleCriterion = readonly [key: string, before: number]
export type TalePerson = readonly [kind: KindAtRisk, initials: string, relation: string]

export type CaseTale = {
  /** By whom, and how many days before today it was listed. */
  readonly by: string
  readonly ago: number
  readonly reference: string
  readonly people: readonly TalePerson[]
  readonly connections: string
  readonly criteria: readonly TaleCriterion[]
  readonly closed?: { readonly ago: number; readonly because: ClosedBecause }
  /** To whom it was handed over, and when (an offer ends after two weeks); without `accepted` it is still offered. */
  readonly handed?: { readonly to: string; readonly ago: number; readonly accepted: boolean }
  /** Why it does not come to the next session; otherwise it comes. */
  readonly leftOut?: string
}

export const caseTales: readonly CaseTale[] = [
  {
    by: 'ben',
    ago: 160,
    reference: 'EP-1042',
    people: [
      ['child', 'R.K.', 'elder child, at primary school'],
      ['child', 'A.K.', 'younger child, two years old'],
    ],
    connections: 'Brothers. They live with their mother; their grandmother is there most afternoons.',
    criteria: [
      ['child-plan', 20],
      ['not-taking-up-care', 75],
    ],
  },
  {
    by: 'ben',
    ago: 48,
    reference: 'EP-1077',
    people: [
      ['unborn', '', 'expected in the spring'],
      ['adult', 'S.D.', 'mother, in her first pregnancy'],
    ],
    connections: 'S.D. lives with her partner, whom she describes as unpredictable.',
    criteria: [
      ['domestic-abuse', 9],
      ['parent-care-leaver', 30],
    ],
  },
  {
    by: 'ben',
    ago: 330,
    reference: 'EP-0961',
    people: [['child', 'L.M.', 'only child, four years old']],
    connections: '',
    criteria: [['many-small-worries', 40]],
    closed: { ago: 35, because: 'criteria no longer met' },
  },
  {
    by: 'ben',
    ago: 9,
    reference: 'EP-1103',
    people: [['child', 'J.T.', 'baby, eleven weeks old']],
    connections: 'Lives with both parents and an aunt.',
    criteria: [['adult-behaviour', 4]],
    handed: { to: 'dora', ago: 2, accepted: false },
  },
  {
    by: 'dora',
    ago: 120,
    reference: 'EP-1058',
    people: [
      ['child', 'N.B.', 'younger child, 18 months old'],
      ['adult', 'E.B.', 'grandmother who looks after the child and needs care herself'],
    ],
    connections: 'E.B. is the grandmother of N.B. on the mother’s side; the three share a flat.',
    criteria: [
      ['social-worker', 15],
      ['adult-behaviour', 90],
    ],
  },
  {
    by: 'dora',
    ago: 40,
    reference: 'EP-1081',
    people: [['child', 'F.H.', 'baby, seven months old']],
    connections: '',
    criteria: [['referral-declined', 6]],
    leftOut: 'Discussed with the advisor on the telephone last week; nothing new until the next core group.',
  },
  {
    by: 'grace',
    ago: 190,
    reference: 'EP-1011',
    people: [['child', 'C.W.', 'elder child, six years old']],
    connections: 'Lives with a foster family near the school.',
    criteria: [['looked-after-child', 100]],
    handed: { to: 'dora', ago: 6, accepted: true },
  },
  {
    by: 'chloe',
    ago: 95,
    reference: 'CE-204',
    people: [
      ['child', 'T.R.', 'fifteen years old'],
      ['adult', 'M.R.', 'father, at risk himself'],
    ],
    connections: 'M.R. is T.R.’s father and lives alone; T.R. stays there at weekends.',
    criteria: [
      ['exploitation', 12],
      ['adult-behaviour', 60],
    ],
  },
  {
    by: 'chloe',
    ago: 33,
    reference: 'CE-219',
    people: [['child', 'I.P.', 'thirteen years old']],
    connections: '',
    criteria: [['professional-disagreement', 3]],
  },
  {
    by: 'femi',
    ago: 60,
    reference: 'MW-318',
    people: [
      ['unborn', '', 'twins, expected in the new year'],
      ['adult', 'O.A.', 'mother'],
    ],
    connections: 'O.A. has no family near; a friend comes with her to the clinic.',
    criteria: [['social-exclusion', 20]],
  },
]
