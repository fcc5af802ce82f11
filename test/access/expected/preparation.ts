// Who prepares, and who reads what was prepared: SPEC 5.4. A sheet is its author's; what is ready is the supervisor's to
// read, unless the policy keeps it private. Nobody else of the session sees it, and managers find nothing.

const own = 'those supervised may do it where there is one; everybody else finds nothing'
const ownPage = 'those supervised open it where there is one; everybody else finds nothing'

export const ofPreparation: Readonly<Record<string, string>> = {
  'GET /sessions/:session/preparation': ownPage,
  'POST /sessions/:session/preparation/draft': own,
  'POST /sessions/:session/preparation': own,
  'POST /sessions/:session/preparation/readiness': own,
  'POST /sessions/:session/preparation/copy': own,
  'GET /sessions/:session/preparation/actions': ownPage,
  'GET /sessions/:session/preparation/actions/:action': 'who does it opens it; everybody else finds nothing',
  'POST /sessions/:session/preparation/actions/:action/report': 'who does it may do it; everybody else finds nothing',
  'GET /sessions/:session/preparations': 'its supervisor opens it where there is one; everybody else finds nothing',
  'GET /sessions/:session/preparations/:person':
    'its supervisor opens it; who prepared it opens it where there is one; everybody else finds nothing',

  'GET /sessions/:session/postponement': 'its supervisor opens it where there is one; everybody else finds nothing',
  'POST /sessions/:session/postponement': 'its supervisor may do it where there is one; everybody else finds nothing',
  'POST /sessions/:session/postponement/undoing':
    'its supervisor may do it where there is one; everybody else finds nothing',
  'GET /sessions/:session/postponement/comment': ownPage,
  'POST /sessions/:session/postponement/comment': own,
}
