// Who sees a case and what was said of it: SPEC 6, TRUST's row of case discussions. Its holder, the supervisor to whom it
// is brought, those who were there, and whoever it is offered to or covered by. Nobody else finds it, nor that it exists.

const holderOpens = 'its holder opens it; everybody else finds nothing'
const holderDoes = 'its holder may do it; everybody else finds nothing'
const readers = 'its holder and who may read it'
const discussed = 'its supervisor, its holder and those who were there'
const supervisorDoes = 'its supervisor may do it; everybody else finds nothing'
// Evidence that a team had its supervision, for who led the team then: no cases in it.
const evidence = 'who wrote the evidence and its team lead'
const writerDoes = 'who wrote the evidence may do it; everybody else finds nothing'
const preparing = 'its holder opens it; everybody else finds nothing'

export const ofCases: Readonly<Record<string, string>> = {
  'GET /cases': 'everybody opens it',
  'GET /cases/closed': 'everybody opens it',
  'GET /cases/new': 'everybody opens it',
  'POST /cases/rows': 'everybody may do it',
  'POST /cases': 'everybody may do it',
  'GET /cases/:case': `${readers} open it; everybody else finds nothing`,
  'GET /cases/:case/details': holderOpens,
  'POST /cases/:case/rows': holderDoes,
  'POST /cases/:case/details': holderDoes,
  'GET /cases/:case/closing': holderOpens,
  'POST /cases/:case/closing': holderDoes,
  'POST /cases/:case/reopening': holderDoes,
  'GET /cases/:case/handover': holderOpens,
  'POST /cases/:case/handover': holderDoes,
  'POST /cases/:case/handover/acceptance': `${readers} may do it; everybody else finds nothing`,
  'POST /cases/:case/handover/refusal': `${readers} may do it; everybody else finds nothing`,
  'POST /cases/:case/handover/withdrawal': holderDoes,

  'GET /cases/:case/cover': 'its holder and to whom it was brought open it; everybody else finds nothing',
  'POST /cases/:case/cover': 'its holder and to whom it was brought may do it; everybody else finds nothing',
  'POST /covers/:cover/end': 'who granted it may do it; everybody else finds nothing',

  'GET /sessions/:session/cases/:case/record': `${discussed} open it; everybody else finds nothing`,
  'POST /sessions/:session/cases/:case/record/draft': supervisorDoes,
  'POST /sessions/:session/cases/:case/record': supervisorDoes,
  'POST /sessions/:session/cases/:case/record/signature': supervisorDoes,
  'POST /sessions/:session/cases/:case/record/amendment': supervisorDoes,
  'POST /sessions/:session/cases/:case/record/answer':
    'its holder may do it where there is one; everybody else finds nothing',
  'POST /sessions/:session/cases/:case/clinical-entry': holderDoes,
  'POST /sessions/:session/cases/:case/not-reached': supervisorDoes,
  'POST /sessions/:session/cases/:case/not-reached/undoing': supervisorDoes,
  'GET /discussions/:sessionrecord': `${discussed} open it; everybody else finds nothing`,

  'POST /sessions/:session/brought-cases': 'those supervised may do it; everybody else finds nothing',
  'GET /sessions/:session/preparation/cases':
    'those supervised open it where there is one; everybody else finds nothing',
  'POST /sessions/:session/preparation/cases':
    'those supervised may do it where there is one; everybody else finds nothing',
  'GET /sessions/:session/preparation/cases/:case': preparing,
  'POST /sessions/:session/preparation/cases/:case/draft':
    'its holder may do it; those supervised cannot do it; everybody else finds nothing',
  'POST /sessions/:session/preparation/cases/:case': holderDoes,

  'GET /team-evidence': 'everybody opens it',
  'GET /team-evidence/:sessionrecord': `${evidence} open it; everybody else finds nothing`,
  'GET /sessions/:session/team-evidence': `${evidence} open it; everybody else finds nothing`,
  'POST /sessions/:session/team-evidence/draft': writerDoes,
  'POST /sessions/:session/team-evidence': writerDoes,
  'POST /sessions/:session/team-evidence/signature': writerDoes,
  'POST /sessions/:session/team-evidence/amendment': writerDoes,
}
