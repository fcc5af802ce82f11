// Who may see and do what around the meetings of sets: their dates in a calendar, feedback while it is written, what is kept.

const itsPeople = 'its people open it; everybody else finds nothing'

export const aroundMeetings: Readonly<Record<string, string>> = {
  'GET /action-learning/meetings/:meeting/calendar': itsPeople,
  'GET /action-learning/sets/:set/calendar': itsPeople,
  'GET /action-learning/meetings/:meeting/attendance': 'its leaders open it; everybody else finds nothing',
  'POST /action-learning/meetings/:meeting/attendance': 'its leaders may do it; everybody else finds nothing',
  'POST /action-learning/sets/:set/waiting-topics': 'its people may do it; everybody else finds nothing',
  'POST /action-learning/meetings/:meeting/capture-agreement': 'its people may do it; everybody else finds nothing',
  'POST /action-learning/cohorts/:cohort/feedback/draft': 'whoever takes part may do it; everybody else finds nothing',
}
