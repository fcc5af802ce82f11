// Who passes something on, and who reads it then: SPEC 12.4 and 4.6, TRUST's row of concerns. The leads of the service
// and the raiser read it; the colleague it is about is told that there is one; a line manager gets what was written for
// them and nothing else.

const readers = 'who passed it on and its leads'

export const ofDisclosure: Readonly<Record<string, string>> = {
  'GET /concerns': 'everybody opens it',
  'GET /concerns/new': 'everybody opens it',
  'GET /concerns/new/:routeKey': 'everybody opens it',
  'POST /concerns': 'everybody may do it',
  'GET /concerns/:concern': `${readers} and the colleague once told open it; everybody else finds nothing`,
  'POST /concerns/:concern/entries': `${readers} may do it; everybody else finds nothing`,
  'POST /concerns/:concern/closing':
    'its leads may do it; who passed it on is told why not; everybody else finds nothing',
  'POST /concerns/:concern/hand-over':
    'its leads may do it; who passed it on is told why not; everybody else finds nothing',
  'POST /concerns/:concern/undoing':
    'who passed it on may do it; its leads are told why not; everybody else finds nothing',
  'POST /concerns/:concern/telling': `${readers} may do it; everybody else finds nothing`,
  'POST /concerns/:concern/receipt': 'the colleague once told may do it; everybody else finds nothing',
  'GET /practice-concerns/:practice':
    'the line manager, who wrote it and the person once told open it; everybody else finds nothing',
  'POST /practice-concerns/:practice/plan': 'the line manager may do it; everybody else finds nothing',
}
