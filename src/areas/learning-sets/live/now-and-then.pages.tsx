// What a facilitator needs now and then: going back a stage, more time for the whole, turns, people in the room, parts, groups,
// handing over, finishing early. Folded away, so that the page stays calm.
import {
  Button,
  Details,
  type Form,
  FormFields,
  type OptionsByField,
  PostButton,
  PostForm,
} from '../../../design/index.ts'
import type { MeetingRole } from '../format/format.ts'
import type { DeedName } from '../asking/deeds-of-meeting.form.ts'
import { stateOf } from '../asking/came-back.view.ts'
import { groupsFormOf } from '../asking/choice.form.ts'
import {
  arrivalForm,
  callForm,
  departureForm,
  groupName,
  handoverForm,
  minutesForm,
  presenterForm,
  roleForm,
} from '../asking/deeds.form.ts'
import { FinishPart, isCalling, needsTime } from '../going-on/going-on.pages.tsx'
import type { ScreenParts } from '../asking/came-back.view.ts'
import { isThere, type MeetingShown } from '../asking/shown.view.ts'

const roleWords: Partial<Record<MeetingRole, string>> = {
  timekeeper: 'Keeps time',
  scribe: 'Writes for people in the room',
  observer: 'Watches how we work',
}

/** All of it, each behind its own line. */
export function NowAndThen({ shown, back }: ScreenParts) {
  const { view } = shown
  return (
    <>
      <TurnWays shown={shown} back={back} />
      <TimeWays shown={shown} back={back} />
      <PeopleWays shown={shown} back={back} />
      <PartWays shown={shown} back={back} />
      <GroupWays shown={shown} back={back} />
      <ScreenWays shown={shown} />
      {!shown.isLastStage && view.deeds.includes('finish') && (
        <Details summary="Finish early" open={back?.deed === 'finish'} id="finishing-early">
          <FinishPart shown={shown} back={back} />
        </Details>
      )}
    </>
  )
}

type Way<V> = ScreenParts & {
  deed: DeedName
  form: Form<V>
  button: string
  options?: OptionsByField
  hidden?: Readonly<Record<string, string>>
}

