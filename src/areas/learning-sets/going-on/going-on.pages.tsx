// How the facilitator brings the set to the next stage (SPEC 7.3): one green button, or what the set cannot go on without, right
// where the button will be; whose turn is next, where they call people; the end. And passing
// one's turn on: the green button once one has done what one's turn is for, quieter before.
import { Button, type Form, FormFields, InsetText, PostButton, PostForm } from '../../../design/index.ts'
import { stateOf } from '../asking/came-back.view.ts'
import type { ScreenParts } from '../asking/came-back.view.ts'
import { callForm, finishForm, minutesForm, presenterForm } from '../asking/deeds.form.ts'
import type { DeedName } from '../asking/deeds-of-meeting.form.ts'
import { isThere, type MeetingShown } from '../asking/shown.view.ts'
import { namesInWords } from '../asking/words.view.ts'

/** The next step: beginning, the next stage, finishing; or what comes before it. */
export function NextPart({ shown, back }: ScreenParts) {
  const { to, view } = shown
  const next = view.facilitating?.next
  if (!next) return shown.isLastStage ? <FinishPart shown={shown} back={back} /> : null
  if (next.why !== null) return <MissingPart shown={shown} back={back} />
  if (view.state === 'gathering') return <PostButton action={to('beginning')}>Begin the meeting</PostButton>
  if (!view.deeds.includes('move on')) return null
  return (
    <>
      {waitWords(shown) !== null && <p class="app-quiet">{waitWords(shown)}</p>}
      <PostButton
        action={to('moves')}
        fields={{ to: 'next', step: String(view.stage?.number ?? 0) }}
        variant={isCalling(shown) ? 'secondary' : undefined}
      >
        Next: {next.name}
      </PostButton>
    </>
  )
}

/** Who still waits for a turn, before the facilitator moves on. */
function waitWords({ view, nameOf }: MeetingShown): string | null {
  const waiting = view.turn ? [...(view.turn.holder ? [view.turn.holder] : []), ...view.turn.waiting] : []
  return waiting.length === 0 ? null : `Still to have a turn: ${namesInWords(waiting, nameOf)}.`
}

/** Why the set cannot go on, and what helps where it stands nowhere else on the page. */
function MissingPart({ shown, back }: ScreenParts) {
  const { view } = shown
  const next = view.facilitating?.next
  if (!next) return null
  // The form for choosing stands right above, and says it all.
  const isAbove = next.needs === 'topics' && shown.topicsToChoose.length > 0 && !view.choice && !needsTime(shown)
  return (
    <>
      {!isAbove && (
        <InsetText>
          <p>
            Next: {next.name}. {next.why}.
          </p>
        </InsetText>
      )}
      {next.needs === 'presenter' && <PresenterWay shown={shown} back={back} />}
      {next.needs === 'topics' && view.deeds.includes('choose topics') && <TopicsWay shown={shown} back={back} />}
    </>
  )
}

type Way = ScreenParts & {
  deed: DeedName
  form: Form<unknown>
  button: string
  options?: Parameters<typeof FormFields>[0]['options']
  hidden?: Readonly<Record<string, string>>
}

