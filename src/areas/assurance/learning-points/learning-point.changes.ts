// Drafting a learning point, agreeing to it, reading it over, approving and sending it. Each leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { hashOf } from '../../../platform/keys/sealing.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits, peopleWithRole } from '../../people/index.ts'
import {
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  removeReader,
  sealTexts,
  type Texts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { insertReleased } from '../learning-library/released.store.ts'
import { approvingRoles, type PointSubject, readingRoles } from './learning-point.access.ts'
import {
  type BackReason,
  canonicalPoint,
  decideAnswer,
  decideApproval,
  decideDraft,
  decideReading,
  decideRedraft,
  decideWithdrawal,
  type Draft,
  type LearningPoint,
  type PointId,
  type Source,
  waitsFor,
} from './learning-point.ts'
import {
  deletePointAgreed,
  findPoint,
  findPointAgreed,
  insertPoint,
  insertPointAgreed,
  lockPoint,
  savePoint,
} from './learning-point.store.ts'
import { sourceOf, stillHere } from './sources.changes.ts'

const kind = 'case discussion' as const
const about = (id: PointId) => thing('learning point', id)
const none = 'There is no such learning point'

/** A learning point as a page's subject. */
export async function subjectPoint(work: Work, { point: id }: { point: PointId }): Promise<PointSubject | null> {
  const point = await findPoint(work, id)
  return point && { point }
}

/** Who holds one of these roles today. */
export async function peopleWithRoles(work: Work, roles: typeof readingRoles): Promise<readonly PersonId[]> {
  const people = new Set<PersonId>()
  for (const role of roles) for (const person of await peopleWithRole(work, role, work.today)) people.add(person)
  const here = await stillHere(work, [...people])
  return [...people].filter((person) => here.has(person))
}

export type Drafted = Omit<Draft, 'by'> & {
  readonly title: string
  readonly words: string
  readonly texts: Texts
  readonly pointed: PointedOut
}

/** Puts a text to everybody whose it is (SPEC 10.3); whoever drafts it agrees to it. */
export async function draftPoint(work: Work, source: Source, what: Drafted): Promise<Decision<PointId>> {
  const may = await judge(work, source.concerned, what)
  if (!may.ok) return may
  const id = work.newId<'point'>()
  const { secondReader, subjects, units } = what
  const drafted = { draftedBy: work.asker.person, draftedAt: work.moment, version: 1, textHash: hashFor(id, what) }
  const from = { sourceKind: source.kind, source: source.id, concerned: source.concerned }
  const point: LearningPoint = {
    id,
    ...from,
    ...drafted,
    secondReader,
    subjects,
    units,
    state: 'asked',
    backBecause: null,
  }
  await insertPoint(work, point)
  await keepText(work, point, what)
  writeTrail(work, { deed: 'learning point drafted', about: about(id) })
  await moveOn(work, point)
  return yes(id)
}

async function judge(work: Work, concerned: readonly PersonId[], what: Drafted): Promise<Decision> {
  const readers = await peopleWithRoles(work, readingRoles)
  const decision = decideDraft({ ...what, by: work.asker.person }, { concerned, readers })
  if (!decision.ok || what.units.length === 0) return decision
  const known = new Set((await findUnits(work, work.today)).map((place) => place.unit))
  return what.units.every((unit) => known.has(unit)) ? yes() : no('Choose teams that there are', 'team1')
}

const hashFor = (id: PointId, { title, words }: Pick<Drafted, 'title' | 'words'>): string =>
  hashOf(canonicalPoint(id, title, words))

/** Seals a text for those whose it is, and notes that whoever wrote it agrees. */
async function keepText(work: Work, point: LearningPoint, what: Drafted): Promise<void> {
  await sealTexts(work, { kind, about: about(point.id), version: point.version, texts: what.texts })
  const others = point.concerned.filter((person) => person !== work.asker.person)
  await letRead(
    work,
    about(point.id),
    others.map((person) => ({ person, because: 'owner' as const, until: null })),
  )
  noteJustified(work, about(point.id), what.pointed)
  await insertPointAgreed(work, point.id, point.textHash)
}

/** Once everybody has agreed, the second reader is let in. */
async function moveOn(work: Work, point: LearningPoint): Promise<void> {
  const here = await stillHere(work, point.concerned)
  const left = new Set(point.concerned.filter((person) => !here.has(person)))
  if (waitsFor(point, await findPointAgreed(work, point.id), left).length > 0) return
  await letRead(work, about(point.id), [{ person: point.secondReader, because: 'adviser', until: null }])
  await savePoint(work, { ...point, state: 'to be read' })
  writeTrail(work, { deed: 'learning point agreed by all', about: about(point.id) })
}

/** Another text: everybody is asked again. */
export async function redraftPoint(
  work: Work,
  id: PointId,
  what: Drafted & { readonly version: number },
): Promise<Decision> {
  const point = await lockPoint(work, id)
  if (!point) return no(none)
  const decision = decideRedraft(point, { by: work.asker.person, version: what.version })
  if (!decision.ok) return decision
  const may = await judge(work, point.concerned, what)
  if (!may.ok) return may
  const { secondReader, subjects, units } = what
  const drafted = { version: point.version + 1, textHash: hashFor(id, what), secondReader, subjects, units }
  const next: LearningPoint = { ...point, ...drafted, state: 'asked', backBecause: null }
  await savePoint(work, next)
  if (point.secondReader !== secondReader) await removeReader(work, about(id), point.secondReader)
  await keepText(work, next, what)
  writeTrail(work, { deed: 'learning point changed', about: about(id), detail: { version: next.version } })
  await moveOn(work, next)
  return yes()
}

type OfText = { readonly textHash: string }

/** The asker says yes or no to exactly the text that stood on their screen; one no ends the asking. */
export async function answerPoint(
  work: Work,
  id: PointId,
  what: OfText & { readonly agrees: boolean },
): Promise<Decision> {
  const point = await lockPoint(work, id)
  if (!point) return no(none)
  const decision = decideAnswer(point, { by: work.asker.person, textHash: what.textHash })
  if (!decision.ok) return decision
  writeTrail(work, { deed: what.agrees ? 'learning point agreed' : 'learning point declined', about: about(id) })
  if (what.agrees) {
    await insertPointAgreed(work, id, what.textHash)
    await moveOn(work, point)
  } else {
    await deletePointAgreed(work, id)
    await savePoint(work, { ...point, state: 'declined' })
  }
  return yes()
}

type Looked = OfText & { readonly back: BackReason | null }

/** The second reader knows nobody by it, or sends it back with a reason. */
export async function readPointOver(work: Work, id: PointId, what: Looked): Promise<Decision> {
  const point = await lockPoint(work, id)
  if (!point) return no(none)
  const decision = decideReading(point, { by: work.asker.person, textHash: what.textHash })
  if (!decision.ok) return decision
  if (what.back !== null) return sendBack(work, point, what.back)
  const leads = (await peopleWithRoles(work, approvingRoles)).filter(
    (person) => !point.concerned.includes(person) && person !== point.secondReader,
  )
  if (leads.length === 0) return no('Nobody else is there who may approve it. Ask for a learning lead first')
  await letRead(
    work,
    about(id),
    leads.map((person) => ({ person, because: 'safeguarding lead' as const, until: null })),
  )
  await savePoint(work, { ...point, state: 'to be approved' })
  writeTrail(work, { deed: 'learning point read over', about: about(id) })
  return yes()
}

async function sendBack(work: Work, point: LearningPoint, backBecause: BackReason): Promise<Decision> {
  writeTrail(work, { deed: 'learning point sent back', about: about(point.id), detail: { because: backBecause } })
  await savePoint(work, { ...point, state: 'sent back', backBecause })
  return yes()
}

/** Approves it, and sends it; or sends it back with a reason. */
export async function approvePoint(work: Work, id: PointId, what: Looked): Promise<Decision> {
  const point = await lockPoint(work, id)
  if (!point) return no(none)
  const decision = decideApproval(point, { by: work.asker.person, textHash: what.textHash })
  if (!decision.ok) return decision
  if (what.back !== null) return sendBack(work, point, what.back)
  const { title = '', words = '' } = await textsOfPoint(work, point)
  // Everybody agreed to these words; whatever lies there now must be the same.
  if (hashFor(id, { title, words }) !== point.textHash)
    return no('This is not as everybody agreed to it. It cannot be sent; tell whoever runs the service')
  const { subjects, units } = point
  await insertReleased(work, { id, title, words, subjects, units, sentBy: work.asker.person, sentAt: work.moment })
  await savePoint(work, { ...point, state: 'sent' })
  writeTrail(work, { deed: 'learning point sent', about: about(id) })
  return yes()
}

/** Withdraws it before it is sent. */
export async function withdrawPoint(work: Work, id: PointId): Promise<Decision> {
  const point = await lockPoint(work, id)
  if (!point) return no(none)
  const decision = decideWithdrawal(point, work.asker.person)
  if (!decision.ok) return decision
  await savePoint(work, { ...point, state: 'withdrawn', backBecause: null })
  writeTrail(work, { deed: 'learning point withdrawn', about: about(id) })
  return yes()
}

/** Its words as they read now; none for whoever may not read them. */
export const textsOfPoint = async (work: Work, point: LearningPoint): Promise<Texts> =>
  (await openTexts(work, { about: about(point.id), version: point.version })).texts

/** What the foot of its page names the readers of. */
export const thePoint = about

/** The source of a learning point as the page of its drafter needs it; null when it is no longer there. */
export const sourceOfPoint = (work: Work, point: LearningPoint): Promise<Source | null> =>
  sourceOf(work, { kindKey: point.sourceKind, source: point.source })
