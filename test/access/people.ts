// Who acts in the access matrix: one person for every kind of TRUST's table, and for every way in that somebody might
// try. They are all fictitious. A kind that is missing is added here, and then asks for every page like the others.

type Place = 'Health visiting' | 'Riverside team' | 'Castle team' | 'Podiatry' | null

export type Actor = {
  readonly name: string
  /** What this person is, in the words that the report of a mismatch uses. */
  readonly kind: string
  readonly team: Place
  readonly manager?: string
  readonly role?: string
  readonly supervises?: readonly string[]
}

const actor = (name: string, kind: string, team: Place, more: Omit<Actor, 'name' | 'kind' | 'team'> = {}): Actor => ({
  name,
  kind,
  team,
  ...more,
})

const river = 'Riverside team'
const castle = 'Castle team'

const listed = {
  grace: actor('Grace Okafor', 'line manager', river),
  leah: actor('Leah Bright', 'team lead', river),
  theo: actor('Theo Lamb', 'line manager and lead of another team', castle),
  ben: actor('Ben Carter', 'supervisee, author of his part', river, { manager: 'grace' }),
  amina: actor('Amina Yusuf', 'supervisor', null, { supervises: ['clinical-supervisor'] }),
  farah: actor('Farah Khan', 'facilitator of the group', null, {
    supervises: ['clinical-supervisor', 'safeguarding-advisor-children'],
  }),
  dora: actor('Dora Evans', 'member who was there', river, { manager: 'grace' }),
  femi: actor('Femi Ade', 'member who was absent', river, { manager: 'grace' }),
  elin: actor('Elin Rees', 'former member, moved to another team', river, { manager: 'grace' }),
  hamza: actor('Hamza Aziz', 'late joiner of the team', castle, { manager: 'grace' }),
  carys: actor('Carys Pugh', 'former supervisor', null, { supervises: ['clinical-supervisor'] }),
  nia: actor('Nia Lloyd', 'supervisor since today', null, { supervises: ['clinical-supervisor'] }),
  uma: actor('Uma Patel', 'supervisor of somebody else', null, { supervises: ['clinical-supervisor'] }),
  cora: actor('Cora Bell', 'colleague who covers', castle, { manager: 'theo' }),
  otto: actor('Otto Berg', 'colleague of another team', castle, { manager: 'theo' }),
  pip: actor('Pip Morley', 'SPOA administrator', null, { role: 'SPOA administrator' }),
  sami: actor('Sami Noor', 'safeguarding advisor of another team', castle, { role: 'safeguarding advisor' }),
  senga: actor('Senga Reid', 'senior advisor', null, { role: 'senior advisor' }),
  noor: actor('Noor Haddad', 'safeguarding lead (named professional)', 'Health visiting', {
    role: 'named professional',
  }),
  norma: actor('Norma Wild', 'safeguarding lead of another service', 'Podiatry', { role: 'named professional' }),
  desmond: actor('Desmond Hall', 'designated professional', null, { role: 'designated professional' }),
  dele: actor('Dele Balogun', 'director', null, { role: 'director' }),
  aud: actor('Audrey Finch', 'auditor', null, { role: 'auditor' }),
  ada: actor('Ada Novak', 'IT administrator', null, { role: 'administrator' }),
  lin: actor('Lin Zhao', 'learning lead', null, { role: 'learning lead' }),
  pru: actor('Pru Shah', 'programme lead', null, { role: 'programme lead' }),
  lena: actor('Lena Marsh', 'somebody who has left', river, { manager: 'grace' }),
} as const

export type Who = keyof typeof listed
export const people: Readonly<Record<Who, Actor>> = listed

/** Of another organisation: its administrator, who is its named professional and director too, and one pair. */
export const strangersListed = {
  olga: { name: 'Olga Petrenko', kind: 'administrator and director of another organisation' },
  oscar: { name: 'Oscar Quinn', kind: 'supervisee of another organisation' },
  olwen: { name: 'Olwen Price', kind: 'supervisor of another organisation' },
} as const
export type Stranger = keyof typeof strangersListed

/** Everybody who asks: those of the trust, those of the other one, and somebody who has not signed in. */
export type Asking = Who | Stranger | 'nobody'
export const everybody: readonly Asking[] = [
  ...(Object.keys(people) as Who[]),
  ...(Object.keys(strangersListed) as Stranger[]),
  'nobody',
]

export const isStranger = (who: Asking): who is Stranger => who in strangersListed
export const isOurs = (who: Asking): who is Who => who in people

export const kindOf = (who: Asking): string =>
  isOurs(who) ? people[who].kind : isStranger(who) ? strangersListed[who].kind : 'somebody who has not signed in'
