// One screen for the room (SPEC 7.5): read from across it, so nothing is filled in on it. What is on now, whose turn it is, what was
// said; one button brings the set on. What somebody in the room wants written is folded away, for whoever has one device for all.
import { Details, Heading, InsetText, PostButton } from '../../../design/index.ts'
import type { ScreenParts } from '../asking/came-back.view.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import { DoPart } from '../live/doing.pages.tsx'
import { SaidPart } from '../live/said.pages.tsx'
import { Rules } from '../live/stage.pages.tsx'

/** All that stands under the stage on the screen of the room. */
export const RoomPart = ({ shown, back }: ScreenParts) => (
  <>
    {shown.rules && shown.view.stage?.recallsGroundRules && (
      <>
        <Heading level={2} size="m">
          Our ground rules
        </Heading>
        <Rules rules={shown.rules} />
      </>
    )}
    <SaidPart shown={shown} />
    <OnPart shown={shown} />
    {writesForRoom(shown) && (
      <Details summary="Write for somebody in the room" open={back !== null} id="writing-for-the-room">
        <DoPart shown={shown} back={back} />
      </Details>
    )}
    <p>
      <a href={shown.at}>Back to your own screen</a>
    </p>
  </>
)

const writesForRoom = ({ spokenFor, view }: MeetingShown): boolean =>
  spokenFor.some((one) => one.person !== view.me.person)

/** The one button; what needs more than a button is done on the facilitator's own screen. */
function OnPart({ shown: { to, view } }: { shown: MeetingShown }) {
  const next = view.facilitating?.next
  if (!view.facilitating || !next) return null
  if (next.why !== null)
    return (
      <InsetText>
        <p>
          Next: {next.name}. {next.why}.
        </p>
      </InsetText>
    )
  if (view.state === 'gathering') return <PostButton action={to('beginning')}>Begin the meeting</PostButton>
  if (!view.deeds.includes('move on')) return null
  return (
    <PostButton action={to('moves')} fields={{ to: 'next', step: String(view.stage?.number ?? 0) }}>
      Next: {next.name}
    </PostButton>
  )
}
