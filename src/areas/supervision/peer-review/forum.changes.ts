// Beginning, changing and ending a forum of peer review, and who facilitates it. Each leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits } from '../../people/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import type { ForumSubject } from './forum.access.ts'
import { decideForum, decideJoining, decideLeaving, type Forum, type ForumId, type ForumWish } from './forum.ts'
import { findForum, insertForum, lockForum, saveForum } from './forum.store.ts'
import { isInvitedTo, kindsToLead } from './invited.changes.ts'

const theForum = (id: ForumId) => thing('peer forum', id)

/** A forum as a page's subject, with how the asker stands to it; null when there is none of that id here. */
export async function subjectForum(work: Work, { forum: id }: { forum: ForumId }): Promise<ForumSubject | null> {
  const forum = await findForum(work, id)
  return forum && standingTo(work, forum)
}

/** How the asker stands to a forum. */
export async function standingTo(work: Work, forum: Forum): Promise<ForumSubject> {
  const invited = await isInvitedTo(work, work.asker.person, forum)
  const leads = (await kindsToLead(work)).some((kind) => kind.key === forum.type)
  return { forum, invited, leads }
}

/** Begins a forum that the asker facilitates (SPEC 5.8). */
export async function beginForum(work: Work, wish: ForumWish): Promise<Decision<ForumId>> {
  const types = (await kindsToLead(work)).map((kind) => kind.key)
  const decision = decideForum(wish, { types })
  if (!decision.ok) return decision
  if (!(await areTeams(work, wish))) return no('Choose teams that there are', 'units')
  const id = work.newId<'forum'>()
  const begun = { openedBy: work.asker.person, openedAt: work.moment, closedAt: null, version: 1 }
  await insertForum(work, { ...wish, id, chairs: [work.asker.person], ...begun })
  writeTrail(work, { deed: 'peer review forum begun', about: theForum(id) })
  return yes(id)
}

async function areTeams(work: Work, { units }: ForumWish): Promise<boolean> {
  if (units.length === 0) return true
  const known = new Set((await findUnits(work, work.today)).map((place) => place.unit))
  return units.every((unit) => known.has(unit))
}

/** Gives a forum another name or invites others; refused when somebody else changed it meanwhile. */
export async function changeForum(
  work: Work,
  id: ForumId,
  what: Omit<ForumWish, 'type'> & { readonly version: number },
): Promise<Decision> {
  const forum = await lockForum(work, id)
  if (!forum) return no('There is no such forum')
  if (forum.closedAt !== null) return no('This forum has ended')
  const { version, ...wish } = what
  const decision = decideForum({ ...wish, type: forum.type }, { types: [forum.type] })
  if (!decision.ok) return decision
  if (!(await areTeams(work, { ...wish, type: forum.type }))) return no('Choose teams that there are', 'units')
  if (forum.version !== version) return no('Somebody changed this forum meanwhile. Look at it again, then change it')
  await saveForum(work, { ...forum, ...wish, version: version + 1 })
  writeTrail(work, { deed: 'peer review forum changed', about: theForum(id) })
  return yes()
}

/** The asker facilitates the forum from now on, beside those who do. What was said before stays with those who were there. */
export async function joinForum(work: Work, id: ForumId): Promise<Decision> {
  const forum = await lockForum(work, id)
  if (!forum) return no('There is no such forum')
  const decision = decideJoining(forum, work.asker.person)
  if (!decision.ok) return decision
  await saveForum(work, { ...forum, chairs: [...forum.chairs, work.asker.person], version: forum.version + 1 })
  writeTrail(work, { deed: 'peer review forum joined', about: theForum(id) })
  return yes()
}

/** The asker no longer facilitates the forum. */
export async function leaveForum(work: Work, id: ForumId): Promise<Decision> {
  const forum = await lockForum(work, id)
  if (!forum) return no('There is no such forum')
  const decision = decideLeaving(forum, work.asker.person)
  if (!decision.ok) return decision
  const chairs = forum.chairs.filter((one) => one !== work.asker.person)
  await saveForum(work, { ...forum, chairs, version: forum.version + 1 })
  writeTrail(work, { deed: 'peer review forum left', about: theForum(id) })
  return yes()
}

/** Ends a forum. What was held and recommended stays; recommendations are still followed by their owners. */
export async function closeForum(work: Work, id: ForumId): Promise<Decision> {
  const forum = await lockForum(work, id)
  if (!forum) return no('There is no such forum')
  if (forum.closedAt !== null) return no('This forum has ended already')
  await saveForum(work, { ...forum, closedAt: work.moment, version: forum.version + 1 })
  writeTrail(work, { deed: 'peer review forum ended', about: theForum(id) })
  return yes()
}
