// Choosing the topics (SPEC 7.3, 7.6): a place and minutes for each, what fairness suggests and why, how the votes stand.
import { Button, Details, FormField, Heading, PostForm } from '../../../design/index.ts'
import { stateOf } from '../asking/came-back.view.ts'
import { choiceFormOf } from '../asking/choice.form.ts'
import { minutesName, placeName } from '../asking/deeds.form.ts'
import type { ScreenParts } from '../asking/came-back.view.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import { minutesWords, namesInWords } from '../asking/words.view.ts'
import { needsTime } from '../going-on/going-on.pages.tsx'

/** The whole form when the set has to choose; folded away before, and once it has chosen. */
export function ChoicePart({ shown, back }: ScreenParts) {
  const { view } = shown
  if (!view.deeds.includes('choose topics') || shown.topicsToChoose.length === 0) return null
  // Without any time for them there is nothing to share out: the page asks for time instead.
  if (needsTime(shown)) return null
  const isNeeded = view.facilitating?.next?.needs === 'topics'
  if (!view.choice && isNeeded) return <ChoiceForm shown={shown} back={back} />
  // While there is another stage before the topics, in which the set may vote or settle, nobody is pressed to choose.
  return (
    <Details
      summary={view.choice ? 'Choose again' : 'Choose the topics now'}
      open={back?.deed === 'choice' || isNeeded}
      id="choosing"
    >
      <ChoiceForm shown={shown} back={back} />
    </Details>
  )
}

function ChoiceForm({ shown, back }: ScreenParts) {
  const { to, view, now, topicsToChoose } = shown
  const form = choiceFormOf(shown)
  const state = stateOf(back, 'choice', form, { how: 'agreement', ...placesToBegin(shown) } as object)
  const there = view.facilitating?.minutesForTopics ?? 0
  return (
    <div class="app-write">
      <Heading level={2} size="m">
        Choose, put in order, share out the time
      </Heading>
      <Suggestion shown={shown} />
      <p>
        There are <strong>{minutesWords(there)}</strong> for the topics. {typedWords(state.typed)}Minutes that you leave
        empty are shared out evenly.
      </p>
      <PostForm action={to('choice')}>
        <input type="hidden" name="shown" value={now} />
        <input type="hidden" name="there" value={String(there)} />
        {topicsToChoose.map((_topic, index) => (
          <div class="app-choice">
            <FormField form={form} state={state} name={placeName(index)} />
            <FormField form={form} state={state} name={minutesName(index)} />
          </div>
        ))}
        <FormField form={form} state={state} name="how" />
        <FormField form={form} state={state} name="choice-words" />
        <Button>These are our topics</Button>
      </PostForm>
    </div>
  )
}

/** What the typed minutes add up to, when they came back. */
function typedWords(typed: Readonly<Record<string, string | readonly string[]>>): string {
  const given = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('minutes-') && Number(value) > 0 ? [Number(value)] : [],
  )
  return given.length === 0 ? '' : `The minutes you filled in add up to ${given.reduce((sum, one) => sum + one, 0)}. `
}

/** The suggested topics in their places, as a beginning; the others not this time. */
function placesToBegin({
  suggested,
  topicsToChoose,
  begun,
  mostTopics,
  view,
}: MeetingShown): Readonly<Record<string, string>> {
  const most = Math.min(mostTopics - begun.length, view.facilitating?.minutesForTopics ?? 0)
  const taken = suggested.slice(0, Math.max(0, most)).map((one) => one.topic)
  return Object.fromEntries(topicsToChoose.map(({ id }, at) => [placeName(at), String(taken.indexOf(id) + 1)]))
}

function Suggestion({ shown: { suggested, nameOf } }: { shown: MeetingShown }) {
  if (suggested.length === 0) return null
  return (
    <Details
      summary={`It would be fair to take ${namesInWords(
        suggested.map((one) => one.person),
        nameOf,
      )}. See why`}
      id="suggestion"
    >
      <ul class="nhsuk-list nhsuk-list--bullet">
        {suggested.map((one) => (
          <li>
            <bdi>{nameOf(one.person)}</bdi> {one.reasons.join('; ')}
          </li>
        ))}
      </ul>
      <p>The set decides. Where it decides otherwise, its reason is kept.</p>
    </Details>
  )
}
