// Parts that the pages for reading policy share: the usual or the easy-read words, and how its review stands.
import { WarningCallout } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { reviewOf } from '../version/version.ts'

export const WordsToggle = ({ easyRead, path }: { easyRead: boolean; path: string }) => (
  <p>{easyRead ? <a href={path}>Show the usual words</a> : <a href={`${path}?words=easy`}>Show easy-read words</a>}</p>
)

/** A review that is due or has lapsed, said plainly (SPEC 2.1). */
export function ReviewNote({ pack, today, level = 3 }: { pack: PolicyPack; today: Day; level?: 2 | 3 }) {
  const state = reviewOf(pack, today)
  const day = formatDay(pack.review as Day)
  if (state === 'lapsed')
    return (
      <WarningCallout heading="The review of this policy has lapsed" level={level}>
        <p>
          It should have been reviewed by {day}. Its rules still hold until a new version is in force. {pack.owner}{' '}
          looks after it.
        </p>
      </WarningCallout>
    )
  return state === 'due' ? <p>Its review is due by {day}.</p> : null
}
