// Writing the record of a peer review: for each case what was good practice and what is learned, then reviews and other learning, as
// the policy's template asks. It keeps itself as it is typed, for whoever types it alone; every save is a version of its own, read
// by those who were there. Two who write at one time see both texts.
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  FormField,
  type FormState,
  InsetText,
  PostButton,
  PostForm,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, data, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import {
  answeredBefore,
  becauseTexts,
  type PointedOut,
  pointedState,
  PointedOutPart,
  pointOutIn,
  type Texts,
  typedBecause,
} from '../../records/index.ts'
import { chairsOfForum } from '../peer-review/forum.access.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import { recordForm, textsFrom, valuesFrom } from '../record/record.form.ts'
import { type ReviewSubject, subjectReview } from '../reviewing/review.changes.ts'
import type { RecordPart } from '../terms/terms.ts'
import {
  dropOwnDraft,
  keepPeerRecord,
  keptElsewhereWords,
  openOwnDraft,
  mayWriteRecord,
  openReviewRecord,
  type OwnDraft,
  partsFor,
  saveReviewRecord,
} from './peer-record.changes.ts'
import { differing } from './peer-record.view.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

export const peerRecordPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/record',
    ...chaired,
    answer: (work, { subject }) => openedPage(work, subject),
  }),
  page({
    at: 'POST /peer-reviews/:review/record/draft',
    ...chaired,
    quiet: true,
    answer: async (work, { subject, form }) => {
      const shape = recordForm(await partsFor(work, subject), false)
      const texts = { ...textsFrom(shape.typed(form)), ...typedBecause(form) }
      const done = await keepPeerRecord(work, subject.review, { fromSave: Number(firstOf(form, '_version')), texts })
      return done.ok ? data({ version: done.value }) : data({ reason: done.reason }, 409)
    },
  }),
  page({
    at: 'POST /peer-reviews/:review/record/discarding',
    ...chaired,
    answer: async (work, { subject: { review } }) => {
      await dropOwnDraft(work, review.id)
      return seeOther(
        `${reviewAddress(review)}/record`,
        'What you had typed is gone. This is the record as it was saved',
      )
    },
  }),
  page({
    at: 'POST /peer-reviews/:review/record',
    ...chaired,
    answer: (work, { subject, form }) => saveFrom(work, subject, form),
  }),
]

/** The record as it stands, or what the asker typed last; then what others saved since stands beside it. */
async function openedPage(work: Work, subject: ReviewSubject): Promise<Reply> {
  const may = await mayWriteRecord(work, subject.review)
  if (!may.ok) return conflict(may.reason)
  const parts = await partsFor(work, subject)
  const saved = await openReviewRecord(work, subject.review)
  const draft = await openOwnDraft(work, subject.review.id)
  const texts = draft ? { ...saved, ...draft.texts } : saved
  const state = recordForm(parts, false).filled(valuesFrom(parts, texts))
  const pointed = answeredBefore(texts, { today: work.today })
  const beside = draft ? { heading: 'The record as it was saved', texts: differing(saved, draft.texts) } : undefined
  return writePage(subject, { parts, state, pointed, draft, beside })
}

async function saveFrom(work: Work, subject: ReviewSubject, form: Typed): Promise<Reply> {
  const may = await mayWriteRecord(work, subject.review)
  if (!may.ok) return conflict(may.reason)
  const parts = await partsFor(work, subject)
  const shape = recordForm(parts, false)
  const draft = await openOwnDraft(work, subject.review.id)
  const again = (state: FormState, pointed: PointedOut | null, beside?: Beside) =>
    writePage(subject, { parts, state, pointed, draft, beside })
  const reading = shape.read(form)
  if (!reading.ok) return again(reading, null)
  const given = textsFrom(reading.value)
  const saved =
    subject.review.record === Number(firstOf(form, 'from')) ? {} : await openReviewRecord(work, subject.review)
  const others = differing(saved, given)
  if (Object.keys(others).length > 0)
    return again(shape.refused(form, { reason: savedMeanwhileWords }), null, {
      heading: 'The record as it was saved',
      texts: others,
    })
  const own = draft && draft.save !== Number(firstOf(form, '_version')) ? differing(draft.texts, given) : {}
  if (Object.keys(own).length > 0)
    return again(shape.refused(form, { reason: keptElsewhereWords }), null, {
      heading: 'What you typed elsewhere',
      texts: own,
    })
  const pointed = pointOutIn(form, { texts: given, today: work.today })
  if (pointed.asks) return again(pointedState(shape, form, pointed), pointed)
  const texts = { ...given, ...becauseTexts(pointed) }
  const done = await saveReviewRecord(work, subject.review.id, { from: subject.review.record, texts, pointed })
  if (!done.ok) return again(shape.refused(form, done), pointed)
  return seeOther(reviewAddress(subject.review), 'The record is saved')
}

const savedMeanwhileWords =
  'Somebody saved the record meanwhile. Both texts stand here: save again once yours has what you want of both'

type Beside = { readonly heading: string; readonly texts: Texts }

type Writing = {
  readonly parts: readonly RecordPart[]
  readonly state: FormState
  readonly pointed: PointedOut | null
  readonly draft: OwnDraft | null
  readonly beside: Beside | undefined
}

function writePage({ review }: ReviewSubject, { parts, state, pointed, draft, beside }: Writing): Reply {
  const here = `${reviewAddress(review)}/record`
  return html({
    title: titleWith(state, 'Record of the peer review'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: reviewAddress(review), label: 'Peer review' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Record of the peer review</h1>
        <p>
          What you type is kept for you alone until you save it; then those who were there read it. Use references,
          never names.
        </p>
        {draft && <Kept draft={draft} action={`${here}/discarding`} />}
        {beside && <BesidePart parts={parts} beside={beside} open={state.errors.length > 0} />}
        <PostForm action={here} version={draft?.save ?? 0} autosave={`${here}/draft`} id="peer-record">
          <input type="hidden" name="from" value={review.record} />
          <Questions parts={parts} state={state} />
          <PointedOutPart pointed={pointed} state={state} />
          <ButtonGroup>
            <Button>Save the record</Button>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

const Kept = ({ draft, action }: { draft: OwnDraft; action: string }) => (
  <InsetText>
    <p>You typed this and have not saved it yet. It was kept on {formatMoment(draft.keptAt)}; only you can read it.</p>
    <PostButton action={action} variant="secondary" small>
      Throw away what I typed
    </PostButton>
  </InsetText>
)

function Questions({ parts, state }: { parts: readonly RecordPart[]; state: FormState }) {
  const form = recordForm(parts, false)
  return (
    <>
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
    </>
  )
}

type BesideProps = { parts: readonly RecordPart[]; beside: Beside; open: boolean }

function BesidePart({ parts, beside: { heading, texts }, open }: BesideProps) {
  const shown = parts.filter(({ key }) => key in texts)
  if (shown.length === 0) return null
  return (
    <Details summary={heading} open={open}>
      {shown.map(({ key, label }) => (
        <>
          <p>
            <strong>{label}</strong>
          </p>
          <Written>{texts[key] ?? ''}</Written>
        </>
      ))}
    </Details>
  )
}
