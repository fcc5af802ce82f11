// Who may see and do what of peer review: whom a forum invites comes and brings, whoever facilitates leads, those whom the policy
// names may join them. Words are read by those who were there.

const people = 'those invited, those who facilitate and those who may lead'
const open = `${people} opens it; everybody else finds nothing`
const invitedDo = 'those invited and those who facilitate may do it; everybody else finds nothing'
const chairsOpen = 'those who facilitate opens it; everybody else finds nothing'
const chairsDo = 'those who facilitate may do it; everybody else finds nothing'
const leaders = 'leaders of peer review'
const overseers = 'leaders of peer review, team leads and learning leads'

export const ofPeerReview: Readonly<Record<string, string>> = {
  'GET /peer-reviews': 'everybody opens it',
  'GET /peer-reviews/forums/new': `${leaders} opens it; everybody else is refused`,
  'POST /peer-reviews/forums': `${leaders} may do it; everybody else is refused`,
  'GET /peer-reviews/forums/:forum': open,
  'GET /peer-reviews/forums/:forum/details': chairsOpen,
  'POST /peer-reviews/forums/:forum/details': chairsDo,
  'GET /peer-reviews/forums/:forum/dates': chairsOpen,
  'POST /peer-reviews/forums/:forum/dates': chairsDo,
  'POST /peer-reviews/forums/:forum/facilitation': 'those who may lead may do it; everybody else finds nothing',
  'POST /peer-reviews/forums/:forum/leaving': chairsDo,
  'POST /peer-reviews/forums/:forum/closing': chairsDo,
  'GET /peer-reviews/:review': open,
  'POST /peer-reviews/:review/register': invitedDo,
  'POST /peer-reviews/:review/taking-off': chairsDo,
  'GET /peer-reviews/:review/calendar': open,
  'GET /peer-reviews/forums/:forum/calendar': open,
  'GET /peer-reviews/:review/late-entry': chairsOpen,
  'POST /peer-reviews/:review/late-entry': chairsDo,
  'GET /peer-reviews/:review/removal': chairsOpen,
  'POST /peer-reviews/:review/removal': chairsDo,
  'GET /peer-reviews/:review/attendance': chairsOpen,
  'POST /peer-reviews/:review/attendance': chairsDo,
  'POST /peer-reviews/:review/opening': chairsDo,
  'POST /peer-reviews/:review/closing': chairsDo,
  'POST /peer-reviews/:review/cancellation': chairsDo,
  'POST /peer-reviews/:review/reinstatement': chairsDo,
  'GET /peer-reviews/:review/items/new':
    'those invited and those who facilitate opens it; everybody else finds nothing',
  'POST /peer-reviews/:review/items': invitedDo,
  'POST /peer-reviews/items/:item/withdrawal':
    'who brought it and those who facilitate may do it; everybody else finds nothing',
  'GET /peer-reviews/:review/record': chairsOpen,
  'POST /peer-reviews/:review/record': chairsDo,
  'POST /peer-reviews/:review/record/draft': chairsDo,
  'POST /peer-reviews/:review/record/discarding': chairsDo,
  'GET /peer-reviews/recommendations': `${overseers} open it; everybody else is refused`,
  'GET /peer-reviews/recommendations/figures': `${overseers} open it; everybody else is refused`,
  'GET /peer-reviews/:review/recommendations/new': chairsOpen,
  'POST /peer-reviews/:review/recommendations': chairsDo,
  'GET /peer-reviews/recommendations/:recommendation':
    'those invited, who sees to it and those who facilitate opens it; everybody else finds nothing',
  'GET /peer-reviews/recommendations/:recommendation/owner': chairsOpen,
  'POST /peer-reviews/recommendations/:recommendation/owner': chairsDo,
  'POST /peer-reviews/recommendations/:recommendation/report':
    'who sees to it and those who facilitate may do it; everybody else finds nothing',
}
