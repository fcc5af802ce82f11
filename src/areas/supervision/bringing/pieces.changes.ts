// The pieces of a preparation beside the sheet about oneself, with how each stands: what came of earlier actions, which cases
// come, and a sheet for each of those.
import { londonDay } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { type ActionFacts, byDue, openActionsOf } from '../../actions/index.ts'
import type { Own, PreparationOf } from '../preparation/preparation.changes.ts'
import { hrefOf } from '../preparation/preparation.view.ts'

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
export async function piecesOf(work: Work, of: PreparationOf, _own: Own): Promise<readonly Piece[]> {
  return [...(of.terms.preparation.actions === 'no' ? [] : await actionsPiece(work, of))]
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
