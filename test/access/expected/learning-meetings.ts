// Who may see and do what of the meetings of sets: SPEC 7.1 to 7.3. Dates are also for those who look after sets; what is done
// before and in a meeting is for the people of the set, and a meeting that was held for those who had a seat in it.

const keepers = 'its leaders, administrators and programme leads'
const nothing = 'everybody else finds nothing'

/** What is done in a meeting that is open. What is the facilitator's alone the meeting itself refuses to others, in words. */
const deeds = [
  'arrival',
  'departure',
  'recollection',
  'beginning',
  'moves',
  'turns',
  'contributions',
  'topics',
  'bids',
  'votes',
  'reports',
  'postponements',
  'choice',
  'groups',
  'presenter',
  'commitments',
  'roles',
  'time',
  'pause',
  'quiet-words',
  'handover',
  'next-date',
  'finish',
]

export const ofLearningMeetings: Readonly<Record<string, string>> = {
  'GET /action-learning/sets/:set/meetings/new': `${keepers} open it; ${nothing}`,
  'POST /action-learning/sets/:set/meetings': `${keepers} may do it; ${nothing}`,
  'GET /action-learning/meetings/:meeting': `its people and who looks after sets open it; ${nothing}`,
  'GET /action-learning/meetings/:meeting/date': `${keepers} open it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/date': `${keepers} may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/cancellation': `${keepers} may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/reinstatement': `${keepers} may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/opening': `its leaders may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/acceptance': `its leaders may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/capture': `its leaders may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/apologies': `its people may do it; ${nothing}`,
  'GET /action-learning/meetings/:meeting/topic-draft': `its people open it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/topic-draft': `its people may do it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/topic-draft/draft': `its people may do it; ${nothing}`,
  'GET /action-learning/meetings/:meeting/changes': `its people open it; ${nothing}`,
  'POST /action-learning/meetings/:meeting/changes': `its people may do it; ${nothing}`,
  ...Object.fromEntries(
    deeds.map((deed) => [`POST /action-learning/meetings/:meeting/${deed}`, `its people may do it; ${nothing}`]),
  ),
}
