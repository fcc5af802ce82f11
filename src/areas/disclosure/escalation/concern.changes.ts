// Passing a concern on, adding to it, telling, handing on, taking back, closing. Nothing here waits for anybody, and nothing
// about the record it comes from can hold it back.
import type { Decision } from '../../../platform/decision.ts'
import { no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson } from '../../people/index.ts'
import { findReaders, letRead, removeReader, sealTexts, thing, writeTrail } from '../../records/index.ts'
import { findSession } from '../../supervision/index.ts'
import { grantsOf, leadsFor, linesAmong } from '../lead.changes.ts'
import { hasHeldBeforeToday, heldSince, leadRoles, nearness } from '../lead.ts'
import { add, close, type Concern, type ConcernId, decideConcern, takeBack, tell, writeForManager } from './concern.ts'
import { addConcern, addEntry, findConcern } from './concern.store.ts'
import { addedMail, passedOnMail, toldMail } from './mails.view.ts'
import { sendToManagers, takeBackFromManagers } from '../practice/practice.changes.ts'
import { findPractices } from '../practice/practice.store.ts'

export type ConcernTexts = {
  readonly concern: string
  readonly whom: string
  readonly why: string
  readonly risk: string
  readonly forManager: string
}
export type NewConcern = Omit<Concern, 'id' | 'raisedBy' | 'raisedAt' | 'entries'> & { readonly texts: ConcernTexts }

const aboutConcern = (id: ConcernId) => thing('concern', id)

/**
 * Keeps a concern and passes it to the safeguarding leads of the service at once; the colleague it is about is told, or
 * not yet; their line manager gets what was written for them, as a record of its own. SPEC 4.6, 12.4.
 */
export async function passOn(work: Work, given: NewConcern): Promise<Decision<ConcernId>> {
  const { texts, ...facts } = given
  if (given.named !== null) {
    const colleague = await findPerson(work, given.named)
    if (!colleague) return no('Choose one of the people found', 'named')
  }
  const id = work.newId<'concern'>()
  const decision = decideConcern({ ...facts, id, raisedBy: work.asker.person, raisedAt: work.moment })
  if (!decision.ok) return decision
  await addConcern(work, decision.value)
  const version = await addEntry(work, id, 'passed on')
  const { forManager, ...words } = texts
  await sealTexts(work, { kind: 'concern', about: aboutConcern(id), version, texts: filled(words) })
  await letLeadsRead(work, decision.value)
  writeTrail(work, {
    deed: given.outcome === 'told' ? 'passed a concern on' : 'decided not to share',
    about: aboutConcern(id),
    detail: { kind: given.kind, version },
  })
  if (given.named !== null && given.telling === 'told here')
    await writeMail(work, given.named, toldMail, { concern: id })
  if (given.named !== null && forManager !== '') await sendToManagers(work, decision.value, forManager)
  return yes(id)
}

const filled = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''))

async function letLeadsRead(work: Work, concern: Omit<Concern, 'entries'>): Promise<void> {
  const session = concern.about?.kind === 'session' ? await findSession(work, concern.about.id as never) : null
  const people = [concern.raisedBy, ...(session ? [session.supervisor, ...session.supervisees] : [])]
  const near = concern.named === null ? [] : [concern.named]
  const leads = (await leadsFor(work, { people: [...people, ...near], near })).filter(
    (lead) => lead !== work.asker.person,
  )
  await letRead(
    work,
    aboutConcern(concern.id),
    leads.map((person) => ({ person, because: 'safeguarding lead', until: null })),
  )
  for (const lead of leads) await writeMail(work, lead, passedOnMail, { concern: concern.id })
}

/** The safeguarding leads who read a concern. */
export async function leadsOf(work: Work, concern: ConcernId): Promise<readonly PersonId[]> {
  const readers = await findReaders(work, aboutConcern(concern))
  return readers.filter((reader) => reader.because === 'safeguarding lead').map((reader) => reader.person)
}

/** A further entry by the person who passed it on or by a lead; the others hear that there is one. */
export async function addToConcern(work: Work, id: ConcernId, what: { words: string }): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found) return no('There is no such concern')
  const decision = add(found.concern, work.asker.person, found.leads)
  if (!decision.ok) return decision
  await writeEntry(work, id, { kind: 'added', words: what.words })
  for (const other of [found.concern.raisedBy, ...found.leads])
    if (other !== work.asker.person) await writeMail(work, other, addedMail, { concern: id })
  return yes()
}