const WayForm = <V,>({ shown, back, deed, form, button, options, hidden }: Way<V>) => (
  <PostForm action={shown.to(deed)}>
    {Object.entries(hidden ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <FormFields form={form} state={stateOf(back, deed, form)} options={options} />
    <Button variant="secondary" small>
      {button}
    </Button>
  </PostForm>
)

const peopleHere = ({ view, nameOf }: MeetingShown) =>
  view.others.filter((one) => isThere(one.doing)).map((one) => ({ value: one.person, label: nameOf(one.person) }))

/** Whoever could accept: on a screen of their own, and not presenting. */
const couldFacilitate = (shown: MeetingShown) =>
  peopleHere(shown).filter(
    (one) =>
      one.value !== shown.view.stage?.presenter &&
      shown.view.others.some((other) => other.person === one.value && other.way === 'own device' && !other.isDropped),
  )

function TurnWays({ shown, back }: ScreenParts) {
  const { to, view, nameOf } = shown
  if (!view.turn || !view.deeds.includes('give turn')) return null
  const options = view.turn.waiting.map((one) => ({ value: one, label: nameOf(one) }))
  return (
    <Details summary="Turns" open={back?.deed === 'turns' && !isCalling(shown)} id="turns">
      {options.length > 0 && !isCalling(shown) && (
        <WayForm
          shown={shown}
          back={back}
          deed="turns"
          form={callForm}
          button="Give the turn"
          options={{ call: options }}
          hidden={{ how: 'call' }}
        />
      )}
      <PostButton action={to('turns')} fields={{ how: 'again', lap: String(view.turn.lap) }} variant="secondary" small>
        Another round
      </PostButton>
    </Details>
  )
}

function TimeWays({ shown, back }: ScreenParts) {
  const { to, view } = shown
  const step = String(view.stage?.number ?? 0)
  if (!view.deeds.includes('lengthen meeting')) return null
  const isShort = needsTime(shown)
  return (
    <Details summary="Time and stages" open={back?.deed === 'time' && !isShort} id="time">
      {view.deeds.includes('go back') && (
        <PostButton action={to('moves')} fields={{ to: 'back', step }} variant="secondary" small>
          Back a stage
        </PostButton>
      )}
      {!isShort && (
        <WayForm
          shown={shown}
          back={back}
          deed="time"
          form={minutesForm}
          button="Let the meeting last longer"
          hidden={{ how: 'meeting' }}
        />
      )}
    </Details>
  )
}

function PeopleWays({ shown, back }: ScreenParts) {
  const { view, nameOf } = shown
  const absent = view.others.filter((one) => !isThere(one.doing)).map((one) => one.person)
  const away = [...absent, ...shown.newcomers].map((one) => ({ value: one, label: nameOf(one) }))
  const here = peopleHere(shown)
  const isBack = back?.deed === 'arrival' || back?.deed === 'departure'
  const arriving = { options: { arrives: away }, hidden: { way: 'others' }, button: 'Is here in the room' }
  return (
    <Details summary="People in the room" open={isBack} id="people">
      {away.length > 0 && <WayForm shown={shown} back={back} deed="arrival" form={arrivalForm} {...arriving} />}
      {here.length > 0 && (
        <WayForm
          shown={shown}
          back={back}
          deed="departure"
          form={departureForm}
          options={{ departs: here }}
          button="Has left"
        />
      )}
    </Details>
  )
}

function PartWays({ shown, back }: ScreenParts) {
  const { view } = shown
  const may = new Set(view.deeds)
  const here = peopleHere(shown)
  if (here.length === 0) return null
  const isMember = (one: { value: string }) =>
    view.others.some((other) => other.person === one.value && other.as !== 'facilitator')
  const members = here.filter(isMember)
  const roles = shown.roles.map((role) => ({ value: role, label: roleWords[role] ?? role }))
  const giving = { options: { role: roles, 'role-person': here }, button: 'Give this part' }
  const presenting = { options: { presenter: members }, button: 'Presents' }
  const handing = { options: { 'hand-to': couldFacilitate(shown) }, button: 'Ask them to facilitate' }
  const isAsked = view.facilitating?.next?.needs === 'presenter'
  const isBack = back?.deed === 'roles' || (back?.deed === 'presenter' && !isAsked) || back?.deed === 'handover'
  const ways = { shown, back }
  return (
    <Details summary="Parts that people take" open={isBack} id="parts">
      {may.has('give role') && roles.length > 0 && <WayForm {...ways} deed="roles" form={roleForm} {...giving} />}
      {may.has('name presenter') && !isAsked && members.length > 0 && (
        <WayForm {...ways} deed="presenter" form={presenterForm} {...presenting} />
      )}
      {may.has('hand over') && view.offeredTo === null && handing.options['hand-to'].length > 0 && (
        <WayForm {...ways} deed="handover" form={handoverForm} {...handing} />
      )}
    </Details>
  )
}

function GroupWays({ shown, back }: ScreenParts) {
  const { view, groups } = shown
  // Fewer than four people cannot be put together otherwise.
  if (!view.deeds.includes('change groups') || groups.flat().length < 4) return null
  const form = groupsFormOf(shown)
  const now = Object.fromEntries(
    groups.flat().map((person, at) => [groupName(at), String(groups.findIndex((group) => group.includes(person)))]),
  )
  return (
    <Details summary="Groups" open={back?.deed === 'groups'} id="groups">
      <PostForm action={shown.to('groups')}>
        <FormFields form={form} state={stateOf(back, 'groups', form, now as object)} />
        <Button variant="secondary" small>
          Work in these groups
        </Button>
      </PostForm>
    </Details>
  )
}

/** One screen for the room: the same meeting in large letters. */
const ScreenWays = ({ shown: { at } }: { shown: MeetingShown }) => (
  <p>
    <a href={`${at}?screen=shared`}>One screen for the room</a>
  </p>
)
