// The record of a peer review on its page: what was learned, for those who were there, and the way to write it for whoever facilitates.
import { LinkButton, Written } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import type { ReviewSubject } from '../reviewing/review.changes.ts'
import { mayWriteRecord, openReviewRecord, partsFor } from './peer-record.changes.ts'

/** The record on the page of its peer review, for those who may read it; the way to write it, for whoever facilitates. */
export async function recordPart(work: Work, subject: ReviewSubject) {
  const { review, forum } = subject
  const chair = forum.chairs.includes(work.asker.person)
  if (review.state !== 'held' && review.record === 0) return null
  const texts = await openReviewRecord(work, review)
  const written = (await partsFor(work, subject)).filter((part) => (texts[part.key] ?? '') !== '')
  return (
    <>
      <h2>What we learned</h2>
      {written.length === 0 && (
        <p>{review.record === 0 ? 'Nothing has been written yet.' : 'Those who were there read the record.'}</p>
      )}
      {written.map((part, at) => (
        <>
          {part.section !== written[at - 1]?.section && (
            <h3>
              <bdi>{part.section}</bdi>
            </h3>
          )}
          <h4 class="nhsuk-heading-xs">{part.label.replace(`${part.section}: `, '')}</h4>
          <Written>{texts[part.key] ?? ''}</Written>
        </>
      ))}
      {chair && review.state === 'held' && (await mayWriteRecord(work, review)).ok && (
        <LinkButton href={`${reviewAddress(review)}/record`} variant="secondary">
          {review.record === 0 ? 'Write the record' : 'Change the record'}
        </LinkButton>
      )}
    </>
  )
}
