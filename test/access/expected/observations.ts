// Who may see and do what around observing those who supervise.

const observersOpen = 'designated professionals open it; everybody else is refused'
const observersDo = 'designated professionals may do it; everybody else is refused'
const whoObserves = 'who observes may do it; everybody else finds nothing'

export const ofObservations: Readonly<Record<string, string>> = {
  'GET /observations': 'named professionals, designated professionals and directors open it; everybody else is refused',
  'GET /observations/from-paper': observersOpen,
  'POST /observations/from-paper': observersDo,
  'GET /supervisors/:person/observations/new': observersOpen,
  'POST /supervisors/:person/observations': observersDo,
  'GET /observations/:observation':
    'who observes, who is observed and who gets the report open it; everybody else finds nothing',
  'POST /observations/:observation/consent': 'those who are asked may do it; everybody else finds nothing',
  'POST /observations/:observation/cancellation': whoObserves,
  'GET /observations/:observation/writing': 'who observes opens it; everybody else finds nothing',
  'POST /observations/:observation/writing': whoObserves,
  'POST /observations/:observation/writing/draft': whoObserves,
  'POST /observations/:observation/sending': whoObserves,
  'POST /observations/:observation/comment': 'who is observed may do it; everybody else finds nothing',
  'POST /observations/:observation/report': whoObserves,
  'POST /observations/:observation/receipt': 'who gets the report may do it; everybody else finds nothing',
  'POST /observations/report/reading': 'directors may do it; everybody else is refused',
  'GET /observations/report': 'designated professionals and directors open it; everybody else is refused',
}
