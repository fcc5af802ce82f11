// What a new programme begins with: the pages of the policy's action learning pack, in its own words until somebody changes them.
import { type Policy, textOf } from '../../policy/index.ts'
import type { ProgrammeWords, WellbeingWords } from './programme.ts'

/** The texts of the policy's pages that a programme starts from; empty where the policy has none. */
export function startingWords(policy: Policy): ProgrammeWords & WellbeingWords {
  const pages = policy.packs.flatMap((pack) => pack.pages ?? [])
  const words = (key: string): string => {
    const page = pages.find((one) => one.key === key)
    return page ? plain(textOf(page.text)) : ''
  }
  return {
    aims: '',
    expect: words('what-to-expect'),
    commitment: '',
    wellbeing: words('keeping-well'),
    contacts: '',
  }
}

/** A piece of a text: a paragraph, or the lines of a list. */
export type Piece = { readonly list: boolean; readonly lines: readonly string[] }

/** A text in its pieces: lines that begin with a hyphen belong to a list, an empty line begins a new paragraph. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: { list: boolean; lines: string[] }[] = []
  let open = false
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^[-*•]\s+(.*)$/.exec(line)?.[1]
    const last = pieces.at(-1)
    if (line !== '' && open && last?.list === (item !== undefined)) last.lines.push(item ?? line)
    else if (line !== '') pieces.push({ list: item !== undefined, lines: [item ?? line] })
    open = line !== ''
  }
  return pieces
}

/** Without the marks of bold type, which are not drawn here. */
const plain = (text: string): string => text.replaceAll('**', '').slice(0, 5_000)