const WayOn = ({ shown, back, deed, form, button, options, hidden = {} }: Way) => (
  <div class="app-write">
    <PostForm action={shown.to(deed)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FormFields form={form} state={stateOf(back, deed, form)} options={options} />
      <Button>{button}</Button>
    </PostForm>
  </div>
)

function PresenterWay({ shown, back }: ScreenParts) {
  const { view, nameOf } = shown
  const here = view.others.filter((one) => isThere(one.doing) && one.as !== 'facilitator')
  const own = view.me.as === 'facilitator' ? [] : [{ value: view.me.person, label: 'You' }]
  const options = { presenter: [...here.map(({ person }) => ({ value: person, label: nameOf(person) })), ...own] }
  if (options.presenter.length === 0) return <p>Somebody of the set has to be here for that.</p>
  return (
    <WayOn shown={shown} back={back} deed="presenter" form={presenterForm} options={options} button="They present" />
  )
}

/** No topic is there to choose, or no time: the set goes on without, or lasts longer. */
function TopicsWay({ shown, back }: ScreenParts) {
  const { to, now, topicsToChoose } = shown
  if (topicsToChoose.length === 0)
    return (
      <>
        <p>Nobody who is here has a topic that is still to come.</p>
        <PostButton action={to('choice')} fields={{ shown: now, there: '0', how: 'agreement' }}>
          Go on without a topic
        </PostButton>
      </>
    )
  if (!needsTime(shown)) return null
  return (
    <>
      <p>There is no time left for topics. Agree how much longer you stay, or finish early.</p>
      <WayOn
        shown={shown}
        back={back}
        deed="time"
        form={minutesForm}
        button="Let the meeting last longer"
        hidden={{ how: 'meeting' }}
      />
    </>
  )
}

/** Whether topics wait for which the meeting has no time any more. */
export const needsTime = ({ view, topicsToChoose }: MeetingShown): boolean =>
  view.facilitating?.next?.needs === 'topics' &&
  view.deeds.includes('choose topics') &&
  topicsToChoose.length > 0 &&
  view.facilitating.minutesForTopics === 0

/** Where the facilitator calls people and nobody has the turn: whose it is next. */
export function CallPart({ shown, back }: ScreenParts) {
  const { view, nameOf } = shown
  if (!isCalling(shown)) return null
  const options = { call: (view.turn?.waiting ?? []).map((one) => ({ value: one, label: nameOf(one) })) }
  return (
    <WayOn
      shown={shown}
      back={back}
      deed="turns"
      form={callForm}
      options={options}
      button="Give the turn"
      hidden={{ how: 'call' }}
    />
  )
}

/** Whether the facilitator has to say whose turn it is now. */
export const isCalling = ({ view }: MeetingShown): boolean =>
  view.deeds.includes('give turn') && view.turn?.holder === null && view.turn.waiting.length > 0

/** Finishing: plain after the last stage, with the set's reason before it. */
export function FinishPart({ shown, back }: ScreenParts) {
  const { to, isLastStage } = shown
  return (
    <PostForm action={to('finish')}>
      {!isLastStage && <FormFields form={finishForm} state={stateOf(back, 'finish', finishForm)} />}
      <Button variant={isLastStage ? undefined : 'secondary'}>Finish the meeting</Button>
    </PostForm>
  )
}

/** Passing the turn on: whoever has it, or who writes for them. */
export function TurnPart({ shown }: { shown: MeetingShown }) {
  const { to, view } = shown
  const { turn } = view
  if (!turn?.holder || !shown.spokenFor.some((one) => one.deeds.includes('finish turn'))) return null
  const isMine = turn.holder === view.me.person
  const isNext = isMine && !hasMoreToDo(shown)
  const fields = { step: String(view.stage?.number ?? 0), turn: String(turn.turn), lap: String(turn.lap) }
  const [next] = turn.waiting
  return (
    <>
      <PostButton action={to('turns')} fields={fields} variant={isNext ? undefined : 'secondary'}>
        {isMine ? 'I have finished' : `${shown.nameOf(turn.holder)} has finished`}
      </PostButton>
      {next !== undefined && (
        <p class="app-quiet">Then {next === view.me.person ? 'it is your turn' : shown.nameOf(next)}.</p>
      )}
    </>
  )
}

/** Whether the turn is for something that has not been done yet: then that is the green button. */
function hasMoreToDo(shown: MeetingShown): boolean {
  const { view } = shown
  const me = view.me.person
  if (view.deeds.includes('name topic')) return !view.topics.some((one) => one.owner === me)
  if (view.deeds.includes('bid')) return !view.bids.some((one) => one.person === me)
  if (view.deeds.includes('report')) return view.commitments.some((one) => one.owner === me && one.outcome === null)
  return (
    view.deeds.includes('contribute') &&
    !view.contributions.some((one) => one.step === view.stage?.number && one.person === me)
  )
}
