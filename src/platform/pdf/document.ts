// What a PDF is made of, in words of paper: no file of this service writes markup, and no text of a person ever is any.
import type { Moment } from '../time/moment.ts'

export type PdfDocument = {
  /** Shown by readers as the name of the window; stands in no page by itself. */
  readonly title: string
  /** Who issues it. */
  readonly author: string
  readonly madeAt: Moment
  /** At the foot of every page, before the page number. */
  readonly foot: string
  readonly parts: readonly PdfPart[]
  readonly attachment: PdfAttachment | null
}

export type PdfPart =
  /** Level 1 is the name of the document, once. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** lead: larger; strong: bold; notes: small and grey, side by side on one line. Else each text is a paragraph. */
  | { readonly kind: 'words'; readonly look: 'plain' | 'lead' | 'strong' | 'notes'; readonly texts: readonly string[] }
  /** Something that is read letter by letter: lines of a hash. */
  | { readonly kind: 'letters'; readonly lines: readonly string[] }
  /** Stands out at the top: who issued it, what it is, how it stands. */
  | { readonly kind: 'banner'; readonly name: string; readonly texts: readonly string[] }
  /** A table with one row of headings; `share` is the part of the width, `handwritten` a name that somebody wrote. */
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly heading: string; readonly share: number; readonly handwritten?: boolean }[]
      readonly rows: readonly (readonly string[])[]
    }

/** A file inside the PDF. */
export type PdfAttachment = {
  readonly name: string
  readonly description: string
  readonly type: 'text/plain'
  readonly text: string
}
