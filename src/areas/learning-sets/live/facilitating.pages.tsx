// What is the facilitator's alone (SPEC 7.5 to 7.7): the next stage, with why not; beside it who has spoken, what was told
// quietly, prompts, and the ways that are needed now and then.
import {
  Button,
  CountBars,
  Details,
  FormFields,
  Heading,
  PostButton,
  PostForm,
  SaidList,
} from '../../../design/index.ts'
import { formatTime } from '../../../platform/time/words.ts'
import { londonTime } from '../../../platform/time/moment.ts'
import { stateOf } from '../asking/came-back.view.ts'
import { ChoicePart } from './choosing.pages.tsx'
import { nextDateForm, postponementForm } from '../asking/deeds.form.ts'
import { CallPart, NextPart } from '../going-on/going-on.pages.tsx'
import { NowAndThen } from './now-and-then.pages.tsx'
import type { ScreenParts } from '../asking/came-back.view.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import { minutesWords, namesInWords } from '../asking/words.view.ts'

/** Under what was said: whose turn is next, choosing topics, putting off a report, the date, and the one green button. */
export const FacilitatorWays = ({ shown, back }: ScreenParts) => (
  <>
    <CallPart shown={shown} back={back} />
    <PutOffPart shown={shown} back={back} />
    <ChoicePart shown={shown} back={back} />
    <NextDatePart shown={shown} back={back} />
    <NextPart shown={shown} back={back} />
  </>
)

function PutOffPart({ shown, back }: ScreenParts) {
  const { to, view, nameOf } = shown
  const open = view.commitments.filter((one) => one.outcome === null)
  if (!view.deeds.includes('put off report') || open.length === 0) return null
  const options = open.map((one) => ({
    value: one.id,
    label: `${nameOf(one.owner)}: ${one.promise === '' ? 'a commitment' : one.promise}`.slice(0, 120),
  }))
  const waiting = namesInWords([...new Set(open.map((one) => one.owner))], nameOf)
  return (
    <Details summary="Put a report off to the next meeting" open={back?.deed === 'postponements'} id="putting-off">
      <p>Not reported on yet: {waiting}. The set can put one off, with its reason.</p>
      <PostForm action={to('postponements')}>
        <FormFields
          form={postponementForm}
          state={stateOf(back, 'postponements', postponementForm)}
          options={{ 'put-off': options }}
        />
        <Button variant="secondary">Put it off</Button>
      </PostForm>
    </Details>
  )
}

/** Asked for at the end; possible at any time before it, folded away. */
function NextDatePart({ shown, back }: ScreenParts) {
  const { to, view, isLastStage } = shown
  if (!view.deeds.includes('agree next date') || !isLastStage) return null
  return (
    <PostForm action={to('next-date')}>
      <FormFields
        form={nextDateForm}
        state={stateOf(back, 'next-date', nextDateForm, {
          'next-day': view.next?.day,
          'next-time': view.next?.time ?? null,
        })}
      />
      <Button variant="secondary">{view.next ? 'Change the date' : 'Save the date'}</Button>
    </PostForm>
  )
}

/** Beside the page on a desk, under it on a phone. */
export function FacilitatorBeside({ shown, back }: ScreenParts) {
  return (
    <aside class="app-meeting__beside" aria-label="For you as facilitator">
      <TimePart shown={shown} />
      <VoicesPart shown={shown} />
      <PromptsPart shown={shown} />
      <NowAndThen shown={shown} back={back} />
    </aside>
  )
}

/** What somebody told quietly: first of all, and never on the screen of the room. */
export function ToldPart({ shown: { to, view, nameOf } }: { shown: MeetingShown }) {
  const told = (view.facilitating?.toldToMe ?? []).filter((one) => !one.answered)
  if (told.length === 0) return null
  return (
    <>
      <Heading level={2} size="s">
        Told to you quietly
      </Heading>
      <SaidList
        label="Told to you quietly"
        items={told.map((one) => ({
          id: `told-${one.number}`,
          kind: 'Only you see this',
          who: nameOf(one.from),
          words: one.words ?? 'Something feels wrong.',
          ways: (
            <PostButton action={to('quiet-words')} fields={{ read: String(one.number) }} variant="secondary" small>
              I have read it
              <span class="nhsuk-u-visually-hidden">
                {' '}
                from {nameOf(one.from)}, number {one.number}
              </span>
            </PostButton>
          ),
        }))}
      />
    </>
  )
}

function TimePart({ shown: { view } }: { shown: MeetingShown }) {
  if (!view.endsAt || !view.facilitating) return null
  const late = view.facilitating.minutesLate
  const words =
    late > 0
      ? `, about ${minutesWords(late)} late as it stands`
      : late < 0
        ? `, about ${minutesWords(-late)} to spare`
        : ', and you are in time'
  return (
    <p>
      The meeting ends at {formatTime(londonTime(view.endsAt))}
      {words}.
    </p>
  )
}

function VoicesPart({ shown: { view, nameOf } }: { shown: MeetingShown }) {
  const voices = view.facilitating?.voices ?? []
  if (view.contributions.length === 0 || voices.length === 0) return null
  return (
    <>
      <Heading level={2} size="s">
        Voices so far <span class="nhsuk-u-font-weight-normal">(only you see this)</span>
      </Heading>
      <CountBars label="Voices so far" bars={voices.map(({ person, count }) => ({ label: nameOf(person), count }))} />
    </>
  )
}

/** The first of the pack's prompts for facilitators, folded; and what members are shown, to be able to point to it. */
function PromptsPart({ shown: { banks, view } }: { shown: MeetingShown }) {
  const own = banks.filter((bank) => bank.for === 'facilitator' || bank.key === view.stage?.prompts)
  return (
    <>
      {own.map((bank) => (
        <Details summary={bank.name} id={`bank-${bank.key}`}>
          {bank.summary !== null && <p>{bank.summary}</p>}
          <ul class="nhsuk-list nhsuk-list--bullet">
            {bank.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  )
}
