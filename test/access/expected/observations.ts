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
  'GET /observations/:observation': 'who observes and who is observed open it; everybody else finds nothing',
  'POST /observations/:observation/consent': 'those who are asked may do it; everybody else finds nothing',
  'POST /observations/:observation/cancellation': whoObserves,
}
