// Ground rules as the subject of a page, with who belongs to the set: the area that knows sets says so.
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type About, type Agreement, type AgreementId, isOpen } from '../agreement/agreement.ts'
import { findAgreement, findAgreementsAbout } from '../agreement/agreement.store.ts'
import type { RulesSubject } from './rules.access.ts'

declare module '../../../platform/area.ts' {
  interface Questions {
    /** How what an agreement is about is called, such as a set, and everybody who belongs to it today; one answer, from the area that knows it. */
    'who belongs to it now': { about: About; answer: { readonly name: string; readonly people: readonly PersonId[] } }
  }
}

/** Rules as a page's subject; null when there is no such agreement, or it is a contract. */
export async function subjectRules(
  work: Work,
  { agreement: id }: { agreement: AgreementId },
): Promise<RulesSubject | null> {
  const agreement = await findAgreement(work, id)
  return agreement?.kind === 'ground rules' ? { agreement, peopleNow: await peopleNowOf(work, agreement) } : null
}

/**
 * Who takes part in these rules now, as long as they are not signed: those who belong to the set; nobody when later ones were
 * begun. Null when everybody who is named does: rules that all signed, or that are about nothing that anybody knows.
 */
export async function peopleNowOf(work: Work, agreement: Agreement): Promise<readonly PersonId[] | null> {
  const { about, from } = agreement
  if (!about || from !== null) return null
  const others = (await findAgreementsAbout(work, about)).filter((one) => one.state !== 'withdrawn')
  const isLater = (one: Agreement) => one.follows === agreement.id || one.startedAt > agreement.startedAt
  return isOpen(agreement) && others.some(isLater) ? [] : whoBelongs(work, agreement)
}

/** Who belongs today to what rules that nobody has settled are about; null when that is not known, or they are settled. */
async function whoBelongs(work: Work, { about, from }: Agreement): Promise<readonly PersonId[] | null> {
  if (!about || from !== null) return null
  const [answer] = await work.ask('who belongs to it now', about)
  return answer?.people ?? null
}

/** How the set is called that agrees these rules; "your set" when nobody knows. */
export async function setNameOf(work: Work, { about }: Agreement): Promise<string> {
  const [answer] = about ? await work.ask('who belongs to it now', about) : []
  return answer?.name ?? 'your set'
}

/** An agreement as a page's subject. Rules that were not signed are not there for whoever has left the set since. */
export async function subjectAgreement(
  work: Work,
  { agreement: id }: { agreement: AgreementId },
): Promise<Agreement | null> {
  const agreement = await findAgreement(work, id)
  return agreement && (await hasLeftIt(work, agreement)) ? null : agreement
}

/** Whether the asker has left what these rules are about before they were signed: they read nothing of them any more. */
export async function hasLeftIt(work: Work, agreement: Agreement): Promise<boolean> {
  const people = await whoBelongs(work, agreement)
  return people !== null && !people.includes(work.asker.person)
}
