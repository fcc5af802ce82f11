// Who may see and do what of supervision: by SPEC 5 and TRUST's table, written by hand and never derived from the
// access lines. Managers, leads, directors, auditors and administrators find nothing at any address of a session.

const those = 'its supervisor and those supervised'
const sessionOpen = `${those} opens it; everybody else finds nothing`
const sessionDeed = `${those} may do it; everybody else finds nothing`
const supervisorsDeed = `its supervisor may do it; those supervised are told why not; everybody else finds nothing`
// An own part belongs to the members of a group, feedback to the two of a one-to-one session.
const membersOpen = `its members open it; ${those} open it where there is one; everybody else finds nothing`
const twoOpen = `${those} open it where there is one; everybody else finds nothing`
const membersDeed = `its members may do it; ${those} cannot do it; everybody else finds nothing`
const deedOfTwo = `the two of it may do it where there is one; ${those} cannot do it; everybody else finds nothing`
const pair = 'the supervised one and the supervising one'

export const ofSupervision: Readonly<Record<string, string>> = {
  'GET /supervision': 'everybody opens it',
  'GET /supervision/sessions': 'everybody opens it',
  'GET /supervision/supervisees': 'everybody opens it',
  'GET /supervision/overrides':
    'administrators, senior advisors, named professionals, designated professionals, directors and auditors open it; everybody else is refused',
  'GET /supervision/overrides/figures':
    'administrators, senior advisors, named professionals, designated professionals, directors and auditors open it; everybody else is refused',
  'GET /supervision/booking': 'everybody opens it',
  'POST /supervision/bookings': 'everybody may do it',
  'GET /supervision/held-session': 'everybody opens it',
  'POST /supervision/held-session': 'everybody may do it',
  'GET /supervision/supervisors': 'everybody opens it',
  'POST /supervision/supervisors': 'everybody may do it',
  'GET /supervision/group-booking': 'everybody opens it',
  'POST /supervision/group-bookings': 'everybody may do it',
  'GET /supervision/series': 'everybody opens it',
  'POST /supervision/series': 'everybody may do it',
  'GET /supervision/outside-evidence': 'everybody opens it',
  'POST /supervision/outside-evidence': 'everybody may do it',

  'GET /sessions/:session': sessionOpen,
  'GET /sessions/:session/calendar': sessionOpen,
  'POST /sessions/:session/acceptance': sessionDeed,
  'POST /sessions/:session/withdrawal': sessionDeed,
  'GET /sessions/:session/other-time': sessionOpen,
  'POST /sessions/:session/other-time': sessionDeed,
  'GET /sessions/:session/cancellation': sessionOpen,
  'POST /sessions/:session/cancellation': sessionDeed,
  'POST /sessions/:session/cancellation/undoing': sessionDeed,
  'GET /sessions/:session/attendance': 'its supervisor opens it; everybody else finds nothing',
  'POST /sessions/:session/attendance': 'its supervisor may do it; everybody else finds nothing',

  'GET /sessions/:session/record': sessionOpen,
  'POST /sessions/:session/record/draft': supervisorsDeed,
  'POST /sessions/:session/record': supervisorsDeed,
  'POST /sessions/:session/record/signature': supervisorsDeed,
  'POST /sessions/:session/record/amendment': supervisorsDeed,
  'POST /sessions/:session/record/answer':
    'those who came may do it where there is one; its supervisor and those supervised cannot do it; everybody else finds nothing',
  'GET /sessions/:session/own-part': membersOpen,
  'POST /sessions/:session/own-part/draft': membersDeed,
  'POST /sessions/:session/own-part': membersDeed,
  'POST /sessions/:session/own-part/signature': membersDeed,
  'POST /sessions/:session/own-part/amendment': membersDeed,
  'GET /sessions/:session/feedback': twoOpen,
  'POST /sessions/:session/feedback/draft': deedOfTwo,
  'POST /sessions/:session/feedback': deedOfTwo,
  'POST /sessions/:session/feedback/signature': deedOfTwo,
  'POST /sessions/:session/feedback/amendment': deedOfTwo,

  'POST /supervisors/:pair/consent':
    'the supervised one may do it; the supervising one is told why not; everybody else finds nothing',
  'GET /supervisors/:pair/end': `${pair} open it; everybody else finds nothing`,
  'POST /supervisors/:pair/end': `${pair} may do it; everybody else finds nothing`,
  'GET /supervisors/:pair/change': 'the supervised one opens it; everybody else finds nothing',
  'POST /supervisors/:pair/change': 'the supervised one may do it; everybody else finds nothing',
  'GET /supervision/endings/:ending': 'one of the two opens it; everybody else finds nothing',
  'POST /supervision/endings/:ending/undoing': 'one of the two may do it; everybody else finds nothing',
  'POST /supervision/endings/:ending/sessions/:session': 'one of the two may do it; everybody else finds nothing',
  'POST /supervision/endings/:ending/actions/:action': 'one of the two may do it; everybody else finds nothing',
  'GET /supervision/endings/:ending/actions/:action/closing':
    'one of the two opens it where there is one; everybody else finds nothing',
  'POST /supervision/endings/:ending/actions/:action/closing':
    'one of the two may do it where there is one; everybody else finds nothing',
  'GET /supervision/endings/:ending/words': 'one of the two opens it; everybody else finds nothing',
  'POST /supervision/endings/:ending/words': 'one of the two may do it; everybody else finds nothing',
  'GET /people/:person/supervisor': 'their line manager opens it where there is one; everybody else finds nothing',
  'POST /people/:person/supervisor': 'their line manager may do it where there is one; everybody else finds nothing',

  'GET /outside-evidence/:evidence': 'whose it is and who is asked open it; everybody else finds nothing',
  'POST /outside-evidence/:evidence/voucher':
    'who is asked may do it; whose it is is told why not; everybody else finds nothing',
  'POST /outside-evidence/:evidence/withdrawal':
    'whose it is may do it; who is asked is told why not; everybody else finds nothing',
}
