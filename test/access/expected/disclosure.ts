// Who passes something on, and who reads it then: SPEC 12.4 and 4.6, TRUST's row of concerns. The leads of the service
// and the raiser read it; the colleague it is about is told that there is one; a line manager gets what was written for
// them and nothing else.

const readers = 'who passed it on and its leads'

// Opening in need takes somebody of safeguarding and a second one; leads read case discussions of their own service.
const leads = 'named professionals and designated professionals'
const noDiscussion = 'everybody to whom it is no discussion finds nothing'
const safeguarding = `safeguarding advisors, senior advisors, ${leads}`

export const ofDisclosure: Readonly<Record<string, string>> = {
  'GET /concerns': 'everybody opens it',
  'GET /concerns/new': 'everybody opens it',
  'GET /concerns/new/:routeKey': 'everybody opens it',
  'POST /concerns': 'everybody may do it',
  'GET /concerns/:concern': `${readers} and the colleague once told open it; everybody else finds nothing`,
  'POST /concerns/:concern/entries': `${readers} may do it; everybody else finds nothing`,
  'POST /concerns/:concern/closing':
    'its leads may do it; who passed it on is told why not; everybody else finds nothing',
  'POST /concerns/:concern/manager': `${readers} may do it; everybody else finds nothing`,
  'POST /concerns/:concern/hand-over':
    'its leads may do it; who passed it on is told why not; everybody else finds nothing',
  'POST /concerns/:concern/undoing':
    'who passed it on may do it; its leads are told why not; everybody else finds nothing',
  'POST /concerns/:concern/telling': `${readers} may do it; everybody else finds nothing`,
  'POST /concerns/:concern/receipt': 'the colleague once told may do it; everybody else finds nothing',
  'GET /practice-concerns/:practice':
    'the line manager, who wrote it and the person once told open it; everybody else finds nothing',
  'POST /practice-concerns/:practice/plan': 'the line manager may do it; everybody else finds nothing',
  'GET /practice-concerns/:practice/steps/:stepKey': 'the line manager opens it; everybody else finds nothing',
  'POST /practice-concerns/:practice/steps/:stepKey':
    'the line manager and the person once told may do it; everybody else finds nothing',

  'GET /glass': `${safeguarding} open it; everybody else is refused`,
  'GET /glass/new': `${safeguarding} open it; everybody else is refused`,
  'POST /glass/records': `${safeguarding} may do it; everybody else is refused`,
  'GET /glass/records/:record': `${safeguarding} open it where there is one; everybody else is refused`,
  'POST /glass/records/:record/request': `${safeguarding} may do it where there is one; everybody else is refused`,
  'GET /glass/:glass': 'who asked and who could be the second person open it; everybody else finds nothing',
  'POST /glass/:glass/answer': 'who could be the second person may do it; everybody else finds nothing',
  'POST /glass/:glass/opening': 'who asked may do it; everybody else finds nothing',
  'GET /glass/:glass/record': 'who asked cannot open it; everybody else finds nothing',
  'POST /glass/:glass/telling': 'who could be the second person may do it; everybody else finds nothing',
  'POST /glass/:glass/review': 'who could be the second person may do it; everybody else finds nothing',
  'GET /case-discussions': `${leads} open it; everybody else is refused`,
  'GET /case-discussions/:record': `${noDiscussion}; leads of its service open it; everybody else is refused`,
  'POST /case-discussions/:record/opening': `${noDiscussion}; leads of its service may do it; everybody else is refused`,
}
