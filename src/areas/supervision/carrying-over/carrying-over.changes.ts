// A session that makes good a cancelled one: what somebody prepared for that one need not be typed again. With one button
// it comes along, their choice of cases with it; declarations are made anew, and it is ready when they say so again (SPEC 5.3, 5.4).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { findCasesOf } from '../case/case.store.ts'
import { keepSheet, lookAtOwn, type Own, type PreparationOf, readDraft } from '../preparation/preparation.changes.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { bringCase, leaveOut, openCasesOfSession } from '../bringing/session-case.changes.ts'

/** An earlier session whose preparation may come along. */
export type CarriedFrom = { readonly session: SessionId; readonly day: Day; readonly own: Own }

/** How many cancelled sessions one may have been rebooked from, one after the other. */
const MOST_STEPS = 10

/**
 * The cancelled session for which the asker prepared what may come along to this one; null when there is none, or when
 * they have begun to prepare here.
 */
export async function carriedFrom(work: Work, of: PreparationOf): Promise<CarriedFrom | null> {
  if ((await lookAtOwn(work, of)).preparation) return null
  let before = of.session.rebooks
  for (let step = 0; before !== null && step < MOST_STEPS; step += 1) {
    const session = await findSession(work, before)
    if (!session?.supervisees.includes(work.asker.person) || session.type !== of.session.type) return null
    const own = await lookAtOwn(work, { session })
    if (own.sheets.length > 0) return { session: session.id, day: londonDay(session.startsAt), own }
    before = session.rebooks
  }
  return null
}

/** Brings along what the asker prepared for the cancelled session. SPEC 5.3. */
export async function carryOver(work: Work, of: PreparationOf): Promise<Decision> {
  const from = await carriedFrom(work, of)
  if (!from) return no('There is nothing to bring along, or you have begun to prepare here')
  const open = new Set(
    (await findCasesOf(work, work.asker.person)).filter((one) => one.state === 'open').map((one) => one.id),
  )
  for (const entry of await openCasesOfSession(work, from.session)) {
    if (entry.by !== work.asker.person || !open.has(entry.case)) continue
    const chosen =
      entry.state === 'brought'
        ? await bringCase(work, of.session.id, { case: entry.case })
        : await leaveOut(work, of.session.id, { case: entry.case, why: entry.why })
    if (!chosen.ok) return chosen
  }
  for (const sheet of from.own.sheets) {
    if (sheet.case !== null && !open.has(sheet.case)) continue
    const texts = withoutDeclarations(of, await readDraft(work, sheet))
    const kept = await keepSheet(work, of, { case: sheet.case, fromSave: 0, texts })
    if (!kept.ok) return kept
  }
  writeTrail(work, {
    deed: 'preparation brought along',
    about: thing('session', of.session.id),
    detail: { from: from.session },
  })
  return yes()
}

function withoutDeclarations({ terms }: PreparationOf, texts: Readonly<Record<string, string>>) {
  const declared = new Set(terms.preparation.parts.filter((part) => part.declared).map((part) => part.key))
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !declared.has(key)))
}
