// The advice desk: anybody may ask; who asked and the desk know that a request is there; what was asked and advised is read by fewer
// (SPEC 8, TRUST's row of advice). Line managers, directors and auditors find no request; totals are for those who see totals.

const desk =
  'SPOA administrators, safeguarding advisors, senior advisors, named professionals and designated professionals'
const deskMay = `who asked finds nothing; ${desk} may do it; everybody else finds nothing`
const adviserMay = 'who has taken it may do it; everybody else finds nothing'
// Who is not in the register has whoever advised write down what they heard, and the desk withdraw.
const accountMay = 'who asked, who reads it back may do it; everybody else finds nothing'
const withdrawerMay = 'who asked, who may withdraw may do it; everybody else finds nothing'
const askerMay = 'who asked may do it; everybody else finds nothing'

export const ofAdvice: Readonly<Record<string, string>> = {
  'GET /advice': 'everybody opens it',
  'POST /advice/requests': 'everybody may do it',
  'GET /advice/desk': `${desk} open it; everybody else is refused`,
  'GET /advice/calls/new': `${desk} open it; everybody else is refused`,
  'GET /advice/calls/outside': `${desk} open it; everybody else is refused`,
  'POST /advice/calls/outside': `${desk} may do it; everybody else is refused`,
  'GET /advice/figures': `${desk}, directors and auditors open it; everybody else is refused`,
  'POST /advice/calls': `${desk} may do it; everybody else is refused`,
  'GET /advice/requests/:request': `who asked, ${desk} open it; everybody else finds nothing`,
  'POST /advice/requests/:request/words': `who asked, ${desk} may do it; everybody else finds nothing`,
  'POST /advice/requests/:request/taking': deskMay,
  'POST /advice/requests/:request/hand-over': deskMay,
  'POST /advice/requests/:request/return': deskMay,
  'POST /advice/requests/:request/elsewhere': deskMay,
  'POST /advice/requests/:request/closing': deskMay,
  'POST /advice/requests/:request/record': deskMay,
  'POST /advice/requests/:request/review': deskMay,
  'POST /advice/requests/:request/receipt': askerMay,
  'POST /advice/requests/:request/renewal': askerMay,
  'POST /advice/requests/:request/withdrawal': withdrawerMay,
  'POST /advice/requests/:request/person': deskMay,
  'POST /advice/requests/:request/account': accountMay,
  'POST /advice/requests/:request/record/draft': adviserMay,
  'POST /advice/requests/:request/account/draft': accountMay,
  'GET /advice/requests/:request/record/correction': 'who has taken it opens it; everybody else finds nothing',
  'GET /advice/requests/:request/account/correction':
    'who asked, who reads it back opens it; everybody else finds nothing',
  'POST /advice/requests/:request/record/correction': adviserMay,
  'POST /advice/requests/:request/account/correction': accountMay,
  'POST /advice/requests/:request/reading': askerMay,
  'POST /advice/requests/:request/case': askerMay,
}
