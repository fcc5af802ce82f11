// What was prepared of each case that comes, for those who read it, and the cases that meet a criterion and do not come.
import { Details } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { openCase } from '../case/case.changes.ts'
import type { PersonAtRisk } from '../case/case.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { Answers } from '../preparation/sheet.pages.tsx'
import type { Sheet, SheetTexts } from '../preparation/preparation.ts'
import type { PreparationPart } from '../terms/preparation-terms.ts'
import { sheetParts } from '../bringing/cases-to-prepare.changes.ts'
import { type NotBrought, openCasesOfSession } from '../bringing/session-case.changes.ts'

/** One case as it was prepared: how it is called, its questions, and what was written. */
export type ReadCase = {
  readonly called: string
  readonly parts: readonly PreparationPart[]
  readonly texts: SheetTexts
}

/** The cases among what was ready, each with its questions; a person who left the case since is still named by initials. */
export async function readCases(
  work: Work,
  of: PreparationOf,
  read: readonly { sheet: Sheet; texts: SheetTexts }[],
): Promise<readonly ReadCase[]> {
  const entries = await openCasesOfSession(work, of.session.id)
  const cases: ReadCase[] = []
  for (const { sheet, texts } of read) {
    if (sheet.case === null) continue
    const entry = entries.find((one) => one.case === sheet.case)
    const opened = await openCase(work, sheet.case)
    const people = together(opened?.people ?? [], entry?.people ?? [])
    const reference = opened?.reference ?? entry?.reference ?? null
    cases.push({
      called: reference === null ? 'A case' : `Case ${reference}`,
      parts: sheetParts(of, { people }),
      texts,
    })
  }
  return cases
}

const together = (now: readonly PersonAtRisk[], then: readonly PersonAtRisk[]): readonly PersonAtRisk[] => [
  ...now,
  ...then.filter((one) => !now.some((other) => other.id === one.id)),
]

/** One case, question by question. */
export const CaseRead = ({ one }: { one: ReadCase }) => (
  <section>
    <h2>{one.called}</h2>
    <Answers parts={one.parts} texts={one.texts} />
  </section>
)

/** Cases that should come and do not, with the reason where one was given. */
export function NotBroughtList({ cases }: { cases: readonly NotBrought[] }) {
  if (cases.length === 0) return null
  const count =
    cases.length === 1
      ? '1 case meets a criterion and does not come'
      : `${cases.length} cases meet a criterion and do not come`
  return (
    <Details summary={count} open>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {cases.map((one) => (
          <li>
            {one.reference ? `Case ${one.reference}` : 'A case'}:{' '}
            {one.said ? one.said.why : 'nothing was said of it yet'}
          </li>
        ))}
      </ul>
    </Details>
  )
}
