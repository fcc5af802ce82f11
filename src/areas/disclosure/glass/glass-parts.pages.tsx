// The parts of the page of a request: what was written about it, and what a colleague in safeguarding can do, or why they
// cannot: decide, tell those concerned, review. And the banner above what was opened.
import {
  Button,
  FormFields,
  type FormState,
  InsetText,
  NotificationBanner,
  PostForm,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts } from '../../records/index.ts'
import type { GlassSubject } from './glass.access.ts'
import { aboutGlass, versionOf } from './glass.changes.ts'
import { answeringForm, reviewForm, tellingForm } from './glass.form.ts'
import { agreementOf, type Glass, stateOf, tellingDue } from './glass.ts'
import { againstSecond, mayReviewBy } from '../asking/second.changes.ts'

export type GlassStates = { answering?: FormState; telling?: FormState; reviewing?: FormState }

export async function FormsPart(work: Work, { glass, named }: GlassSubject, states: GlassStates) {
  const state = stateOf(glass, work.moment)
  const by = work.asker.person
  const here = `/glass/${glass.id}`
  if (state === 'waiting' && !glass.answers.some((answer) => answer.by === by)) {
    const against = await againstSecond(work, { second: by, asker: glass.askedBy, named })
    return against ? <CannotDecide why={against} /> : <Answering here={here} state={states.answering} />
  }
  const mayReview = await mayReviewBy(work, by, named)
  const agreed = agreementOf(glass)?.by === by
  return (
    <>
      {tellingDue(glass) !== null && (agreed || mayReview) && <Telling here={here} state={states.telling} />}
      {state === 'to review' && mayReview && !agreed && <Reviewing here={here} state={states.reviewing} />}
    </>
  )
}

type PartProps = { here: string; state: FormState | undefined }

const CannotDecide = ({ why }: { why: string }) => (
  <InsetText>
    <p>You cannot decide this. {why}.</p>
  </InsetText>
)

const Answering = ({ here, state }: PartProps) => (
  <>
    <h2>You are the second person</h2>
    <p>Is this needed now, from this record, and is there no gentler way? You answer for it together.</p>
    <PostForm action={`${here}/answer`}>
      <FormFields form={answeringForm} state={state ?? answeringForm.filled({})} />
      <Button>Decide</Button>
    </PostForm>
  </>
)

const Telling = ({ here, state }: PartProps) => (
  <>
    <h2>Telling those concerned</h2>
    <PostForm action={`${here}/telling`}>
      <FormFields form={tellingForm} state={state ?? tellingForm.filled({})} />
      <Button variant="secondary">Keep</Button>
    </PostForm>
  </>
)

const Reviewing = ({ here, state }: PartProps) => (
  <>
    <h2>Review it</h2>
    <PostForm action={`${here}/review`}>
      <FormFields form={reviewForm} state={state ?? reviewForm.filled({})} />
      <Button>Keep the review</Button>
    </PostForm>
  </>
)

/** Above a record that was opened for an hour: why it is open, until when, and that the opening is on record. */
export const OpenBanner = ({ why, until }: { why: string; until: Moment }) => (
  <NotificationBanner heading={why}>
    <p>
      It closes by itself: {formatMoment(until)}. You are reading only; every opening is on record, and those concerned
      see who looked.
    </p>
  </NotificationBanner>
)

/** Opens each of them for a reader of the request; every opening leaves its line. */
export async function WordsPart(work: Work, glass: Glass, nameOf: (person: PersonId) => string) {
  const open = async (version: number) => (await openTexts(work, { about: aboutGlass(glass.id), version })).texts
  const asked = await open(versionOf.reason)
  const shown = [
    { heading: 'What is needed, and why now', text: asked.reason },
    { heading: 'Who would be at risk if they were told', text: asked.risk },
  ]
  for (const [at, answer] of glass.answers.entries())
    shown.push({ heading: `Why ${nameOf(answer.by)} ${answer.answer}`, text: (await open(versionOf.answer(at))).words })
  for (const [at, telling] of glass.tellings.entries())
    if (telling.decision === 'later')
      shown.push({
        heading: `Why ${nameOf(telling.by)} put off telling`,
        text: (await open(versionOf.telling(at))).words,
      })
  if (glass.review) shown.push({ heading: 'What follows from the review', text: (await open(versionOf.review)).words })
  return (
    <>
      {shown.map(({ heading, text }) =>
        (text ?? '') === '' ? null : (
          <>
            <h2>{heading}</h2>
            <Written>{text}</Written>
          </>
        ),
      )}
    </>
  )
}
