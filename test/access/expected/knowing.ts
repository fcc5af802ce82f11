// Who may read a policy in short and say that they have: everybody, for themselves; and who sees who has not.
export const ofKnowing: Readonly<Record<string, string>> = {
  'GET /policy/versions/:version/in-short': 'everybody it holds for opens it; everybody else finds nothing',
  'POST /policy/versions/:version/acknowledgement': 'everybody it holds for may do it; everybody else finds nothing',
  'GET /my-team': 'line managers and team leads open it; everybody else is refused',
  'GET /assurance/policy-readers':
    'safeguarding advisors, senior advisors, named professionals, designated professionals, auditors and directors open it; everybody else is refused',
  'GET /my-team/people': 'line managers and team leads open it; everybody else is refused',
}
