// The receipt as it is printed (SPEC 4.2): the exact text, word for word and in its order, then the signatures as a table and
// the hash in letters and words. What a reader of the PDF hears or copies is the text that was signed and nothing in between.
import type { PdfDocument, PdfPart } from '../../../platform/pdf/document.ts'
import { addDays } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { AgreedText } from '../text/canonical-text.ts'
import { groupedHash, spokenHash } from '../text/spoken-hash.ts'
import { ATTACHMENT, type Holding, type Receipt } from './receipt.ts'

/** The receipt of an agreed text as a document; `sealed` is the receipt as plain text under its seal, which goes inside. */
export function paperOf(receipt: Receipt, { agreed, sealed }: { agreed: AgreedText; sealed: string }): PdfDocument {
  return {
    title: `${agreed.title}: receipt`,
    author: agreed.organisation,
    madeAt: receipt.madeAt,
    foot: `Receipt of a signed agreement · ${agreed.organisation}`,
    parts: [
      bannerOf(receipt),
      ...textParts(receipt.text),
      ...signatureParts(receipt),
      ...hashParts(receipt),
      ...checkParts(receipt),
    ],
    attachment: {
      name: ATTACHMENT,
      description: 'The receipt as plain text, with the seal of every signature',
      type: 'text/plain',
      text: sealed,
    },
  }
}

const bannerOf = ({ signatures, holds, madeAt }: Receipt): PdfPart => ({
  kind: 'banner',
  name: 'Receipt of a signed agreement',
  texts: [
    `Signed by ${listed(signatures.map(({ name }) => name))}.`,
    ...holdingSentences(holds),
    `Made on ${formatMoment(madeAt)}. Every byte of this file is under seal: its last part says how to check it.`,
  ],
})

/** 'Ben Carter and Amina Yusuf' */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

/** How it stood when the receipt was made, in sentences for people. */
export function holdingSentences({ from, until, ended }: Holding): readonly string[] {
  if (from === null) return []
  if (ended !== null) return [`In force from ${formatDay(from)}. It was ended on ${formatDay(ended)}.`]
  const last = until === null ? '' : ` to ${formatDay(addDays(until, -1))}`
  return [`In force from ${formatDay(from)}${last}.`]
}

const heading = (level: 1 | 2 | 3, text: string): PdfPart => ({ kind: 'heading', level, text })
const plain = (...texts: readonly string[]): PdfPart => ({ kind: 'words', look: 'plain', texts })

/** The exact text, line by line: what stands at the edge, two and four spaces in look different and say the same. */
export function textParts(text: string): readonly PdfPart[] {
  const [title = '', subtitle = '', ...rest] = text.split('\n')
  const parts: PdfPart[] = [heading(1, title), { kind: 'words', look: 'lead', texts: [subtitle] }]
  let section = ''
  for (const line of rest) {
    if (line === '') continue
    if (!line.startsWith(' ')) section = line
    parts.push(partOf(line, section))
  }
  return joinedNotes(parts)
}

function partOf(line: string, section: string): PdfPart {
  if (!line.startsWith(' ')) return heading(2, line)
  if (line.startsWith('    ')) return plain(line.slice(4))
  const text = line.slice(2)
  if (section === 'What we agree' && /^\d+\./.test(text)) return heading(3, text)
  if (section === 'Between' && /^\d+\./.test(text)) return { kind: 'words', look: 'strong', texts: [text] }
  if (section === 'Filled in') return { kind: 'words', look: 'strong', texts: [text] }
  if (section === 'How long it holds') return plain(text)
  return { kind: 'words', look: 'notes', texts: [text] }
}

/** Small remarks that follow each other stand on one line. */
function joinedNotes(parts: readonly PdfPart[]): readonly PdfPart[] {
  const joined: PdfPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (isNotes(part) && last && isNotes(last)) joined.splice(-1, 1, { ...last, texts: [...last.texts, ...part.texts] })
    else joined.push(part)
  }
  return joined
}

const isNotes = (part: PdfPart): part is Extract<PdfPart, { kind: 'words' }> =>
  part.kind === 'words' && part.look === 'notes'

const signatureParts = ({ signatures }: Receipt): readonly PdfPart[] => [
  heading(2, 'Signatures'),
  {
    kind: 'table',
    columns: [
      { heading: 'Name', share: 5 },
      { heading: 'As', share: 4 },
      { heading: 'Name as typed', share: 6, handwritten: true },
      { heading: 'Signed', share: 6 },
      { heading: 'Confirmed by', share: 5 },
    ],
    rows: signatures.map(({ name, as, typedName, at, means }) => [name, as, typedName, formatMoment(at), means]),
  },
]

const hashParts = ({ textHash }: Receipt): readonly PdfPart[] => [
  heading(2, 'Hash of the text'),
  plain('SHA-256 of the exact text that was signed. Two people who hear the same words have the same text.'),
  heading(3, 'In letters and digits'),
  { kind: 'letters', lines: groupedHash(textHash, 8) },
  heading(3, 'In words, to read aloud'),
  { kind: 'letters', lines: spokenHash(textHash, 8) },
]

const checkParts = ({ keys }: Receipt): readonly PdfPart[] => [
  heading(2, 'How to check this receipt'),
  plain('Give this file to this page of the service, or to its command. Neither looks anything up:'),
  { kind: 'letters', lines: ['/agreements/check', 'bin/manage verify-agreement FILE'] },
  plain(
    'If one byte of the file is another, the check fails. Printing it, or saving it anew with another program, takes the seal away.',
    'Then ask the organisation, by a way that you trust, for the fingerprint of its key, and compare it with this one. Anybody can make a receipt with a key of their own; only the organisation can make one with its own key.',
  ),
  heading(3, keys.length === 1 ? 'Fingerprint of the key' : 'Fingerprints of the keys'),
  { kind: 'letters', lines: keys.map(({ fingerprint }) => groupedHash(fingerprint, 8).join(' ')) },
  plain(`The file ${ATTACHMENT} inside this PDF holds the same as plain text, with the seal of each signature.`),
]
