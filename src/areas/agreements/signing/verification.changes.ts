// Whether an agreement lies in the database as it was agreed (SPEC 4.2): every row under the seal over them all, every
// signature under its own, the closed text under the hash that was signed, each text by the hand that the history names, and
// no reader but its parties. Asked whenever its page is opened; whoever alters a byte behind the service's back is found out.
import type { Work } from '../../../platform/work.ts'
import { findReaders, isSignedByOrganisation } from '../../records/index.ts'
import { type Agreement, partOf } from '../agreement/agreement.ts'
import { writersOf } from '../agreement/history.ts'
import { aboutAgreement, type OpenedAgreement, textOfRows } from '../agreement/keeping.changes.ts'
import { findEvents, findRows, findSignatures } from '../agreement/saving.store.ts'
import { canonicalText } from '../text/canonical-text.ts'
import { hashOfText } from '../text/text-hash.changes.ts'
import { isSealed } from './signature.changes.ts'

/** What is not as it was agreed, in sentences for its parties; empty when all is well. `opened` is its newest text. */
export async function findTampering(
  work: Work,
  agreement: Agreement,
  { opened }: { opened: OpenedAgreement | null },
): Promise<readonly string[]> {
  return [
    ...(await faultsOfRows(work, agreement)),
    ...(await faultsOfSignatures(work, agreement)),
    ...(await faultsOfText(work, agreement, { opened })),
    ...(await faultsOfReaders(work, agreement)),
  ]
}

const outside = 'outside this service'

async function faultsOfRows(work: Work, agreement: Agreement): Promise<readonly string[]> {
  const rows = await findRows(work, agreement.id)
  const isWhole =
    rows !== null &&
    isSignedByOrganisation(work, 'agreement seal', {
      text: textOfRows(rows.text),
      signature: rows.seal,
      key: rows.key,
    })
  return isWhole ? [] : [`What is kept about this agreement was changed ${outside}.`]
}

async function faultsOfSignatures(work: Work, agreement: Agreement): Promise<readonly string[]> {
  const all = await findSignatures(work, agreement.id)
  const isWhole = all.every((signature) =>
    isSealed(work, { id: agreement.id, closing: signature.closing }, { signature }),
  )
  return isWhole ? [] : [`A signature was changed ${outside}.`]
}

async function faultsOfText(
  work: Work,
  agreement: Agreement,
  { opened }: { opened: OpenedAgreement | null },
): Promise<readonly string[]> {
  if (!opened || opened.opened.spoiled.length > 0) return [`The text is gone, or was changed ${outside}.`]
  const writer = writersOf(await findEvents(work, agreement.id)).get(agreement.version)
  const { writtenBy, writtenAt, isOneHand } = opened.opened
  if (!isOneHand || writer?.by !== writtenBy || writer?.at !== writtenAt)
    return [`Who wrote the text, or when, was changed ${outside}.`]
  if (agreement.textHash === null) return []
  return isTextSigned(agreement.textHash, opened) ? [] : ['The text is not the one that was closed for signing.']
}

/** The canonical text has the hash, and says what the page shows. */
function isTextSigned(hash: string, { agreed, canonical, text }: OpenedAgreement): boolean {
  if (!agreed || canonical === null || hashOfText(canonical) !== hash) return false
  return canonicalText({ ...agreed, ...text }) === canonical
}

async function faultsOfReaders(work: Work, agreement: Agreement): Promise<readonly string[]> {
  const readers = await findReaders(work, aboutAgreement(agreement))
  const isOwn =
    readers.length === agreement.parties.length &&
    readers.every(({ person, because, until }) => {
      const part = partOf(agreement, person)
      return part !== null && (because === part || because === 'wrote it') && until === null
    })
  return isOwn ? [] : [`Who may read this agreement was changed ${outside}.`]
}
