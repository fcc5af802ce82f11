// Every five minutes: requests whose time has passed. The desk hears of them first, then the leads of the caller's service; each
// telling is an entry, so that nobody is told twice of the same wait.
import type { Job } from '../../../platform/area.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { peopleAround } from './desk-people.changes.ts'
import { letDeskRead } from './letting.changes.ts'
import { nobodyMail, waitsMail } from './mails.view.ts'
import type { AdviceRequest, Entry } from './request.ts'
import { addEntry, findEntries, findOpenRequests } from './request.store.ts'
import { owedTelling, standingOf } from './standing.ts'

export const alarmJobs: readonly Job[] = [
  { name: 'tell of advice that waits', every: '*/5 * * * *', run: (work) => tellOfWaiting(work) },
  { name: 'let the desk read what is open', every: '*/5 * * * *', run: (work) => letDeskRead(work) },
]

/** Tells whoever has to hear of each request that has waited too long. SPEC 8.2. */
export async function tellOfWaiting(work: Work): Promise<void> {
  for (const request of await findOpenRequests(work)) {
    if (request.dueAt === null || request.dueAt > work.moment) continue
    const owed = owedTelling(request, toldSince(await findEntries(work, request.id)), work.moment)
    if (owed) await tell(work, request, owed)
  }
}

async function tell(work: Work, request: AdviceRequest, owed: 'desk told' | 'leads told'): Promise<void> {
  const people = await peopleAround(work, request)
  const { hears } = standingOf(request, people, work.moment)
  const news =
    owed === 'leads told' ? hears.filter((one) => people.leads.includes(one) || !people.desk.includes(one)) : hears
  await addEntry(work, request.id, { kind: owed })
  const known = new Set([...people.desk, ...people.leads, request.caller, request.has])
  for (const person of news)
    if (known.has(person)) await writeMail(work, person, waitsMail, { request: request.id })
    else await writeMail(work, person, nobodyMail)
  writeTrail(work, { deed: owed, about: thing('advice request', request.id), detail: { people: news.length } })
}

const moves: readonly Entry['kind'][] = [
  'asked',
  'asked again',
  'handed on',
  'taken',
  'given back',
  'advised',
  'sent elsewhere',
]

/** What was told since the request last moved. */
function toldSince(entries: readonly Entry[]): { desk: boolean; leads: boolean } {
  const last = entries.findLastIndex((entry) => moves.includes(entry.kind))
  const since = entries.slice(last + 1)
  return { desk: since.some((one) => one.kind === 'desk told'), leads: since.some((one) => one.kind === 'leads told') }
}
