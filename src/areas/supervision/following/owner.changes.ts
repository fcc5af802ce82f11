// Giving a recommendation to somebody else, so that one is never left with nobody: whoever facilitates its forum does, above all when
// whoever saw to it has left. What was written of it goes with it, as far as the giver may read it.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { findReaders, letRead, mayLetRead, type Thing, writeTrail } from '../../records/index.ts'
import { findForumsEver } from '../peer-review/forum.store.ts'
import { theRecommendation, theReport } from '../recommendation/recommendation.changes.ts'
import {
  findOpenRecommendations,
  findRecommendationReports,
  lockRecommendation,
  saveRecommendation,
} from '../recommendation/recommendation.store.ts'
import { decideOwner, type Recommendation, type RecommendationId } from '../recommendation/recommendation.ts'

/** Gives a recommendation that is not settled to somebody who works here. */
export async function giveRecommendation(
  work: Work,
  id: RecommendationId,
  { owner, version }: { readonly owner: PersonId; readonly version: number },
): Promise<Decision> {
  const one = await lockRecommendation(work, id)
  if (!one) return no('There is no such recommendation')
  const [person] = await findPersons(work, [owner])
  const isHere = person !== undefined && (person.leftOn === null || person.leftOn >= work.today)
  const decision = decideOwner(one, { owner, version, isHere })
  if (!decision.ok) return decision
  await saveRecommendation(work, { ...one, owner, version: version + 1 })
  const reports = await findRecommendationReports(work, id)
  for (const about of [theRecommendation(id), ...reports.map((report) => theReport(report.id))])
    await letOwnerRead(work, about, owner)
  writeTrail(work, { deed: 'recommendation given', about: theRecommendation(id), detail: { owner } })
  return yes()
}

async function letOwnerRead(work: Work, about: Thing, owner: PersonId): Promise<void> {
  const readers = await findReaders(work, about)
  if (readers.some((one) => one.person === owner) || !(await mayLetRead(work, about))) return
  await letRead(work, about, [{ person: owner, because: 'owner', until: null }])
}

/** Those of forums that the asker facilitates, not settled, whose owner has left. */
export async function leftWithNobody(work: Work): Promise<readonly Recommendation[]> {
  const mine = (await findForumsEver(work)).filter((one) => one.chairs.includes(work.asker.person))
  if (mine.length === 0) return []
  const open = await findOpenRecommendations(
    work,
    mine.map((one) => one.id),
  )
  const owners = await findPersons(work, [...new Set(open.map((one) => one.owner))])
  const gone = new Set(owners.filter((one) => one.leftOn !== null && one.leftOn < work.today).map((one) => one.id))
  return open.filter((one) => gone.has(one.owner))
}
