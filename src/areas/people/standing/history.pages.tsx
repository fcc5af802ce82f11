// What was entered, ended and taken back of somebody's registrations, when and by whom: quiet, for whoever asks why.
import { Details } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Change, historyOf, type Known } from './history.ts'

type Props = { readonly rows: readonly Known[]; readonly names: ReadonlyMap<PersonId, string> }

export const History = ({ rows, names }: Props) =>
  rows.length === 0 ? null : (
    <Details summary="What was changed, and when">
      <ul>
        {historyOf(rows).map((one) => (
          <li>
            {formatDay(londonDay(one.at))}: <bdi>{one.body}</bdi> {one.kind} {said(one)}
            {one.by !== null && names.has(one.by) && (
              <>
                , by <bdi>{names.get(one.by)}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )

function said({ what, from, to }: Change): string {
  if (what === 'taken back') return 'taken back'
  if (what === 'no last day') return 'runs until further notice'
  if (what === 'last day') return `given the last day ${to === null ? '' : formatDay(to)}`
  return `entered, from ${formatDay(from)}${to === null ? '' : ` to ${formatDay(to)}`}`
}
