// Who may see and do what after the meetings of a set, how its turns stand, and by which formats sets meet.

const seated = 'who was in it'
const seatedOpen = `${seated} open it; everybody else finds nothing`
const seatedDo = `${seated} may do it; everybody else finds nothing`
const people = 'its people'
const peopleOpen = `${people} open it; everybody else finds nothing`
const peopleDo = `${people} may do it; everybody else finds nothing`

export const ofLearningAfterwards: Readonly<Record<string, string>> = {
  'GET /action-learning/sets/:set/turns': peopleOpen,
  'GET /action-learning/sets/:set/learning': peopleOpen,
  'POST /action-learning/sets/:set/learning': peopleDo,
  'GET /action-learning/meetings/:meeting/capture': seatedOpen,
  'GET /action-learning/meetings/:meeting/learning': seatedOpen,
  'POST /action-learning/meetings/:meeting/learning': seatedDo,
  'GET /action-learning/meetings/:meeting/releases/new': seatedOpen,
  'POST /action-learning/meetings/:meeting/releases': seatedDo,
  'GET /action-learning/releases/:release':
    'who gave it and whom it was given to open it; everybody else finds nothing',
  'POST /action-learning/releases/:release/reading': 'whom it was given to may do it; everybody else finds nothing',
  'POST /action-learning/releases/:release/taking-back': 'who gave it may do it; everybody else finds nothing',
  'GET /action-learning/sets/:set/announcements': peopleOpen,
  'GET /action-learning/sets/:set/announcements/new': peopleOpen,
  'POST /action-learning/sets/:set/announcements': peopleDo,
  'GET /action-learning/announcements/:announcement': `${people} and whom it was told to open it; everybody else finds nothing`,
  'POST /action-learning/announcements/:announcement/agreement': peopleDo,
  'GET /action-learning/announcements/:announcement/text': 'who proposed it open it; everybody else finds nothing',
  'POST /action-learning/announcements/:announcement/text': 'who proposed it may do it; everybody else finds nothing',
  'POST /action-learning/announcements/:announcement/telling':
    'who proposed it and its leaders may do it; everybody else finds nothing',
  'POST /action-learning/announcements/:announcement/withdrawal':
    'who proposed it and its leaders may do it; everybody else finds nothing',
  'POST /action-learning/announcements/:announcement/reading':
    'whom it was told to may do it; everybody else finds nothing',
  'GET /action-learning/formats': 'everybody opens it',
  'GET /action-learning/formats/:formatKey': 'everybody opens it',
  'GET /set-up/policy/:version/formats':
    'administrators, directors, named professionals and designated professionals open it; everybody else is refused',
}
