// Preparing: sheets kept as they are typed, and a preparation that is said to be ready. The words are sealed; a draft is its
// author's alone, and what is ready is read by the supervisor from then on (SPEC 5.4, 12.2, 12.3).
import { type Decision, no } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Typed } from '../../../platform/web/page.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { openActionsOf } from '../../actions/index.ts'
import {
  draftVersion,
  letRead,
  noteJustified,
  openTexts,
  type PointedOut,
  type Reader,
  type SealedKind,
  sealTexts,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import type { StoredSession } from '../session/session.ts'
import type { PreparationTerms } from '../terms/preparation-terms.ts'
import type { Terms } from '../terms/terms.ts'
import {
  type CaseToPrepare,
  declares,
  type Gathered,
  lacksOf,
  makeReady,
  mayPrepare,
  type PreparationFacts,
  saveSheet,
  type Sheet,
  type SheetTexts,
} from './preparation.ts'
import {
  findPreparation,
  findSheets,
  openPreparation,
  openSheet,
  savePreparation,
  saveSheetFacts,
} from './preparation.store.ts'

/** What a deed of preparing is about: the session, and what the policy asks before it. */
export type PreparationOf = {
  readonly session: StoredSession
  readonly terms: Terms & { preparation: PreparationTerms }
}

const aboutDraft = (sheet: Pick<Sheet, 'id'>): Thing => thing('preparation draft', sheet.id)
/** What was ready of a sheet, as a thing with readers; its draft is another, its author's alone. */
export const aboutSheet = (sheet: Pick<Sheet, 'id'>): Thing => thing('preparation', sheet.id)

function sealedAs({ caseWork, preparation }: PreparationOf['terms']): SealedKind {
  if (preparation.private) return 'note'
  return caseWork ? 'case discussion' : 'one-to-one record'
}

/** A preparation with the sheets that were begun. */
export type Own = {
  readonly preparation: PreparationFacts | null
  readonly sheets: readonly Sheet[]
}

/** The asker's own preparation for a session as it stands; nothing is made by looking. */
export async function lookAtOwn(work: Work, { session }: Pick<PreparationOf, 'session'>): Promise<Own> {
  const preparation = await findPreparation(work, session.id, work.asker.person)
  return { preparation, sheets: preparation ? await findSheets(work, preparation.id) : [] }
}

/** The sheet about a case, or about oneself, when it was begun. */
export const sheetAbout = (own: Own, about: Id<'case'> | null): Sheet | null =>
  own.sheets.find((sheet) => sheet.case === about) ?? null

/** What was last typed on a sheet, for its author alone; nothing for one that was not begun. */
export async function readDraft(work: Work, sheet: Sheet | null): Promise<SheetTexts> {
  return sheet ? (await openTexts(work, { about: aboutDraft(sheet), version: draftVersion })).texts : {}
}

/**
 * The save that a form goes on from: the one it was typed on, or the newest when nothing in that is different from what is
 * sent now, as after an autosave whose answer came too late. Null when something was saved elsewhere meanwhile.
 */
export async function newestSave(
  work: Work,
  sheet: Sheet | null,
  { form, texts }: { form: Typed; texts: SheetTexts },
): Promise<number | null> {
  const fromSave = Number(firstOf(form, '_version'))
  if (!sheet || sheet.save === fromSave) return fromSave
  const kept = await readDraft(work, sheet)
  return Object.entries(texts).every(([key, text]) => (kept[key] ?? '') === text) ? sheet.save : null
}

/** Keeps what has been typed on one sheet; refused with nothing lost when it was typed on an older page. */
export async function keepSheet(
  work: Work,
  of: PreparationOf,
  what: { case: Id<'case'> | null; fromSave: number; texts: SheetTexts; pointed?: PointedOut | null },
): Promise<Decision<Sheet>> {
  const may = mayPrepare(of.session, work.asker.person, of.terms.preparation, work.moment)
  if (!may.ok) return may
  const preparation = await openPreparation(work, of.session.id, { private: of.terms.preparation.private })
  const decision = saveSheet(await openSheet(work, preparation.id, what.case), what.fromSave)
  if (!decision.ok) return decision
  await saveSheetFacts(work, decision.value)
  await savePreparation(work, { ...preparation, changed: preparation.version > 0, savedAt: work.moment })
  const sealing = { kind: sealedAs(of.terms), about: aboutDraft(decision.value), version: draftVersion }
  await sealTexts(work, { ...sealing, texts: what.texts })
  if (what.pointed) noteJustified(work, sealing.about, what.pointed)
  return decision
}

/** How many own actions are due by the session and have not been reported on. */
export async function unreportedBy(work: Work, { session }: Pick<PreparationOf, 'session'>): Promise<number> {
  const day = londonDay(session.startsAt)
  const open = await openActionsOf(work, [work.asker.person])
  return open.filter((action) => action.owner === work.asker.person && action.due <= day).length
}

/** Says that a preparation is ready: from now on its readers see it as it is now (SPEC 5.4). */
export async function sayReady(
  work: Work,
  of: PreparationOf,
  what: { fromSave: number; texts: SheetTexts; cases: readonly CaseToPrepare[]; pointed?: PointedOut | null },
): Promise<Decision<PreparationFacts>> {
  const { preparation: asked } = of.terms
  const may = mayPrepare(of.session, work.asker.person, asked, work.moment)
  if (!may.ok) return may
  const parts = asked.parts.filter((part) => part.forEach === null)
  const gathered: Gathered = { parts, texts: what.texts, cases: what.cases, unreported: await unreportedBy(work, of) }
  // Judged before anything is written: a page that comes back with faults shows what was kept before.
  const lacks = lacksOf(asked, gathered)
  if (lacks[0]) return no(lacks[0].words, lacks[0].field)
  const kept = await keepSheet(work, of, { ...what, case: null })
  if (!kept.ok) return kept
  const { preparation, sheets } = await lookAtOwn(work, of)
  if (!preparation) return no('Nothing has been typed yet')
  const decision = makeReady(preparation, { lacks, recordsReviewed: declares(parts, what.texts) }, work.moment)
  if (!decision.ok) return decision
  await savePreparation(work, decision.value)
  if (!asked.private) await handOver(work, of, { preparation: decision.value, sheets, gathered })
  writeTrail(work, { deed: 'preparation ready', about: thing('preparation', decision.value.id) })
  return decision
}

/** Seals what is ready as a version that does not change, and lets its readers in. What is private stays in the draft. */
async function handOver(
  work: Work,
  of: PreparationOf,
  what: { preparation: PreparationFacts; sheets: readonly Sheet[]; gathered: Gathered },
): Promise<void> {
  const secret = of.terms.preparation.parts.filter((part) => part.private).map((part) => part.key)
  const isSecret = (key: string) => secret.some((one) => key === one || key.startsWith(`${one}--`))
  for (const sheet of what.sheets) {
    const about = what.gathered.cases.find((one) => one.id === sheet.case)
    if (sheet.case !== null && about?.choice !== 'brought') continue
    const typed = sheet.case === null ? what.gathered.texts : (about?.texts ?? {})
    const texts = Object.fromEntries(Object.entries(typed).filter(([key]) => !isSecret(key)))
    await sealTexts(work, {
      kind: sealedAs(of.terms),
      about: aboutSheet(sheet),
      version: what.preparation.version,
      texts,
    })
    await letRead(work, aboutSheet(sheet), readersOf(work.asker.person, of))
  }
}

/** The supervisor; in a group the others of it only where the policy says so. */
function readersOf(author: PersonId, { session, terms }: PreparationOf): readonly Reader[] {
  const supervisor: Reader = { person: session.supervisor, because: 'supervisor', until: null }
  if (!terms.preparation.sharedWithGroup) return [supervisor]
  const others = session.supervisees.filter((person) => person !== author)
  return [supervisor, ...others.map((person): Reader => ({ person, because: 'member', until: null }))]
}

/** What was ready of a preparation, sheet by sheet, for its readers; empty for everybody else. */
export async function readReady(
  work: Work,
  preparation: PreparationFacts,
): Promise<readonly { sheet: Sheet; texts: SheetTexts }[]> {
  if (preparation.version === 0 || preparation.private) return []
  const read: { sheet: Sheet; texts: SheetTexts }[] = []
  for (const sheet of await findSheets(work, preparation.id)) {
    const opened = await openTexts(work, { about: aboutSheet(sheet), version: preparation.version })
    if (opened.writtenAt !== null) read.push({ sheet, texts: opened.texts })
  }
  return read
}

/** The terms of preparing, or null when the policy asks for no preparation. */
export const preparationOf = (session: StoredSession, terms: Terms | null): PreparationOf | null =>
  terms?.preparation ? { session, terms: { ...terms, preparation: terms.preparation } } : null
