// Who may see and do what of contracts and ground rules: SPEC 4 and TRUST's row of agreements. Those who are named in one, and
// nobody else; managers and others see that one holds, and until when, on pages of their own.

const named = 'who is named in it'
const namedOpen = `${named} open it; everybody else finds nothing`
const namedDo = `${named} may do it; everybody else finds nothing`

const pair = 'the supervised one and the supervising one'

export const ofAgreements: Readonly<Record<string, string>> = {
  'GET /agreements': 'everybody opens it',
  'GET /agreements/new': 'everybody opens it',
  'POST /agreements': 'everybody may do it',
  'GET /agreements/:agreement': namedOpen,
  'POST /agreements/:agreement/withdrawal': namedDo,
  'GET /agreements/:agreement/clauses/:clauseKey': namedOpen,
  'POST /agreements/:agreement/clauses/:clauseKey/proposals': namedDo,
  'POST /agreements/:agreement/proposals/:proposal/answer': namedDo,
  'POST /agreements/:agreement/proposals/:proposal/withdrawal': namedDo,
  'GET /agreements/:agreement/blanks': namedOpen,
  'POST /agreements/:agreement/blanks': namedDo,
  'POST /agreements/:agreement/closing': namedDo,
  'POST /agreements/:agreement/reopening': namedDo,
  'GET /agreements/:agreement/renewal': namedOpen,
  'POST /agreements/:agreement/look-back/draft': namedDo,
  'POST /agreements/:agreement/look-back': namedDo,
  'POST /agreements/:agreement/look-back/sending': namedDo,
  'POST /agreements/:agreement/renewal': namedDo,

  'GET /supervisors/:pair/contract': `${pair} open it; everybody else finds nothing`,
  'POST /supervisors/:pair/contract': `${pair} may do it; everybody else finds nothing`,
  'POST /sessions/:session/contract': 'its supervisor and those supervised may do it; everybody else finds nothing',

  // A supervisor's own people, a manager's staff as facts, everybody as facts for those with the role; for others, nobody.
  'GET /agreements/standing': 'everybody opens it',
  'GET /agreements/standing/figures': 'everybody opens it',

  'GET /agreements/:agreement/signature': namedOpen,
  'POST /agreements/:agreement/signature': namedDo,

  'GET /agreements/:agreement/receipt': namedOpen,
  'GET /agreements/:agreement/receipt/pdf': namedOpen,
  'GET /agreements/:agreement/receipt/text': namedOpen,

  'GET /agreements/:agreement/ending': namedOpen,
  'POST /agreements/:agreement/ending': namedDo,
}
