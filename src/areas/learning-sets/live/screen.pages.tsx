// The one page of a meeting while it is open (SPEC 7.3, DESIGN 6): where the set is, what this person does now, what was said.
// Everything else is quieter. Components only: they take what is shown and change nothing.
import {
  ErrorSummary,
  FormatStrip,
  LiveRegion,
  InsetText,
  PeopleChips,
  type VNode,
  Written,
} from '../../../design/index.ts'
import type { StripPiece } from '../course/strip.ts'
import { FacilitatorBeside, FacilitatorWays, ToldPart } from './facilitating.pages.tsx'
import { ArrivePart, DoPart, offersWriting } from './doing.pages.tsx'
import { RoomPart } from '../going-on/room-screen.pages.tsx'
import { SaidPart } from './said.pages.tsx'
import { isThere, type MeetingShown } from '../asking/shown.view.ts'
import { StageNow } from './stage.pages.tsx'
import { OfferPart, QuietPart, StepInPart } from './quiet.pages.tsx'
import { type ScreenParts, wordsTyped } from '../asking/came-back.view.ts'
import { announcementOf, doingWords } from '../asking/words.view.ts'

type Around = {
  /** In the place of what is done, once the meeting is over. */
  readonly after?: VNode
  readonly again?: Parameters<typeof LiveRegion>[0]['again']
}

/** The page as this person or this screen asks for it. */
export const ownAddress = ({ at, shared }: MeetingShown): string => (shared ? `${at}?screen=shared` : at)

/** The whole body of the page. Of a meeting that is over nothing changes by itself any more. */
export function MeetingScreen({ shown, back, after, again }: ScreenParts & Around): VNode {
  const { view } = shown
  const isFacilitating = view.facilitating !== null && view.state !== 'finished' && isThere(view.me.doing)
  const look = isFacilitating && !shown.shared ? '' : ' app-meeting--alone'
  return (
    <LiveRegion
      stream={view.state === 'finished' ? '' : `${shown.at}/changes`}
      version={view.version}
      now={shown.now}
      until={view.changesAt ?? undefined}
      announce={announcementOf(shown)}
      href={ownAddress(shown)}
      again={again}
    >
      <ErrorSummary state={back?.state} />
      <h1 class="nhsuk-heading-l">
        <bdi>{shown.setName}</bdi>
      </h1>
      {view.stage && <FormatStrip stages={view.strip.map(pieceOf)} title="Stages of this meeting" slim />}
      <div class={`app-meeting${look}${shown.shared ? ' app-meeting--shared' : ''}`}>
        <div class="app-meeting__now">
          <StageNow shown={shown} />
          {isFacilitating && !shown.shared && <ToldPart shown={shown} />}
          <KeptWords shown={shown} back={back} />
          <People shown={shown} />
          {after ?? <Middle shown={shown} back={back} />}
          {isFacilitating && !shown.shared && <FacilitatorWays shown={shown} back={back} />}
          {!shown.shared && isThere(view.me.doing) && <QuietPart shown={shown} back={back} />}
        </div>
        {isFacilitating && !shown.shared && <FacilitatorBeside shown={shown} back={back} />}
      </div>
      {!shown.shared && <Foot shown={shown} />}
    </LiveRegion>
  )
}

const Middle = ({ shown, back }: ScreenParts) => {
  const { view } = shown
  if (view.state === 'finished') return <SaidPart shown={shown} />
  if (shown.shared && isThere(view.me.doing)) return <RoomPart shown={shown} back={back} />
  return isThere(view.me.doing) ? <Inside shown={shown} back={back} /> : <ArrivePart shown={shown} />
}

const Inside = ({ shown, back }: ScreenParts) => (
  <>
    <StepInPart shown={shown} />
    <OfferPart shown={shown} />
    <DoPart shown={shown} back={back} />
    <SaidPart shown={shown} />
  </>
)

const pieceOf = ({ name, round, minutes, when }: StripPiece) => ({
  label: round === null || when === 'now' ? name : `${name} ${round} ·`,
  minutes,
  state: when === 'over' ? ('done' as const) : when === 'now' ? ('now' as const) : undefined,
})

function People({ shown }: { shown: MeetingShown }) {
  const { view, nameOf } = shown
  const me = {
    name: shown.shared ? nameOf(view.me.person) : 'You',
    doing: view.stage ? roleWords(shown) : undefined,
    isMe: !shown.shared,
  }
  const others = view.others.map((one) => ({
    name: nameOf(one.person),
    doing: doingWords(one),
    isAway: !isThere(one.doing) || one.isDropped,
  }))
  return <PeopleChips people={isThere(view.me.doing) ? [me, ...others] : others} label="Who is in this meeting" />
}

const roleWords = ({ view }: MeetingShown): string | undefined =>
  view.me.isFacilitator ? 'facilitator' : view.me.isPresenter ? 'presenter' : (view.me.role ?? undefined)

/** Words that could not be sent because the set has moved on: kept on the page, to be copied or said aloud. */
function KeptWords({ shown, back }: ScreenParts) {
  if (!back || offersWriting(shown, back.deed)) return null
  const words = wordsTyped(back)
  if (words.length === 0) return null
  return (
    <InsetText>
      <h2 class="nhsuk-heading-s">What you wrote is still here</h2>
      {words.map((one) => (
        <Written>{one}</Written>
      ))}
      <p>Nobody else has seen it. You can copy it, or say it when there is time.</p>
    </InsetText>
  )
}

const Foot = ({ shown: { rulesAt, isKept } }: { shown: MeetingShown }) => (
  <>
    {rulesAt !== null && (
      <p>
        <a href={rulesAt}>Our ground rules</a>
      </p>
    )}
    <p class="app-quiet">
      The people of this set who have a seat in this meeting see it, and nobody else does: no manager, no administrator.
      Nothing that you say is recorded.{' '}
      {isKept
        ? 'What you write is kept for you all.'
        : 'What you write is destroyed when the meeting ends; commitments stay, and topics that you did not reach.'}
    </p>
  </>
)
