// Whom a forum of peer review invites, and which kinds somebody may lead: asked of the register and of the policy, each time.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits, postsOn, type UnitId, unitsUnder } from '../../people/index.ts'
import { policyOn, rowsOfPeople, sameWord } from '../../policy/index.ts'
import { whomMaySupervise } from '../booking/eligibility.changes.ts'
import { type Forum, type Invitable, invites } from './forum.ts'

/** The kinds of peer review that the asker may lead today, by key and name. */
export async function kindsToLead(work: Work): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const { types } = await policyOn(work)
  const me = work.asker.person
  const kinds: { key: string; name: string }[] = []
  for (const { key, name } of types.filter((type) => type.format === 'peer review')) {
    const { may } = await whomMaySupervise(work, { supervisor: me, type: key, people: [me], day: work.today })
    if (may.has(me)) kinds.push({ key, name })
  }
  return kinds
}

/** Those of these forums that invite somebody today. */
export async function forumsInviting(
  work: Work,
  person: PersonId,
  forums: readonly Forum[],
): Promise<readonly Forum[]> {
  if (forums.length === 0) return []
  const units = (await postsOn(work, work.today, [person])).flatMap((post) => post.unit ?? [])
  const types = forums.some((forum) => forum.asked) ? await typesAskedOf(work, person) : new Set<string>()
  const places = forums.some((forum) => forum.units.length > 0) ? await findUnits(work, work.today) : []
  return forums.filter((forum) => {
    const one: Invitable = { units, asked: types.has(sameWord(forum.type)) }
    return invites(forum, one, new Set<UnitId>(forum.units.flatMap((unit) => [...unitsUnder(places, unit)])))
  })
}

async function typesAskedOf(work: Work, person: PersonId): Promise<ReadonlySet<string>> {
  const { packs } = await policyOn(work)
  const rows = await rowsOfPeople(work, packs, { people: [person], day: work.today })
  return new Set((rows.get(person) ?? []).flatMap((row) => row.types))
}

/** Whether a forum invites somebody today. */
export const isInvitedTo = async (work: Work, person: PersonId, forum: Forum): Promise<boolean> =>
  (await forumsInviting(work, person, [forum])).length > 0