/** A lead closes it, with what came of it. */
export async function closeConcern(work: Work, id: ConcernId, what: { came: string }): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found) return no('There is no such concern')
  const decision = close(found.concern, work.asker.person, found.leads)
  if (!decision.ok) return decision
  await writeEntry(work, id, { kind: 'closed', words: what.came })
  await writeMail(work, found.concern.raisedBy, addedMail, { concern: id })
  return yes()
}

async function writeEntry(work: Work, id: ConcernId, what: { kind: 'added' | 'closed'; words: string }): Promise<void> {
  const version = await addEntry(work, id, what.kind)
  await sealTexts(work, { kind: 'concern', about: aboutConcern(id), version, texts: { words: what.words } })
  writeTrail(work, {
    deed: what.kind === 'added' ? 'added to a concern' : 'closed a concern',
    about: aboutConcern(id),
    detail: { version },
  })
}

/** Tells the colleague it is about that it was passed on, once that puts nobody at risk. */
export async function tellNamed(work: Work, id: ConcernId): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found) return no('There is no such concern')
  const decision = tell(found.concern, work.asker.person, found.leads)
  if (!decision.ok) return decision
  await addEntry(work, id, 'told')
  if (found.concern.named !== null) await writeMail(work, found.concern.named, toldMail, { concern: id })
  writeTrail(work, { deed: 'told of a concern', about: aboutConcern(id) })
  return yes()
}

/** Writes for the line manager of the colleague it is about; they read these words and nothing else. SPEC 4.6. */
export async function tellManager(work: Work, id: ConcernId, what: { words: string }): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found) return no('There is no such concern')
  const written = (await findPractices(work, { concern: id })).length > 0
  const decision = writeForManager(found.concern, work.asker.person, { leads: found.leads, written })
  if (!decision.ok) return decision
  const sent = await sendToManagers(work, found.concern, what.words)
  return sent > 0
    ? yes()
    : no('No line manager is on record for them. Tell whoever stands in, and add here whom', 'words')
}

/** The colleague it is about says that they have seen it. */
export async function seeConcern(work: Work, concern: Concern): Promise<void> {
  if (concern.entries.some((entry) => entry.kind === 'seen')) return
  await addEntry(work, concern.id, 'seen')
  writeTrail(work, { deed: 'saw that a concern was passed on', about: aboutConcern(concern.id) })
}

/** A lead hands it on to another who carries on; the first keeps reading what they read. */
export async function handOn(work: Work, id: ConcernId, what: { to: PersonId }): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found || !found.leads.includes(work.asker.person)) return no('Only a lead whom it went to hands it on')
  const near = found.concern.named === null ? [] : [found.concern.named]
  const lines = await linesAmong(work, near, work.today)
  const grants = await grantsOf(work, what.to)
  if (heldSince(grants, what.to, leadRoles, work.today) === null)
    return no('Choose a named or designated professional', 'to')
  if (!hasHeldBeforeToday(grants, what.to, leadRoles, work.today))
    return no('They were given this role today, and a role opens nothing from before. Hand it on tomorrow', 'to')
  if (what.to === found.concern.raisedBy || nearness(what.to, near, lines) !== null)
    return no('They stand too near: it is about them or their staff, or they passed it on', 'to')
  if (found.leads.includes(what.to)) return no('They read it already', 'to')
  await addEntry(work, id, 'handed on')
  await letRead(work, aboutConcern(id), [{ person: what.to, because: 'safeguarding lead', until: null }])
  await writeMail(work, what.to, passedOnMail, { concern: id })
  writeTrail(work, { deed: 'handed a concern on', about: aboutConcern(id), detail: { person: what.to } })
  return yes()
}

/** Takes the whole back within minutes: nobody else reads it any more; that it was there stays. */
export async function takeConcernBack(work: Work, id: ConcernId): Promise<Decision> {
  const found = await findFor(work, id)
  if (!found) return no('There is no such concern')
  const decision = takeBack(found.concern, work.asker.person, work.moment)
  if (!decision.ok) return decision
  await addEntry(work, id, 'taken back')
  for (const lead of found.leads) await removeReader(work, aboutConcern(id), lead)
  await takeBackFromManagers(work, id)
  writeTrail(work, { deed: 'took a concern back', about: aboutConcern(id) })
  return yes()
}

async function findFor(work: Work, id: ConcernId): Promise<{ concern: Concern; leads: readonly PersonId[] } | null> {
  const concern = await findConcern(work, id)
  return concern && { concern, leads: await leadsOf(work, id) }
}
