// Who may see and do what of contracts and ground rules: SPEC 4 and TRUST's row of agreements. Those who are named in one, and
// nobody else; managers and others see that one holds, and until when, on pages of their own.

const named = 'who is named in it'
const namedOpen = `${named} open it; everybody else finds nothing`
const namedDo = `${named} may do it; everybody else finds nothing`

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
  'GET /agreements/:agreement/signature': namedOpen,
  'POST /agreements/:agreement/signature': namedDo,

  'GET /agreements/:agreement/receipt': namedOpen,
  'GET /agreements/:agreement/receipt/pdf': namedOpen,
  'GET /agreements/:agreement/receipt/text': namedOpen,

  'GET /agreements/:agreement/ending': namedOpen,
  'POST /agreements/:agreement/ending': namedDo,
}
