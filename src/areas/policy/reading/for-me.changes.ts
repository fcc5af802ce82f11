// The rows of the policy that are for the asker, from their posts and roles of today.
import { numberOfDay } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { findUnits, holdsOn, postsOf } from '../../people/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { type MyRow, rowsForMe } from './for-me.ts'

/** What these packs ask for the asker, today. Nothing for somebody without a post. */
export async function myRows(work: Work, packs: readonly PolicyPack[]): Promise<readonly MyRow[]> {
  const posts = (await postsOf(work, work.asker.person)).filter((post) => holdsOn(post, work.today))
  const units = new Map((await findUnits(work, work.today)).map((place) => [place.unit, place]))
  const above = (unit: (typeof posts)[number]['unit']): string[] => {
    const names: string[] = []
    for (let at = unit ? units.get(unit) : undefined; at && names.length < 50; )
      at = names.push(at.name) && at.parent ? units.get(at.parent) : undefined
    return names
  }
  const listed = (word: string | null) => (word === null ? [] : [word])
  return rowsForMe(packs, {
    today: numberOfDay(work.today),
    roles: work.asker.roles,
    posts: posts.map((post) => ({
      staffGroups: listed(post.staffGroup),
      professions: listed(post.profession),
      trainingStages: listed(post.trainingStage),
      units: above(post.unit),
      kind: post.kind,
      band: post.band,
      caseload: post.caseload,
      hours: post.hoursPerWeek,
    })),
  })
}
