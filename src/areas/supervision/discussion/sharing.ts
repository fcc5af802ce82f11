// Who else is told about a case, and how (SPEC 6.2): the general practitioner always has a row, others as many as are needed.
// Each row says who, how, and whether it is done or still to do. The rows are parts like others, so that they are drafted,
// sealed and amended in the same way.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { plainPart, type RecordPart } from '../terms/terms.ts'

const MOST_ROWS = 12
const states = ['Told', 'To do', 'Not needed'] as const
export type ToldState = (typeof states)[number]

/** One row: somebody who is told. */
export type Told = { readonly who: string; readonly how: string; readonly state: ToldState | null }

type Texts = Readonly<Record<string, string>>
const rowKey = (row: string, what: 'who' | 'how' | 'state') => `told--${row}--${what}`
const rowOf = (key: string) => /^told--(\w+)--(?:who|how|state)$/.exec(key)?.[1]

/** The rows in place of the policy's question: the general practitioner's, and as many as `keys` speak of. */
export function sharingParts(part: RecordPart, keys: readonly string[]): readonly RecordPart[] {
  const others = Math.min(MOST_ROWS, Math.max(1, lastRow(keys)))
  const rows = Array.from({ length: others }, (_, index) => index + 1)
  return [...partsOfRow(part, 'gp', 'GP'), ...rows.flatMap((row) => partsOfRow(part, String(row), `Others ${row}`))]
}

const lastRow = (keys: readonly string[]) => Math.max(0, ...keys.map((key) => Number(rowOf(key)) || 0))

/** The keys of what was written, and those of one more row to write in. */
export function keysToShow(texts: Texts): readonly string[] {
  const filled = Object.keys(texts).filter((key) => (texts[key] ?? '').trim() !== '')
  return [...filled, rowKey(String(lastRow(filled) + 1), 'who')]
}

function partsOfRow(part: RecordPart, row: string, called: string): readonly RecordPart[] {
  const shared = { section: part.label, means: 'who is told', prompts: [], promptsName: '' } as const
  const who: RecordPart = {
    ...plainPart(
      rowKey(row, 'who'),
      `${called}: who is told`,
      'A service or a role, never the name of somebody at risk',
      'no',
    ),
    ...shared,
    answer: 'short text',
  }
  const how: RecordPart = {
    ...plainPart(
      rowKey(row, 'how'),
      `${called}: how`,
      row === 'gp' ? 'Letter, phone call, task in the shared record' : '',
      'no',
    ),
    ...shared,
    answer: 'short text',
  }
  const state: RecordPart = {
    ...plainPart(rowKey(row, 'state'), `${called}: told or to do`, '', row === 'gp' ? part.needed : 'no'),
    ...shared,
    answer: 'one of',
    choices: states,
  }
  return row === 'gp' ? [state, how] : [who, how, state]
}

/** The rows that were filled in, the general practitioner first. */
export function toldIn(texts: Texts): readonly Told[] {
  const rows = [...new Set(Object.keys(texts).flatMap((key) => rowOf(key) ?? []))]
  return rows
    .sort((a, b) => (a === 'gp' ? -1 : b === 'gp' ? 1 : Number(a) - Number(b)))
    .map((row) => rowIn(texts, row))
    .filter((row) => row.who !== '' && (row.how !== '' || row.state !== null || row.who !== 'GP'))
}

function rowIn(texts: Texts, row: string): Told {
  const said = (what: 'who' | 'how' | 'state') => (texts[rowKey(row, what)] ?? '').trim()
  const state = states.find((one) => one === said('state')) ?? null
  return { who: row === 'gp' ? 'GP' : said('who'), how: said('how'), state }
}

/** A row that was begun says who and whether it is done. */
export function decideSharing(texts: Texts): Decision {
  for (const row of new Set(Object.keys(texts).flatMap((key) => rowOf(key) ?? []))) {
    if (row === 'gp') continue
    const { who, how, state } = rowIn(texts, row)
    if (who === '' && (how !== '' || state !== null)) return no('Say who is told', rowKey(row, 'who'))
    if (who !== '' && state === null) return no('Say whether they were told or it is still to do', rowKey(row, 'state'))
  }
  return yes()
}

/** Rows still to do in a version that were not there before: each becomes an action. */
export function newToDo(texts: Texts, before: Texts): readonly Told[] {
  const asked = new Set(toldIn(before).map((row) => row.state === 'To do' && row.who))
  return toldIn(texts).filter((row) => row.state === 'To do' && !asked.has(row.who))
}
