// The foot of a confidential page, with names: who can see a thing's texts and why, and who has (SPEC 12.1, DESIGN 5).
import { type VNode, WhoCanSee } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type Reader, type Thing, whoSees } from '../../records/index.ts'
import { namesOf } from '../register/person.store.ts'

/** Reasons for reading that this page calls by plainer words of its own. */
export type ReasonsCalled = Partial<Record<Reader['because'], string>>

/**
 * Who can see one thing, and who has; null when nothing of it has been sealed yet. `what` names it on the page: "this record",
 * "Ben Carter’s part". Asked for after the texts were opened, so that what is shown is what was sealed.
 */
export async function whoSeesFoot(
  work: Work,
  about: Thing,
  { what, notThese, called }: { what: string; notThese?: string; called?: ReasonsCalled },
): Promise<VNode | null> {
  const { can, has } = await whoSees(work, about)
  if (can.length === 0) return null
  const names = await namesOf(
    work,
    [...can, ...has].map((one) => one.person),
  )
  const nameOf = (one: { person: Reader['person'] }) => names.get(one.person) ?? 'Somebody who is no longer here'
  return (
    <WhoCanSee
      what={what}
      id={`who-${about.kind.replaceAll(' ', '-')}-${about.id}`}
      viewers={can.map((one) => ({ who: nameOf(one), why: whyWords(one, called) }))}
      looks={has.map((one) => ({ who: nameOf(one), when: formatMoment(one.last) }))}
      notThese={notThese}
    />
  )
}

const whyWords = ({ because, until }: Reader, called: ReasonsCalled = {}): string => {
  const why = called[because] ?? because
  return until === null ? why : `${why}, until ${formatMoment(until)}`
}
