// Who may see and do what of action learning sets: SPEC 7.1 and TRUST's row of set meeting items. The people of a set while
// they belong to it; administrators and programme leads for who is in it. Whoever has left finds nothing.

const keepers = 'its leaders, administrators and programme leads'
const keepersOpen = `${keepers} open it; everybody else finds nothing`
const keepersDo = `${keepers} may do it; everybody else finds nothing`
const leaving = `whose it is, ${keepers}`
const makers = 'facilitators, administrators and programme leads'

// Ground rules while they are agreed: everybody who will sign them and still belongs to the set.
const agreeing = 'who agrees these rules'
const others = 'who left the set and everybody else find nothing'
const agreeingOpen = `${agreeing} open it; ${others}`
const agreeingDo = `${agreeing} may do it; ${others}`
const lookingAfter = 'who looks after these rules'

export const ofGroundRules: Readonly<Record<string, string>> = {
  'GET /ground-rules/:agreement': agreeingOpen,
  'POST /ground-rules/:agreement/agreement': agreeingDo,
  'POST /ground-rules/:agreement/closing': `${lookingAfter} may do it; ${others}`,
  'GET /ground-rules/:agreement/hopes': agreeingOpen,
  'POST /ground-rules/:agreement/hopes': agreeingDo,
  'GET /ground-rules/:agreement/new-clause': agreeingOpen,
  'POST /ground-rules/:agreement/new-clause': agreeingDo,
  'GET /ground-rules/:agreement/details': `${lookingAfter} open it; ${others}`,
  'POST /ground-rules/:agreement/details': `${lookingAfter} may do it; ${others}`,
  'GET /ground-rules/:agreement/clauses/:clauseKey': agreeingOpen,
  'POST /ground-rules/:agreement/clauses/:clauseKey/agreement': agreeingDo,
  'POST /ground-rules/:agreement/clauses/:clauseKey/comments': agreeingDo,
  'GET /ground-rules/:agreement/clauses/:clauseKey/concern': agreeingOpen,
  'POST /ground-rules/:agreement/clauses/:clauseKey/concern': agreeingDo,
  'GET /ground-rules/:agreement/clauses/:clauseKey/suggestion': agreeingOpen,
  'POST /ground-rules/:agreement/clauses/:clauseKey/suggestion': agreeingDo,
  'GET /ground-rules/:agreement/suggestions/:suggestionKey': agreeingOpen,
  'POST /ground-rules/:agreement/suggestions/:suggestionKey': agreeingDo,
  'GET /ground-rules/:agreement/concerns/:concernKey': `${lookingAfter} open it; ${others}`,
  'POST /ground-rules/:agreement/concerns/:concernKey': `${lookingAfter} may do it; ${others}`,
}

export const ofLearningSets: Readonly<Record<string, string>> = {
  'GET /action-learning': 'everybody opens it',
  'GET /action-learning/sets': 'administrators and programme leads open it; everybody else is refused',
  'GET /action-learning/sets/new': `${makers} open it; everybody else is refused`,
  'POST /action-learning/sets': `${makers} may do it; everybody else is refused`,
  'GET /action-learning/sets/:set':
    'its people, administrators and programme leads open it; everybody else finds nothing',
  'POST /action-learning/sets/:set/ground-rules': 'its people may do it; everybody else finds nothing',
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
