// Who may see and do what of programmes and cohorts (SPEC 7.1): everybody reads what a programme is; administrators and
// programme leads keep it and see who takes part.

const keepers = 'administrators and programme leads'
const open = `${keepers} open it; everybody else is refused`
const deed = `${keepers} may do it; everybody else is refused`
const hiddenOpen = `${keepers} open it; everybody else finds nothing`
const hiddenDo = `${keepers} may do it; everybody else finds nothing`

const takingPart = 'whoever takes part may do it; everybody else finds nothing'
const leading = 'its lead may do it; everybody else finds nothing'
const ownDo = 'its members may do it; everybody else finds nothing'

export const ofProgrammes: Readonly<Record<string, string>> = {
  'GET /action-learning/sets/:set/questionnaire': 'its members open it; everybody else finds nothing',
  'POST /action-learning/sets/:set/questionnaire': ownDo,
  'POST /action-learning/sets/:set/questionnaire/draft': ownDo,
  'POST /action-learning/sets/:set/questionnaire/sending': ownDo,
  'POST /action-learning/sets/:set/questionnaire/withdrawal': ownDo,
  'POST /action-learning/sets/:set/questionnaire/declining': ownDo,
  'GET /action-learning/sets/:set/questionnaires': 'its leaders open it; everybody else finds nothing',
  'GET /action-learning/programmes': 'everybody opens it',
  'GET /action-learning/programmes/new': open,
  'POST /action-learning/programmes': deed,
  'GET /action-learning/programmes/:programme': 'everybody opens it',
  'GET /action-learning/programmes/:programme/wellbeing': 'everybody opens it',
  'GET /action-learning/programmes/:programme/wellbeing/words': open,
  'POST /action-learning/programmes/:programme/wellbeing/words': deed,
  'GET /action-learning/programmes/:programme/description': open,
  'POST /action-learning/programmes/:programme/description': deed,
  'GET /action-learning/programmes/:programme/end': open,
  'POST /action-learning/programmes/:programme/end': deed,
  'GET /action-learning/programmes/:programme/cohorts/new': open,
  'POST /action-learning/programmes/:programme/cohorts': deed,
  'GET /action-learning/cohorts/:cohort': hiddenOpen,
  'GET /action-learning/cohorts/:cohort/details': hiddenOpen,
  'POST /action-learning/cohorts/:cohort/details': hiddenDo,
  'GET /action-learning/cohorts/:cohort/people': hiddenOpen,
  'POST /action-learning/cohorts/:cohort/people': hiddenDo,
  'POST /action-learning/participants/:participant/end': hiddenDo,
  'GET /action-learning/cohorts/:cohort/sets': hiddenOpen,
  'POST /action-learning/cohorts/:cohort/sets': hiddenDo,
  'POST /action-learning/cohorts/:cohort/sets/removal': hiddenDo,
  'GET /action-learning/cohorts/:cohort/feedback': 'whoever takes part opens it; everybody else finds nothing',
  'POST /action-learning/cohorts/:cohort/feedback': takingPart,
  'POST /action-learning/cohorts/:cohort/feedback/consent': takingPart,
  'GET /action-learning/cohorts/:cohort/answers': 'its lead opens it; everybody else finds nothing',
  'POST /action-learning/cohorts/:cohort/quotes': leading,
  'POST /action-learning/cohorts/:cohort/quotes/removal': leading,
  'GET /action-learning/programmes/:programme/quotes': 'everybody opens it',
  'GET /action-learning/cohorts/:cohort/meetings': hiddenOpen,
  'POST /action-learning/cohorts/:cohort/meetings': hiddenDo,
  'POST /action-learning/cohorts/:cohort/placing': hiddenDo,
}
