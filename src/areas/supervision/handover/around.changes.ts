// A case and the people it is anything to: looked up before any page of it, so that access can be judged by facts alone.
import type { Work } from '../../../platform/work.ts'
import { findReaders, openTexts, thing } from '../../records/index.ts'
import type { Handover } from './handover.ts'
import { findHandovers } from './handover.store.ts'
import type { CaseAround } from '../case/case.access.ts'
import { aboutCase, detailsFrom } from '../case/case.changes.ts'
import type { Case, CaseFacts, CaseId } from '../case/case.ts'
import { findCase } from '../case/case.store.ts'

export type Around = CaseAround & { readonly handovers: readonly Handover[] }

/** The case with its readers and handovers; null when there is none here. */
export async function aroundCase(work: Work, id: CaseId): Promise<Around | null> {
  const first = await findCase(work, id)
  if (!first) return null
  const readers = (await findReaders(work, aboutCase(first))).map((one) => one.person)
  const handovers = await findHandovers(work, id)
  // Accepted between these questions: who it was offered to holds it now, and must not be told that there is none.
  const facts = handovers.some((one) => one.state === 'accepted' && one.to !== first.holder)
    ? ((await findCase(work, id)) ?? first)
    : first
  const holdersBefore = handovers.filter((one) => one.state === 'accepted').map((one) => one.from)
  return { facts, readers, holdersBefore, handovers }
}

/** The case as it was on the day the asker handed it over, and to whom, whatever became of it since; null for everybody else. Leaves a line on the trail. */
export async function openAsItWas(work: Work, { facts, handovers }: Around): Promise<Case | null> {
  const mine = handovers.find((one) => one.from === work.asker.person && one.before !== null)
  if (!mine?.before) return null
  const { details, version } = mine.before
  const opened = await openTexts(work, { about: thing('case', details), version })
  const then: CaseFacts = { ...facts, holder: mine.to, state: 'open', closedOn: null, details, version }
  return { ...then, ...detailsFrom(opened.texts), spoiled: opened.spoiled }
}
