// Who can read which kind of record, in plain words for everybody: the same table that access and the database enforce
// (TRUST, "Who sees what"). Managers see that supervision happened, never what was said. SPEC 12.1.

/** One kind of record, who can read it and who cannot. */
export type KindOfRecord = { readonly kind: string; readonly can: string; readonly cannot: string }

/** Every kind, from the most private on. */
export const kindsOfRecord: readonly KindOfRecord[] = [
  { kind: 'Your private notes and topic drafts', can: 'You', cannot: 'Everybody else, whoever they are' },
  {
    kind: 'The record of a one-to-one session',
    can: 'You and that supervisor',
    cannot: 'Managers, directors, auditors and administrators',
  },
  {
    kind: 'A case discussion',
    can: 'You, the supervisor, and those who were there or were given cover. The safeguarding lead of your service for a purpose and an hour; you see that they read it',
    cannot: 'Managers, directors and administrators',
  },
  {
    kind: 'A concern that you pass on',
    can: 'You and the safeguarding leads it goes to. The colleague it is about learns that it was passed on',
    cannot: 'Everybody else; it does not stand in the record. A line manager gets only what you write for them',
  },
  {
    kind: 'What is said in an action learning set',
    can: 'The members who were there and the facilitator',
    cannot: 'Everybody else',
  },
  {
    kind: 'That supervision happened: dates, who with, what kind',
    can: 'You, your supervisor, your line manager and the safeguarding lead of your service',
    cannot: 'Colleagues. Directors see totals',
  },
  {
    kind: 'Contracts and ground rules',
    can: 'Those who sign them',
    cannot: 'Managers see only whether one is in date',
  },
  {
    kind: 'Your registrations and training',
    can: 'You, your line manager and administrators. Of those who supervise, safeguarding leads see when a registration ends',
    cannot: 'Colleagues and directors',
  },
  { kind: 'Advice you asked for', can: 'You and the adviser', cannot: 'Managers and directors see numbers' },
  {
    kind: 'The list of who has opened your records',
    can: 'You',
    cannot: 'It cannot be switched off or tidied up by anybody',
  },
]
