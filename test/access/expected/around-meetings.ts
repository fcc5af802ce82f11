// Who may see and do what around the meetings of sets: their dates in a calendar.

const itsPeople = 'its people open it; everybody else finds nothing'

export const aroundMeetings: Readonly<Record<string, string>> = {
  'GET /action-learning/meetings/:meeting/calendar': itsPeople,
  'GET /action-learning/sets/:set/calendar': itsPeople,
}
