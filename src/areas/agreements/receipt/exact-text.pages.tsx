// Parts of pages that show a receipt: the exact text, who signed it, its hash, keys.
import { Heading, SummaryList, Table } from '../../../design/index.ts'
import type { PdfPart } from '../../../platform/pdf/document.ts'
import { groupedHash, spokenHash } from '../text/spoken-hash.ts'
import { textParts } from './paper.view.ts'

/** The exact text as a part of a page whose own heading is of level 1: its title is of level 2. */
export const ExactText = ({ text }: { text: string }) => (
  <article class="app-paper" aria-label="The text that was signed">
    {textParts(text).map((part) => (
      <TextPart part={part} />
    ))}
  </article>
)

function TextPart({ part }: { part: PdfPart }) {
  if (part.kind === 'heading') return <PaperHeading level={part.level} text={part.text} />
  if (part.kind !== 'words') return null
  if (part.look === 'notes')
    return (
      <p class="app-quiet">
        {part.texts.map((text) => (
          <span>{text} </span>
        ))}
      </p>
    )
  if (part.look === 'strong')
    return (
      <p class="app-paper__name">
        <strong dir="auto">{part.texts.join(' ')}</strong>
      </p>
    )
  if (part.look === 'lead') return <p class="app-lede">{part.texts.join(' ')}</p>
  return (
    <>
      {part.texts.map((text) => (
        <p dir="auto">{text}</p>
      ))}
    </>
  )
}

const PaperHeading = ({ level, text }: { level: 1 | 2 | 3; text: string }) => (
  <Heading level={level === 1 ? 2 : level === 2 ? 3 : 4} size={level === 1 ? 'l' : level === 2 ? 'm' : 's'}>
    <span dir="auto">{text}</span>
  </Heading>
)

export type ShownSignature = {
  readonly name: string
  readonly as: string
  readonly typedName: string
  readonly signed: string
  readonly means: string
}

export const SignaturesTable = ({ signatures }: { signatures: readonly ShownSignature[] }) => (
  <Table
    caption="Signatures"
    captionSize="m"
    columns={[
      { heading: 'Name', cell: (one) => one.name },
      { heading: 'As', cell: (one) => one.as },
      { heading: 'Name as typed', cell: (one) => <i class="app-paper__signed">{one.typedName}</i> },
      { heading: 'Signed', cell: (one) => one.signed },
      { heading: 'Confirmed by', cell: (one) => one.means },
    ]}
    rows={signatures}
  />
)

/** The hash to compare on two screens, and to read out on the telephone. */
export const HashPart = ({ hash }: { hash: string }) => (
  <SummaryList
    rows={[
      { name: 'In letters and digits', value: <Letters lines={groupedHash(hash, 4)} /> },
      { name: 'In words, to read aloud', value: <Letters lines={spokenHash(hash, 4)} /> },
    ]}
  />
)

/** What is read one by one. */
export const Letters = ({ lines }: { lines: readonly string[] }) => (
  <span class="app-letters">
    {lines.map((line) => (
      <span>{line} </span>
    ))}
  </span>
)
