// Who may see that supervision happens, and what everybody has: SPEC 11 and TRUST's row of facts. Line managers see their
// own staff, leads their unit, the safeguarding service and auditors the organisation by name, directors its totals.

const service =
  'safeguarding advisors, senior advisors, named professionals, designated professionals, auditors and directors'
const byName = 'safeguarding advisors, senior advisors, named professionals, designated professionals and auditors'
const parties = 'who does it and who agreed it with them'

export const ofFacts: Readonly<Record<string, string>> = {
  'GET /assurance': `${service} open it; everybody else is refused`,
  'GET /assurance/units/:unit': `who leads it, ${service} open it; everybody else finds nothing`,
  'GET /assurance/figures': `${service} open it; everybody else is refused`,
  'GET /team': 'line managers and team leads open it; everybody else is refused',
  'GET /team/figures': 'line managers and team leads open it; everybody else is refused',
  'GET /people/:person/obligations': `the person, their line manager, who leads their unit, who supervises them, ${byName} open it; everybody else finds nothing`,

  'GET /actions': 'everybody opens it',
  'GET /actions/:action': `${parties} open it; everybody else finds nothing`,
  'POST /actions/:action/report': `${parties} may do it; everybody else finds nothing`,

  'GET /my-trail': 'everybody opens it',
  'GET /my-calendar': 'everybody opens it',
  'POST /my-calendar/address': 'everybody may do it',
  'POST /my-calendar/removal': 'everybody may do it',
  'GET /': 'everybody opens it',
  'GET /help/who-sees-what': 'everybody opens it',
}
