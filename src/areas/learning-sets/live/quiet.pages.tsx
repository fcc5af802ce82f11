// Telling the facilitator quietly (SPEC 7.7), passing the facilitator's part on (SPEC 7.5), and leaving: never in the way.
import { Button, ButtonGroup, Details, FormFields, InsetText, PostButton, PostForm } from '../../../design/index.ts'
import { stateOf } from '../asking/came-back.view.ts'
import { quietForm } from '../asking/deeds.form.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import type { ScreenParts } from '../asking/came-back.view.ts'

/** For the deputy, when nothing has been heard of the facilitator for a minute (SPEC 7.5). */
export function StepInPart({ shown }: { shown: MeetingShown }) {
  const { to, view, nameOf } = shown
  if (!view.deeds.includes('step in')) return null
  return (
    <InsetText>
      <p>
        Nothing has been heard of {nameOf(view.facilitator)} for a minute. You are the deputy, and can facilitate until
        they are back.
      </p>
      <PostButton action={to('handover')} fields={{ how: 'deputy' }}>
        Facilitate for now
      </PostButton>
    </InsetText>
  )
}

/** The facilitator's part is offered: for whoever is asked, and, until they answer, for who asked. */
export function OfferPart({ shown }: { shown: MeetingShown }) {
  const { to, view, nameOf } = shown
  const refused = view.facilitating?.refusedBy ?? null
  if (view.offeredTo === null)
    return refused === null ? null : (
      <p class="app-quiet" role="status">
        {nameOf(refused)} would rather not facilitate now. You go on facilitating.
      </p>
    )
  const isMine = view.offeredTo === view.me.person
  const other = nameOf(isMine ? view.facilitator : view.offeredTo)
  return (
    <InsetText>
      <p>
        {isMine
          ? `${other} asks you to facilitate from now on. You have a minute to say.`
          : `You have asked ${other} to facilitate. Until they accept, you do.`}
      </p>
      <ButtonGroup>
        {isMine && view.deeds.includes('take over') && (
          <PostButton action={to('handover')} fields={{ how: 'accept' }} variant="secondary">
            Yes, I facilitate
          </PostButton>
        )}
        <PostButton action={to('handover')} fields={{ how: 'end' }} variant="secondary">
          {isMine ? 'Not now' : 'Take it back'}
        </PostButton>
      </ButtonGroup>
    </InsetText>
  )
}

export function QuietPart({ shown, back }: ScreenParts) {
  const { to, view, nameOf } = shown
  const may = new Set(view.deeds)
  if (!may.has('tell discomfort')) return null
  const last = view.told.at(-1)
  const isWrittenFor = view.me.way === 'in the room'
  return (
    <>
      {last && (
        <p class="app-quiet" role="status">
          {last.answered ? `${nameOf(last.to)} has read what you told quietly.` : `Told to ${nameOf(last.to)} alone.`}
        </p>
      )}
      <Details
        summary="Tell the facilitator quietly that something feels wrong"
        open={back?.deed === 'quiet-words'}
        id="quietly"
      >
        <PostForm action={to('quiet-words')}>
          <FormFields form={quietForm} state={stateOf(back, 'quiet-words', quietForm)} />
          <Button variant="secondary">Tell {nameOf(view.facilitator)} quietly</Button>
        </PostForm>
      </Details>
      {isWrittenFor && (
        <PostButton action={to('arrival')} variant="secondary" small>
          Write on my own device
        </PostButton>
      )}
      <Details summary="I have to go" id="going">
        <p>You can come back as long as the meeting is on. Nothing that you said is lost.</p>
        <ButtonGroup>
          <PostButton action={to('departure')} variant="secondary">
            Leave the meeting
          </PostButton>
        </ButtonGroup>
      </Details>
    </>
  )
}
