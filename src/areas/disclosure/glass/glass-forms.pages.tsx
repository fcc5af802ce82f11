// What a colleague in safeguarding can do on the page of a request: decide, tell those concerned, review; or why they cannot.
import { Button, FormFields, type FormState, InsetText, PostForm } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { GlassSubject } from './glass.access.ts'
import { answeringForm, reviewForm, tellingForm } from './glass.form.ts'
import { agreementOf, stateOf, tellingDue } from './glass.ts'
import { againstSecond, mayReviewBy } from './second.changes.ts'

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
