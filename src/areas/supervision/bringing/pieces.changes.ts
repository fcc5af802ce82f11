// The pieces of a preparation beside the sheet about oneself, with how each stands: what came of earlier actions, which cases
// come, and a sheet for each of those.
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, byDue, openActionsOf } from '../../actions/index.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { type CaseToPrepare, missingIn } from '../preparation/preparation.ts'
import { hrefOf } from '../preparation/preparation.view.ts'
import { casesToPrepare } from './cases-to-prepare.changes.ts'

/** One line of the list: where it leads, and how it stands. */
export type Piece = {
  readonly name: string
  readonly href: string
  readonly hint?: string
  readonly done: boolean
  readonly words: string
}

/** The asker's own open actions, the first due first. */
export async function ownActions(work: Work): Promise<readonly ActionFacts[]> {
  const open = await openActionsOf(work, [work.asker.person])
  return open.filter((action) => action.owner === work.asker.person).sort(byDue)
}

/** Every piece that the template asks for, in its order. */
export async function piecesOf(work: Work, of: PreparationOf): Promise<readonly Piece[]> {
  const { actions, cases } = of.terms.preparation
  return [
    ...(actions === 'no' ? [] : await actionsPiece(work, of)),
    ...(cases === 'no' ? [] : casePieces(of, await casesToPrepare(work, of))),
  ]
}

function casePieces(of: PreparationOf, cases: readonly CaseToPrepare[]): readonly Piece[] {
  const here = hrefOf(of.session)
  const counts = (choice: CaseToPrepare['choice']) => cases.filter((one) => one.choice === choice).length
  const [open, brought] = [counts('undecided'), counts('brought')]
  const which: Piece = {
    name: 'Which of your cases come',
    href: `${here}/cases`,
    hint: 'Every case that meets a criterion, unless you say why not',
    done: open === 0,
    words: open > 0 ? `${open} to decide` : brought === 1 ? '1 comes' : `${brought} come`,
  }
  return [which, ...cases.filter((one) => one.choice === 'brought').map((one) => casePiece(here, one))]
}

function casePiece(here: string, one: CaseToPrepare): Piece {
  const missing = missingIn(one.parts, one.texts).length
  const begun = Object.values(one.texts).some((text) => text.trim() !== '')
  const words = one.pointedOut
    ? 'To look at again'
    : missing === 0
      ? 'Written'
      : begun
        ? `${missing} to answer`
        : 'To write'
  return {
    name: `Prepare ${one.called}`,
    href: `${here}/cases/${one.id}`,
    done: missing === 0 && !one.pointedOut,
    words,
  }
}

async function actionsPiece(work: Work, of: PreparationOf): Promise<readonly Piece[]> {
  const open = await ownActions(work)
  const day = londonDay(of.session.startsAt)
  const due = open.filter((action) => action.due <= day).length
  const words = due > 0 ? `${due} to report on` : open.length > 0 ? 'None due yet' : 'None open'
  return [
    {
      name: 'What came of your actions',
      href: `${hrefOf(of.session)}/actions`,
      hint: 'What you agreed to do comes first when you meet',
      done: due === 0,
      words,
    },
  ]
}
