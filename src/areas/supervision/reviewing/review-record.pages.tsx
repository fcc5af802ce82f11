// The record of a peer review: for each case what was good practice and what is learned, then reviews and other learning, as the
// policy's template asks. Whoever facilitates writes it; every save is a version of its own, read by those who were there.
import {
  Button,
  ErrorSummary,
  FormField,
  type FormState,
  LinkButton,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import {
  becauseTexts,
  answeredBefore,
  type PointedOut,
  pointedState,
  PointedOutPart,
  pointOutIn,
} from '../../records/index.ts'
import { chairsOfForum } from '../peer-review/forum.access.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import { recordForm, textsFrom, valuesFrom } from '../record/record.form.ts'
import type { RecordPart } from '../terms/terms.ts'
import { termsIn } from '../terms/terms.view.ts'
import { openItems, openReviewRecord, saveReviewRecord } from './bringing.changes.ts'
import { type ReviewSubject, subjectReview } from './review.changes.ts'
import { partsOfReview } from './review-record.view.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

export const reviewRecordPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/record',
    ...chaired,
    answer: async (work, { subject }) => {
      const parts = await partsFor(work, subject)
      const texts = await openReviewRecord(work, subject.review)
      const state = recordForm(parts, false).filled(valuesFrom(parts, texts))
      return writePage(subject, { parts, state, pointed: answeredBefore(texts, { today: work.today }) })
    },
  }),
  page({
    at: 'POST /peer-reviews/:review/record',
    ...chaired,
    answer: (work, { subject, form }) => saveFrom(work, subject, form),
  }),
]

async function partsFor(work: Work, { review, forum }: ReviewSubject): Promise<readonly RecordPart[]> {
  const items = await openItems(work, review)
  const terms = termsIn(await policyOn(work), forum.type)
  return partsOfReview(terms?.recordParts ?? [], items)
}

async function saveFrom(work: Work, subject: ReviewSubject, form: Typed): Promise<Reply> {
  const parts = await partsFor(work, subject)
  const shape = recordForm(parts, false)
  const reading = shape.read(form)
  if (!reading.ok) return writePage(subject, { parts, state: reading, pointed: null })
  const given = textsFrom(reading.value)
  const pointed = pointOutIn(form, { texts: given, today: work.today })
  if (pointed.asks) return writePage(subject, { parts, state: pointedState(shape, form, pointed), pointed })
  const from = Number(firstOf(form, '_version'))
  const texts = { ...given, ...becauseTexts(pointed) }
  const done = await saveReviewRecord(work, subject.review.id, { from, texts, pointed })
  if (!done.ok) return writePage(subject, { parts, state: shape.refused(form, done), pointed })
  return seeOther(reviewAddress(subject.review), 'The record is saved')
}

type Writing = { parts: readonly RecordPart[]; state: FormState; pointed: PointedOut | null }

function writePage({ review }: ReviewSubject, { parts, state, pointed }: Writing): Reply {
  const form = recordForm(parts, false)
  return html({
    title: titleWith(state, 'Record of the peer review'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: reviewAddress(review), label: 'Peer review' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Record of the peer review</h1>
        <p>Those who are there read it. Use references, never names. You can save as often as you like.</p>
        <PostForm action={`${reviewAddress(review)}/record`} version={review.record}>
          {parts.map((part, at) => (
            <>
              {part.section !== parts[at - 1]?.section && (
                <h2>
                  <bdi>{part.section}</bdi>
                </h2>
              )}
              <FormField form={form} state={state} name={part.key} />
            </>
          ))}
          <PointedOutPart pointed={pointed} state={state} />
          <Button>Save the record</Button>
        </PostForm>
      </>
    ),
  })
}

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
      {chair && review.state === 'held' && (
        <LinkButton href={`${reviewAddress(review)}/record`} variant="secondary">
          {review.record === 0 ? 'Write the record' : 'Change the record'}
        </LinkButton>
      )}
    </>
  )
}
