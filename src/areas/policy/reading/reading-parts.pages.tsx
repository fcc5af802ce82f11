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

/** Words of the policy in which a phone number can be pressed; as it was written. */
export const WithNumbers = ({ children: words }: { children: string }) => (
  <>
    {words
      .split(aNumber)
      .map((part, at) => (at % 2 === 0 ? part : <a href={`tel:${part.replaceAll(/[^+\d]/g, '')}`}>{part}</a>))}
  </>
)

/** A British number as people write it: "0300 323 0035", "+44 20 7946 0958", "999", "111". */
const aNumber = /(\b0\d[\d ]{7,11}\d\b|\+\d[\d ]{8,14}\d\b|\b(?:999|111)\b)/
