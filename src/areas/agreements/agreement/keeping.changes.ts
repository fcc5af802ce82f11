// What every deed does at its end: save how the agreement stands, add what happened, lay a new seal over everything that is
// stored of it, leave a line on the trail. And opening its text, for its parties alone.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  openTexts,
  type Opened,
  sealTexts,
  signAsOrganisation,
  type Thing,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { policyHistory } from '../../policy/index.ts'
import type { AgreedText } from '../text/canonical-text.ts'
import type { Agreement, AgreementId } from './agreement.ts'
import { findAgreement } from './agreement.store.ts'
import type { AgreementText } from './clauses.ts'
import type { AgreementEvent } from './history.ts'
import { addEvents, findRows, saveAgreement, saveSeal } from './saving.store.ts'
import { type AgreementTemplate, templateOn } from './template.view.ts'

/** What the texts of an agreement are sealed about, and what its lines on the trail are about. */
export const aboutAgreement = ({ id }: { readonly id: Id<'agreement'> }): Thing => thing('agreement', id)

export const changedMeanwhile = 'This was changed meanwhile. Look at it again first'

export type Happened = Pick<AgreementEvent, 'kind'> & Partial<Pick<AgreementEvent, 'step' | 'clause'>>

/** Saves an agreement as it is after a deed, with what happened, under a new seal. `deed` is the line on the trail. */
export async function keep(
  work: Work,
  agreement: Agreement,
  { happened, deed }: { happened: readonly Happened[]; deed: string },
): Promise<Decision<Agreement>> {
  if (!(await saveAgreement(work, agreement))) return no(changedMeanwhile)
  await note(work, agreement, { happened })
  await sealRows(work, agreement.id)
  writeTrail(work, { deed, about: aboutAgreement(agreement), detail: { version: agreement.version } })
  return yes(agreement)
}

/** Adds to what happened. The seal is laid afterwards. */
export async function note(
  work: Work,
  agreement: Pick<Agreement, 'id' | 'version'>,
  { happened }: { happened: readonly Happened[] },
): Promise<void> {
  const shared = { version: agreement.version, by: work.asker.person, at: work.moment }
  await addEvents(
    work,
    agreement.id,
    happened.map(({ kind, step = null, clause = null }) => ({ kind, step, clause, ...shared })),
  )
}

/** Lays a seal over everything that is stored of an agreement now. Throws KeyMissing. */
export async function sealRows(work: Work, id: AgreementId): Promise<void> {
  const rows = await findRows(work, id)
  if (!rows) return
  const { signature, key } = await signAsOrganisation(work, 'agreement seal', { text: textOfRows(rows.text) })
  await saveSeal(work, id, { seal: signature, key })
}

/** The exact text that the seal over an agreement's rows is made of. */
export const textOfRows = (rows: string): string => `mcs agreement rows 1\n${rows}`

/** Seals a text as the version that the agreement has now. */
export const sealText = (
  work: Work,
  agreement: Pick<Agreement, 'id' | 'version'>,
  { text, more = {} }: { text: AgreementText; more?: Readonly<Record<string, string>> },
): Promise<void> =>
  sealTexts(work, {
    kind: 'agreement',
    about: aboutAgreement(agreement),
    version: agreement.version,
    texts: { text: JSON.stringify(text), ...more },
  })

/** An agreement's text as it lies there, opened by one of its parties. */
export type OpenedAgreement = {
  readonly agreement: Agreement
  readonly text: AgreementText
  /** Everything that was closed for signing, and its canonical text; null while it is adapted. */
  readonly agreed: AgreedText | null
  readonly canonical: string | null
  readonly opened: Opened
}

/**
 * Opens the newest text of an agreement as the asker, or an earlier `version`, and leaves a line on the trail. Null for
 * everybody who is no reader of it, and when it would not open (SPEC 4.2, 12.3).
 */
export async function openAgreementText(
  work: Work,
  id: AgreementId,
  what: { version?: number } = {},
): Promise<OpenedAgreement | null> {
  const agreement = await findAgreement(work, id)
  return agreement && openTextOf(work, agreement, what)
}

/** The same of an agreement that was found, or is held, in this work. */
export async function openTextOf(
  work: Work,
  agreement: Agreement,
  { version }: { version?: number } = {},
): Promise<OpenedAgreement | null> {
  const opened = await openTexts(work, { about: aboutAgreement(agreement), version: version ?? agreement.version })
  const { text, agreed, canonical } = opened.texts
  if (text === undefined) return null
  return {
    agreement,
    text: JSON.parse(text) as AgreementText,
    agreed: agreed === undefined ? null : (JSON.parse(agreed) as AgreedText),
    canonical: canonical ?? null,
    opened,
  }
}

/** The template of a key as it is in force today; null when there is none any more. */
export const templateToday = async (work: Work, key: string): Promise<AgreementTemplate | null> =>
  templateOn(await policyHistory(work), work.today, key)
