// Proposing that something may be told outside the set, agreeing to its exact text, telling it. Each leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { hashOf } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import {
  becauseTexts,
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { seatsOn } from '../room/opening.changes.ts'
import { whoIsMissing } from '../set/set.changes.ts'
import { type LearningSet, peopleOn, type SetId } from '../set/set.ts'
import { findSet, lockSet } from '../set/set.store.ts'
import type { AnnouncementSubject } from './announcement.access.ts'
import {
  type Announcement,
  type AnnouncementId,
  canonicalAnnouncement,
  decideAgreeing,
  decideEnding,
  decideProposal,
  decideRewording,
  decideTelling,
} from './announcement.ts'
import {
  deleteAgreed,
  findAgreed,
  findAnnouncement,
  insertAgreed,
  insertAnnouncement,
  insertReading,
  lockAnnouncement,
  saveAnnouncement,
} from './announcement.store.ts'

const about = (id: AnnouncementId) => thing('announcement', id)

/** An announcement as a page's subject. */
export async function subjectAnnouncement(
  work: Work,
  { announcement: id }: { announcement: AnnouncementId },
): Promise<AnnouncementSubject | null> {
  const announcement = await findAnnouncement(work, id)
  const set = announcement && (await findSet(work, announcement.set))
  return set && { announcement, set, today: work.today }
}

export type Proposed = {
  readonly text: string
  readonly recipients: readonly PersonId[]
  /** What the text was looked through for, and why words that were found may stand. */
  readonly pointed?: PointedOut
}

/** Proposes a text to the set; whoever proposes it agrees to it. */
export async function propose(work: Work, setId: SetId, what: Proposed): Promise<Decision<AnnouncementId>> {
  const set = await lockSet(work, setId)
  if (!set) return no('There is no such set')
  const decision = decideProposal({ by: work.asker.person, ...what }, { set, today: work.today })
  if (!decision.ok) return decision
  if (await whoIsMissing(work, what.recipients)) return no('Choose people who work here', 'people')
  const id = work.newId<'announcement'>()
  const announcement: Announcement = {
    id,
    set: setId,
    proposedBy: work.asker.person,
    proposedAt: work.moment,
    version: 1,
    textHash: hashFor(id, what),
    recipients: what.recipients,
    state: 'proposed',
    endedBy: null,
    endedAt: null,
  }
  await insertAnnouncement(work, announcement)
  await keepText(work, { ...what, set, announcement })
  writeTrail(work, { deed: 'announcement proposed', about: about(id) })
  return yes(id)
}

const hashFor = (id: AnnouncementId, { text, recipients }: Pick<Proposed, 'text' | 'recipients'>): string =>
  hashOf(canonicalAnnouncement(id, text, recipients))

/** Seals a text for the people of the set, and notes that its author agrees to it. */
async function keepText(
  work: Work,
  {
    set,
    announcement,
    text,
    pointed,
  }: Pick<Proposed, 'text' | 'pointed'> & { set: LearningSet; announcement: Announcement },
): Promise<void> {
  const { id, version, textHash } = announcement
  const because = pointed ? becauseTexts(pointed) : {}
  await sealTexts(work, { kind: 'set', about: about(id), version, texts: { text, ...because } })
  if (pointed) noteJustified(work, about(id), pointed)
  await letSetRead(work, set, id)
  await insertAgreed(work, id, textHash)
}

async function letSetRead(work: Work, set: LearningSet, id: AnnouncementId): Promise<void> {
  const others = [...seatsOn(set, work.today)].filter(([person]) => person !== work.asker.person)
  await letRead(
    work,
    about(id),
    // Those who lead can let others read in their turn, when whoever wrote it has left.
    others.map(([person, as]) => ({ person, because: as === 'member' ? 'member' : 'facilitator', until: null })),
  )
}

/** Another text or other people: everybody is asked again. The same text as before leaves what was agreed, and newcomers read it. */
export async function reword(
  work: Work,
  id: AnnouncementId,
  what: Proposed & { readonly version: number },
): Promise<Decision> {
  const held = await holdAnnouncement(work, id)
  if (!held) return no('There is no such proposal')
  const decision = decideRewording(held.announcement, { by: work.asker.person, ...what }, held)
  if (!decision.ok) return decision
  if (await whoIsMissing(work, what.recipients)) return no('Choose people who work here', 'people')
  const { recipients, text } = what
  const announcement = {
    ...held.announcement,
    version: what.version + 1,
    recipients,
    textHash: hashFor(id, { text, recipients }),
  }
  await saveAnnouncement(work, announcement)
  await keepText(work, { ...what, set: held.set, announcement })
  writeTrail(work, { deed: 'announcement changed', about: about(id), detail: { version: announcement.version } })
  return yes()
}

