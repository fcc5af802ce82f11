// Reading the exact text of an agreement back into what was agreed, from the text alone (SPEC 4.2): for whoever holds a receipt
// and no database. A text that is not written to the letter as this service writes it is no text of ours.
import {
  type AgreedClause,
  type AgreedParty,
  type AgreedText,
  canonicalText,
  FORMAT,
  OWN_SOURCE,
} from './canonical-text.ts'

/** What was agreed; null when the text is not exactly one that `canonicalText` makes. */
export function readCanonicalText(text: string): AgreedText | null {
  const [title = '', subtitle = '', ...rest] = text.split('\n')
  const kind = kinds.find((one) => subtitle.startsWith(`${capital(one)} at `))
  const parts = sectionsOf(rest)
  const about = parts.get('About this text') ?? []
  if (kind === undefined || labelled(about, 'Format') !== String(FORMAT)) return null
  const agreed: AgreedText = {
    organisation: subtitle.slice(`${kind} at `.length),
    agreement: labelled(about, 'Agreement') ?? '',
    kind,
    title,
    template: labelled(about, 'Template') ?? '',
    policyVersion: labelled(about, 'Policy version') ?? '',
    parties: groupsOf(parts.get('Between') ?? [], numbered).map(partyOf),
    opening: wordsOf(parts.get('Opening') ?? []),
    blanks: groupsOf(parts.get('Filled in') ?? [], (line) => /^ {2}\S/.test(line)).map(blankOf),
    clauses: groupsOf(parts.get('What we agree') ?? [], numbered).map(clauseOf),
    term: termOf(parts.get('How long it holds') ?? []),
    follows: labelled(about, 'It follows'),
  }
  return canonicalText(agreed) === text ? agreed : null
}

const kinds = ['one-to-one contract', 'safeguarding contract', 'ground rules']
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Headings stand at the edge; what is beneath one belongs to it. */
function sectionsOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const starts = lines.flatMap((line, at) => (/^\S/.test(line) ? [at] : []))
  return new Map(starts.map((start, index) => [lines[start] ?? '', lines.slice(start + 1, starts[index + 1])]))
}

/** Lines gathered under each that begins something. */
function groupsOf(lines: readonly string[], begins: (line: string) => boolean): readonly (readonly string[])[] {
  const starts = lines.flatMap((line, at) => (begins(line) ? [at] : []))
  return starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

const numbered = (line: string): boolean => /^ {2}\d+\./.test(line)
const withoutNumber = (line: string): string => line.replace(/^ {2}\d+\. ?/, '')

function labelled(lines: readonly string[], label: string): string | null {
  const start = `  ${label}: `
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? null
}

const wordsOf = (lines: readonly string[]): string =>
  lines
    .filter((line) => line === '' || line.startsWith('    '))
    .map((line) => line.slice(4))
    .join('\n')
    .trim()

const partyOf = (lines: readonly string[]): AgreedParty => ({
  name: withoutNumber(lines[0] ?? ''),
  as: labelled(lines, 'As') ?? '',
  person: labelled(lines, 'Person') ?? '',
})

const blankOf = (lines: readonly string[]) => ({
  label: (lines[0] ?? '').slice(2, -1),
  value: wordsOf(lines.slice(1)),
})

const clauseOf = (lines: readonly string[]): AgreedClause => ({
  heading: withoutNumber(lines[0] ?? '') || null,
  text: wordsOf(lines.slice(1)),
  party: labelled(lines.slice(1), 'For') ?? '',
  source: sourceOf(labelled(lines.slice(1), 'From')),
  own: lines.slice(1).includes('  Changed or written by the parties'),
})

const sourceOf = (words: string | null): string | null => (words === OWN_SOURCE ? 'own' : words)

const termOf = (lines: readonly string[]): string => {
  const term = lines.find((line) => line !== '')?.slice(2) ?? ''
  return term === 'No end is set.' ? '' : term
}
