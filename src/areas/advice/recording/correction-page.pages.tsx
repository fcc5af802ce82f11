// The page on which the author of a record corrects it: what it says now in the boxes, and why it is corrected.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type PointedOut, PointedOutPart } from '../../records/index.ts'
import type { AdviceRequest } from '../request/request.ts'
import { choicesIn } from './comparison.ts'
import { openLatest } from './correcting.changes.ts'
import { type Kept, openDraft } from './drafting.changes.ts'
import { correctionForm } from './recording.form.ts'
import type { Part } from './writing.ts'
import { correctionWords } from './records-part.pages.tsx'
import { SavedElsewhere } from './writing-part.pages.tsx'

export type CorrectionShown = {
  readonly part: Part
  readonly state?: FormState
  readonly pointed?: PointedOut | null
  readonly elsewhere?: string
}

/** What was typed last, else what the record says now. */
export async function correctionPage(work: Work, request: AdviceRequest, shown: CorrectionShown): Promise<Reply> {
  const { part, pointed = null } = shown
  const kept = await openDraft(work, request.id, part)
  const state = shown.state ?? (await stateOf(work, request, { part, kept }))
  const here = `/advice/requests/${request.id}/${part === 'advice' ? 'record' : 'account'}`
  const heading = correctionWords(request, part)
  return html({
    title: titleWith(state, heading),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/advice/requests/${request.id}`, label: 'Request for advice' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{heading}</h1>
        <p>
          What you wrote before stays readable beside it. {request.caller !== null && 'The other person is told. '}
          The two records are compared again.
        </p>
        <SavedElsewhere words={shown.elsewhere} />
        <PostForm action={`${here}/correction`} version={kept.save} autosave={`${here}/draft`} id="correction">
          <FormFields form={correctionForm(part, request.caller === null)} state={state} />
          <PointedOutPart pointed={pointed} state={state} />
          <ButtonGroup>
            <Button>Save the correction</Button>
            <Button variant="secondary" formAction={`${here}/draft`} formNoValidate name="later" value="yes">
              Save and carry on later
            </Button>
          </ButtonGroup>
        </PostForm>
      </>
    ),
  })
}

async function stateOf(
  work: Work,
  request: AdviceRequest,
  { part, kept }: { part: Part; kept: Kept },
): Promise<FormState> {
  if (kept.typed !== null) return { errors: [], typed: kept.typed }
  const { texts } = await openLatest(work, request.id, part)
  const choices = choicesIn(texts)
  return correctionForm(part, request.caller === null).filled({
    ...(choices as Partial<typeof choices & object>),
    words: texts.words ?? '',
  } as never)
}
