// Who may see and do what after the meetings of a set, how its turns stand, and by which formats sets meet.

export const ofLearningAfterwards: Readonly<Record<string, string>> = {
  'GET /action-learning/sets/:set/turns': 'its people open it; everybody else finds nothing',
  'GET /action-learning/formats': 'everybody opens it',
  'GET /action-learning/formats/:formatKey': 'everybody opens it',
  'GET /set-up/policy/:version/formats':
    'administrators, directors, named professionals and designated professionals open it; everybody else is refused',
}
