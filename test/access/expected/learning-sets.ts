// Who may see and do what of action learning sets: SPEC 7.1 and TRUST's row of set meeting items. The people of a set while
// they belong to it; administrators and programme leads for who is in it. Whoever has left finds nothing.

const keepers = 'its leaders, administrators and programme leads'
const keepersOpen = `${keepers} open it; everybody else finds nothing`
const keepersDo = `${keepers} may do it; everybody else finds nothing`
const leaving = `whose it is, ${keepers}`
const makers = 'facilitators, administrators and programme leads'

export const ofLearningSets: Readonly<Record<string, string>> = {
  'GET /action-learning': 'everybody opens it',
  'GET /action-learning/sets': 'administrators and programme leads open it; everybody else is refused',
  'GET /action-learning/sets/new': `${makers} open it; everybody else is refused`,
  'POST /action-learning/sets': `${makers} may do it; everybody else is refused`,
  'GET /action-learning/sets/:set':
    'its people, administrators and programme leads open it; everybody else finds nothing',
  'GET /action-learning/sets/:set/members': keepersOpen,
  'POST /action-learning/sets/:set/members': keepersDo,
  'GET /action-learning/sets/:set/name': keepersOpen,
  'POST /action-learning/sets/:set/name': keepersDo,
  'GET /action-learning/sets/:set/handover': keepersOpen,
  'POST /action-learning/sets/:set/handover': keepersDo,
  'GET /action-learning/sets/:set/end': keepersOpen,
  'POST /action-learning/sets/:set/end': keepersDo,
  'GET /action-learning/memberships/:membership/end': `${leaving} open it; everybody else finds nothing`,
  'POST /action-learning/memberships/:membership/end': `${leaving} may do it; everybody else finds nothing`,
}
