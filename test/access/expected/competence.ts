// Who may see and do what of those who supervise: SPEC 9.1, 9.2.

const nothing = 'everybody else finds nothing'
const signing = 'senior advisors, named professionals and designated professionals'
const leads = 'named professionals and designated professionals'
const overseeing = `${signing.replace(' and ', ', ')} and auditors`

export const ofCompetence: Readonly<Record<string, string>> = {
  'GET /supervisors': `programme leads, designated nurses, ${overseeing} open it; everybody else is refused`,
  'GET /supervisors/figures': `programme leads, designated nurses, ${overseeing} open it; everybody else is refused`,
  'GET /supervisors/starting-list':
    'named professionals and designated professionals open it; everybody else is refused',
  'POST /supervisors/starting-list':
    'named professionals and designated professionals may do it; everybody else is refused',
  'GET /supervision-chain': `advisors for children, safeguarding advisors, designated nurses, facilitators of peer review, directors, ${overseeing} open it; everybody else is refused`,
  'GET /supervisors/:person': `the person, their line manager, ${overseeing} open it; programme leads, designated nurses open it where there is one; ${nothing}`,
  'POST /supervisors/:person/competences': `the person cannot do it; ${signing}, programme leads, designated nurses may do it where there is one; ${nothing}`,
  'GET /supervisors/:person/logbook/new': `the person opens it; ${signing}, programme leads, designated nurses open it where there is one; ${nothing}`,
  'POST /supervisors/:person/logbook': `the person may do it; ${signing}, programme leads, designated nurses may do it where there is one; ${nothing}`,
  'GET /supervisors/:person/exceptions/new': `the person cannot open it; ${leads} open it; ${nothing}`,
  'POST /supervisors/:person/exceptions': `the person cannot do it; ${leads} may do it; ${nothing}`,
  'GET /logbook-entries/:entry': `the two of it open it; ${nothing}`,
  'POST /logbook-entries/:entry/confirmation': `the two of it may do it; ${nothing}`,
  'POST /logbook-entries/:entry/refusal': `the two of it may do it; ${nothing}`,
  'POST /logbook-entries/:entry/withdrawal': `the two of it may do it; ${nothing}`,
  'GET /competences/:signOff/end': `its person cannot open it; designated nurses, ${signing} open it; ${nothing}`,
  'POST /competences/:signOff/end': `its person cannot do it; designated nurses, ${signing} may do it; ${nothing}`,
}
