// Who may see and do what of learning points: on their way those whose they are, the second reader once all agreed, and those who
// answer for learning once it was read over; everybody reads what was sent, and who of theirs has read it is a fact for managers.

const theirs = 'those whose it is'
const theirsDo = `${theirs} may do it; everybody else finds nothing`
const approvers = 'who may approve it'
const drafterOpen = 'who drafted it opens it; everybody else finds nothing'
const readers =
  'line managers, team leads, learning leads, named professionals, designated professionals, safeguarding advisors, senior advisors and auditors'

export const ofLearningPoints: Readonly<Record<string, string>> = {
  'GET /learning-points': 'everybody opens it',
  'GET /learning-points/from/:kindKey/:source/draft': `${theirs} opens it; everybody else finds nothing`,
  'POST /learning-points/from/:kindKey/:source/draft': theirsDo,
  'GET /learning-points/:point': `${theirs}, the second reader and ${approvers} opens it; everybody else finds nothing`,
  'GET /learning-points/:point/text': drafterOpen,
  'POST /learning-points/:point/text': 'who drafted it may do it; everybody else finds nothing',
  'POST /learning-points/:point/answer': theirsDo,
  'POST /learning-points/:point/reading-over': 'the second reader may do it; everybody else finds nothing',
  'POST /learning-points/:point/approval': `${approvers} may do it; everybody else finds nothing`,
  'POST /learning-points/:point/withdrawal': theirsDo,
  'GET /learning-points/sent/:released': 'everybody opens it',
  'POST /learning-points/sent/:released/reading': 'everybody may do it',
  'POST /learning-points/sent/:released/withdrawal':
    'whose it was, learning leads, named professionals and designated professionals may do it; everybody else finds nothing',
  'GET /learning-points/sent/:released/readers': `${readers} opens it; everybody else finds nothing`,
  'GET /learning-points/sent/:released/readers/figures': `${readers} opens it; everybody else finds nothing`,
}
