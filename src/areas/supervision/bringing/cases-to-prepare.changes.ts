// The cases of the asker's list, as far as preparing for a session has to know them: whether each comes, what is asked about
// it, and what is written so far. Opening them leaves its lines, as opening them anywhere does.
import type { Work } from '../../../platform/work.ts'
import { becauseField, pointOutIn } from '../../records/index.ts'
import { openCases } from '../case/case.changes.ts'
import type { Case } from '../case/case.ts'
import { findCasesOf } from '../case/case.store.ts'
import { lookAtOwn, type PreparationOf, readDraft, sheetAbout } from '../preparation/preparation.changes.ts'
import type { CaseToPrepare, SheetTexts } from '../preparation/preparation.ts'
import type { PreparationPart } from '../terms/preparation-terms.ts'
import { partsForCase } from '../terms/case-parts.ts'
import { calledCase, type OwnCase } from './own-case.ts'
import { openCasesOfSession } from './session-case.changes.ts'

/** The asker's open cases, those that meet a criterion first. */
export async function ownCases(work: Work, of: PreparationOf): Promise<readonly OwnCase[]> {
  if (of.terms.preparation.cases === 'no') return []
  const open = (await findCasesOf(work, work.asker.person)).filter((one) => one.state === 'open')
  const entries = await openCasesOfSession(work, of.session.id)
  const opened = await openCases(
    work,
    open.toSorted((a, b) => Number(b.meetsCriterion) - Number(a.meetsCriterion)).map((one) => one.id),
  )
  return opened.map((one) => {
    const entry = entries.find((other) => other.case === one.id && other.by === work.asker.person)
    const choice = !entry ? 'undecided' : entry.state === 'brought' ? 'brought' : 'left out'
    return { opened: one, choice, why: entry?.why ?? '' }
  })
}

/** The questions about one case, for each person at risk of it. */
export const sheetParts = (of: PreparationOf, one: Pick<Case, 'people'>): readonly PreparationPart[] =>
  partsForCase(of.terms.preparation.parts, { people: one.people }).map((part) => ({
    ...part,
    declared: false,
    private: false,
  }))

/** Every open case of one's own as being ready is judged by it; one that meets no criterion need not be decided on. */
export async function casesToPrepare(work: Work, of: PreparationOf): Promise<readonly CaseToPrepare[]> {
  const own = await lookAtOwn(work, of)
  const cases: CaseToPrepare[] = []
  for (const { opened, choice } of await ownCases(work, of)) {
    const texts = choice === 'brought' ? await readDraft(work, sheetAbout(own, opened.id)) : {}
    cases.push({
      id: opened.id,
      called: calledCase(opened),
      choice: choice === 'undecided' && !opened.meetsCriterion ? 'left out' : choice,
      parts: sheetParts(of, opened),
      texts,
      pointedOut: isPointedOut(work, texts),
    })
  }
  return cases
}

/** Words that may tell who it is about, and nothing said of them yet. */
function isPointedOut(work: Work, texts: SheetTexts): boolean {
  const { [becauseField]: because = '', ...typed } = texts
  return because === '' && pointOutIn({}, { texts: typed, today: work.today }).asks
}
