// Contributing (SPEC 7.4): the kinds that the stage lets this person offer, and their words. A question that looks closed or like
// advice comes back to its author alone before anybody has seen it; they may send it as it stands.
import { Button, Details, FormField, InsetText, type Option, PostForm } from '../../../design/index.ts'
import type { Kind } from '../format/format.ts'
import { type CameBack, stateOf } from '../asking/came-back.view.ts'
import { contributionForm } from '../asking/deeds.form.ts'
import { SpeakerField, Step } from './doing.pages.tsx'
import type { ScreenParts } from '../asking/came-back.view.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import { kindWords } from '../asking/words.view.ts'

const otherWays: readonly Kind[] = ['topic', 'bid', 'vote', 'report', 'action']

const kindsNow = ({ spokenFor }: MeetingShown): readonly Kind[] =>
  [...new Set(spokenFor.flatMap((one) => one.kinds))].filter((kind) => !otherWays.includes(kind))

/** Folded away for whoever looks after the process, or answers, while others contribute. */
export function ContributionPart({ shown, back }: ScreenParts) {
  const kinds = kindsNow(shown)
  if (kinds.length === 0) return null
  if (!isAside(shown)) return <ContributionForm shown={shown} back={back} />
  return (
    <Details
      summary={shown.view.me.doing === 'answers' ? 'Write something down yourself' : 'Contribute something yourself'}
      open={back?.deed === 'contributions'}
      id="contributing"
    >
      <ContributionForm shown={shown} back={back} />
    </Details>
  )
}

/** The facilitator, or whoever answers, when others may contribute as well and nobody in the room is written for. */
export const isAside = ({ view, spokenFor }: MeetingShown): boolean =>
  (view.me.doing === 'facilitates' || view.me.doing === 'answers') &&
  spokenFor.length === 1 &&
  view.others.some((one) => one.doing === 'contributes' || one.doing === 'has the turn')

function ContributionForm({ shown, back }: ScreenParts) {
  const kinds = kindsNow(shown)
  const state = stateOf(back, 'contributions', contributionForm)
  return (
    <div class="app-write">
      {isPointedOut(shown, back) && (
        <InsetText>
          <p>Nobody else has seen it. Put it otherwise, or send it as it stands.</p>
        </InsetText>
      )}
      <PostForm action={shown.to('contributions')}>
        <Step shown={shown} />
        <SpeakerField shown={shown} back={back} deed="contributions" form={contributionForm} name="speaker" />
        <KindField kinds={kinds} state={state} />
        {kinds.includes('learning') && <FormField form={contributionForm} state={state} name="level" />}
        <FormField form={contributionForm} state={state} name="said" />
        <Button variant={isQuiet(shown, kinds) ? 'secondary' : undefined}>{sendWords(kinds)}</Button>
        {isPointedOut(shown, back) && (
          <>
            {' '}
            <Button name="as-it-stands" value="yes" variant="secondary">
              Send it as it stands
            </Button>
          </>
        )}
      </PostForm>
    </div>
  )
}

/** Something else is the next step: for whoever facilitates, and where only the way of working is spoken of. */
const isQuiet = ({ view }: MeetingShown, kinds: readonly Kind[]): boolean =>
  view.me.isFacilitator || kinds.every((kind) => kind === 'process observation')

const sendWords = (kinds: readonly Kind[]): string =>
  kinds.length === 1 && kinds[0] === 'question' ? 'Ask this question' : 'Share with the set'

/** Whether it came back because of how the question is put, not because of a fault. */
function isPointedOut({ view }: MeetingShown, back: CameBack | null): boolean {
  if (back?.deed !== 'contributions' || !view.stage?.pointsOut) return false
  const typed = back.state.typed
  return (
    typed.kind === 'question' &&
    typeof typed.said === 'string' &&
    typed.said.trim() !== '' &&
    back.state.errors.every((one) => one.field === 'said')
  )
}

function KindField({ kinds, state }: { kinds: readonly Kind[]; state: Parameters<typeof FormField>[0]['state'] }) {
  const [only] = kinds
  if (only && kinds.length === 1) return <input type="hidden" name="kind" value={only} />
  const options: readonly Option[] = kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))
  return <FormField form={contributionForm} state={state} name="kind" options={{ kind: options }} />
}