type Held = AnnouncementSubject

/** The announcement held, with its set as it stands: who belongs cannot change meanwhile. */
async function holdAnnouncement(work: Work, id: AnnouncementId): Promise<Held | null> {
  const found = await findAnnouncement(work, id)
  const set = found && (await lockSet(work, found.set))
  const announcement = set && (await lockAnnouncement(work, id))
  return announcement && { announcement, set, today: work.today }
}

/** The asker agrees to exactly the text that stood on their screen, or no longer does. */
export async function agreeToTelling(
  work: Work,
  id: AnnouncementId,
  what: { readonly textHash: string; readonly agrees: boolean },
): Promise<Decision> {
  const held = await holdAnnouncement(work, id)
  if (!held) return no('There is no such proposal')
  const decision = decideAgreeing(held.announcement, { by: work.asker.person, textHash: what.textHash }, held)
  if (!decision.ok) return decision
  if (what.agrees) await insertAgreed(work, id, what.textHash)
  else await deleteAgreed(work, id)
  writeTrail(work, { deed: what.agrees ? 'announcement agreed' : 'announcement not agreed', about: about(id) })
  return yes()
}

/** Tells it to those whom it names, once everybody agrees. */
export async function tellAnnouncement(
  work: Work,
  id: AnnouncementId,
  { textHash }: { readonly textHash: string },
): Promise<Decision> {
  const held = await holdAnnouncement(work, id)
  if (!held) return no('There is no such proposal')
  const agreed = await findAgreed(work, id)
  const decision = decideTelling(held.announcement, { by: work.asker.person, textHash }, { ...held, agreed })
  if (!decision.ok) return decision
  const { recipients, version } = held.announcement
  const { texts } = await openTexts(work, { about: about(id), version })
  // Everybody agreed to these words for these people; whatever lies there now must be the same.
  if (texts.text === undefined || hashFor(id, { text: texts.text, recipients }) !== textHash)
    return no('This is not as everybody agreed to it. It cannot be told; tell whoever runs the service')
  // Sealed again by whoever tells it, so that the ones it names read this text alone, and none before it.
  await sealTexts(work, { kind: 'set', about: aboutTold(id), version: 1, texts: { text: texts.text } })
  const readers = recipients.map((person) => ({ person, because: 'named in it' as const, until: null }))
  await letRead(work, aboutTold(id), readers)
  await saveAnnouncement(work, {
    ...held.announcement,
    state: 'told',
    endedBy: work.asker.person,
    endedAt: work.moment,
  })
  writeTrail(work, { deed: 'announcement told', about: about(id), detail: { people: recipients.length } })
  return yes()
}

const aboutTold = (id: AnnouncementId) => thing('told announcement', id)

/** Withdraws a proposal: it is not told. */
export async function withdrawAnnouncement(work: Work, id: AnnouncementId): Promise<Decision> {
  const held = await holdAnnouncement(work, id)
  if (!held) return no('There is no such proposal')
  const decision = decideEnding(held.announcement, work.asker.person, held)
  if (!decision.ok) return decision
  const ended = { state: 'withdrawn', endedBy: work.asker.person, endedAt: work.moment } as const
  await saveAnnouncement(work, { ...held.announcement, ...ended })
  writeTrail(work, { deed: 'announcement withdrawn', about: about(id) })
  return yes()
}

/** One of those to whom it was told says that they read it. */
export async function noteReading(work: Work, id: AnnouncementId): Promise<void> {
  await insertReading(work, id)
  writeTrail(work, { deed: 'announcement read', about: about(id) })
}

/**
 * The words, and why those of them may stand that were pointed out: for the people of the set as it reads now, for the others as
 * it was told. Nothing for whoever may not read them yet.
 */
export async function textsOfAnnouncement(
  work: Work,
  { announcement, set, today }: AnnouncementSubject,
): Promise<Texts> {
  const isOfSet = peopleOn(set, today).some((one) => one.person === work.asker.person)
  const opened = isOfSet
    ? await openTexts(work, { about: about(announcement.id), version: announcement.version })
    : await openTexts(work, { about: aboutTold(announcement.id), version: 1 })
  return opened.texts
}
