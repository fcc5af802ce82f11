// Recommending something, reporting how it stands, and who reads its words: whoever facilitates, its owner, and those who were there
// when it was recommended or came up again. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findLeads, findPersons, findUnits, type UnitId, unitsLedBy, unitsUnder } from '../../people/index.ts'
import {
  findReaders,
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  sealTexts,
  type Texts,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import type { ForumSubject } from '../peer-review/forum.access.ts'
import { standingTo } from '../peer-review/forum.changes.ts'
import { findForum, findForumsEver } from '../peer-review/forum.store.ts'
import { kindsToLead } from '../peer-review/invited.changes.ts'
import { recommendedMail } from '../peer-review/mails.view.ts'
import type { ReviewId } from '../reviewing/review.ts'
import { findRegister, findReview } from '../reviewing/review.store.ts'
import type { Overseeing } from './recommendation.access.ts'
import {
  decideReport,
  ownerAfter,
  type Recommendation,
  type RecommendationId,
  type RecommendationReport,
  type RecommendationState,
} from './recommendation.ts'
import {
  findOverseen,
  findRecommendation,
  findRecommendationReports,
  insertRecommendation,
  insertRecommendationReport,
  lockRecommendation,
  saveRecommendation,
} from './recommendation.store.ts'

const kind = 'case discussion' as const

/** What its texts are sealed about. */
export const theRecommendation = (id: RecommendationId): Thing => thing('peer recommendation', id)
/** What the words of a report are sealed about. */
export const theReport = (id: RecommendationReport['id']): Thing => thing('peer recommendation report', id)

/** Nobody who has left owns anything. */
const isHere = (leftOn: Day | null, today: Day): boolean => leftOn === null || leftOn >= today

export type RecommendationSubject = ForumSubject & { readonly recommendation: Recommendation }

/** A recommendation as a page's subject, with its forum. */
export async function subjectRecommendation(
  work: Work,
  { recommendation: id }: { recommendation: RecommendationId },
): Promise<RecommendationSubject | null> {
  const recommendation = await findRecommendation(work, id)
  const forum = recommendation && (await findForum(work, recommendation.forum))
  return forum && { ...(await standingTo(work, forum)), recommendation }
}

/** The recommendations that the asker oversees, as facts; `mayOpen`: those whose page is theirs as well. */
export type Overseen = Overseeing & {
  readonly recommendations: readonly Recommendation[]
  readonly mayOpen: ReadonlySet<RecommendationId>
}

/** What the asker oversees: all of the forums that they lead, and what is for the teams that they lead. */
export async function overseenBy(work: Work): Promise<Overseen> {
  const { person, roles } = work.asker
  const forums = await findForumsEver(work)
  const kinds = new Set((await kindsToLead(work)).map((kind) => kind.key))
  const chaired = new Set(forums.filter((one) => one.chairs.includes(person)).map((one) => one.id))
  const led = forums.filter((one) => roles.has('learning lead') || kinds.has(one.type) || chaired.has(one.id))
  const units = await unitsWithBelow(work, await unitsLedBy(work, person, work.today))
  const recommendations = await findOverseen(work, { forums: led.map((one) => one.id), units })
  const mayOpen = recommendations.filter((one) => one.owner === person || chaired.has(one.forum)).map((one) => one.id)
  const leads = roles.has('learning lead') || kinds.size > 0 || chaired.size > 0
  return { recommendations, mayOpen: new Set(mayOpen), leads, leadsTeams: units.length > 0 }
}

async function unitsWithBelow(work: Work, units: readonly UnitId[]): Promise<readonly UnitId[]> {
  if (units.length === 0) return []
  const places = await findUnits(work, work.today)
  return [...new Set(units.flatMap((unit) => [...unitsUnder(places, unit)]))]
}

export type Recommended = {
  readonly owner: PersonId
  readonly unit: UnitId | null
  readonly due: Day
  readonly texts: Texts
  readonly pointed: PointedOut
}

/** Recommends something at a peer review that is open or was held; its owner is told by what waits for them. */
export async function recommend(work: Work, id: ReviewId, what: Recommended): Promise<Decision<RecommendationId>> {
  const review = await findReview(work, id)
  const forum = review && (await findForum(work, review.forum))
  if (!review || !forum) return no('There is no such peer review')
  if (review.state !== 'open' && review.state !== 'held') return no('Recommendations are made once it is open')
  const [owner] = await findPersons(work, [what.owner])
  if (!owner || !isHere(owner.leftOn, work.today)) return no('Choose somebody who works here', 'owner')
  const units = what.unit === null ? [] : await findUnits(work, work.today)
  if (what.unit !== null && !units.some((place) => place.unit === what.unit))
    return no('Choose a team that there is', 'unit')
  const made = { madeBy: work.asker.person, madeAt: work.moment, version: 1, state: 'proposed' as const }
  const { due, unit } = what
  const one = { id: work.newId<'recommendation'>(), forum: forum.id, review: id, owner: owner.id, unit, due, ...made }
  await insertRecommendation(work, one)
  await sealTexts(work, { kind, about: theRecommendation(one.id), version: 1, texts: what.texts })
  const here = (await findRegister(work, id)).filter((each) => each.stands === 'here').map((each) => each.person)
  const known = new Set<PersonId>([work.asker.person])
  await letOnce(work, one.id, { people: [owner.id], because: 'owner', known })
  await letOnce(work, one.id, { people: forum.chairs, because: 'facilitator', known })
  await letOnce(work, one.id, { people: here, because: 'was present', known })
  noteJustified(work, theRecommendation(one.id), what.pointed)
  await tellLeads(work, one)
  writeTrail(work, { deed: 'recommended', about: theRecommendation(one.id), detail: { owner: owner.id } })
  return yes(one.id)
}

/** Whoever leads the team that it is for is told that there is something; what it is, its owner tells them. */
async function tellLeads(work: Work, { unit, owner }: Recommendation): Promise<void> {
  if (unit === null) return
  const leads = (await findLeads(work, work.today)).filter((one) => one.unit === unit).map((one) => one.person)
  for (const lead of new Set(leads))
    if (lead !== owner && lead !== work.asker.person) await writeMail(work, lead, recommendedMail)
}

async function letOnce(
  work: Work,
  id: RecommendationId,
  what: { people: readonly PersonId[]; because: 'owner' | 'facilitator' | 'was present'; known: Set<PersonId> },
): Promise<void> {
  const fresh = what.people.filter((person) => !what.known.has(person))
  for (const person of fresh) what.known.add(person)
  await letRead(
    work,
    theRecommendation(id),
    fresh.map((person) => ({ person, because: what.because, until: null })),
  )
}

export type Reported = {
  readonly state: RecommendationState
  readonly due: Day
  readonly texts: Texts
  readonly version: number
  readonly pointed: PointedOut
}

/** Its owner, or whoever facilitates the forum, says how it stands. */
export async function reportOn(work: Work, id: RecommendationId, what: Reported): Promise<Decision> {
  const found = await lockRecommendation(work, id)
  const forum = found && (await findForum(work, found.forum))
  if (!found || !forum) return no('There is no such recommendation')
  const isChair = forum.chairs.includes(work.asker.person)
  const words = what.texts.words ?? ''
  const decision = decideReport(found, { ...what, words }, { isChair, today: work.today })
  if (!decision.ok) return decision
  const said = { reportedBy: work.asker.person, reportedAt: work.moment }
  const report = { id: work.newId<'report'>(), state: what.state, due: what.due, ...said }
  await insertRecommendationReport(work, id, report)
  const [holder] = await findPersons(work, [found.owner])
  const ownerIsHere = holder !== undefined && isHere(holder.leftOn, work.today)
  const owner = ownerAfter(found, { by: work.asker.person, ownerIsHere })
  await saveRecommendation(work, { ...found, owner, state: what.state, due: what.due, version: found.version + 1 })
  if (words.trim() !== '') await sealReport(work, id, { report, texts: what.texts })
  noteJustified(work, theReport(report.id), what.pointed)
  writeTrail(work, { deed: 'reported on recommendation', about: theRecommendation(id), detail: { state: what.state } })
  return yes()
}

/** The words of a report are read by whoever reads the recommendation. */
async function sealReport(
  work: Work,
  id: RecommendationId,
  { report, texts }: { readonly report: RecommendationReport; readonly texts: Texts },
): Promise<void> {
  await sealTexts(work, { kind, about: theReport(report.id), version: 1, texts })
  const readers = (await findReaders(work, theRecommendation(id))).filter((one) => one.person !== work.asker.person)
  await letRead(
    work,
    theReport(report.id),
    readers.map(({ person, because }) => ({
      person,
      because: because === 'wrote it' ? ('facilitator' as const) : because,
      until: null,
    })),
  )
}

/** The words of a recommendation; '' for whoever may not read them. */
export const wordsOf = async (work: Work, id: RecommendationId): Promise<string> =>
  (await openTexts(work, { about: theRecommendation(id), version: 1 })).texts.words ?? ''

/** What was reported on it with the words, the newest first. */
export async function openReports(
  work: Work,
  id: RecommendationId,
): Promise<readonly (RecommendationReport & { readonly words: string })[]> {
  const shown: (RecommendationReport & { words: string })[] = []
  for (const report of await findRecommendationReports(work, id)) {
    const opened = await openTexts(work, { about: theReport(report.id), version: 1 })
    shown.push({ ...report, words: opened.texts.words ?? '' })
  }
  return shown
}
