// Passing the turn on (SPEC 7.3): the green button once one has done what one's turn is for, quieter before.
import { PostButton } from '../../../design/index.ts'
import type { MeetingShown } from '../asking/shown.view.ts'

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
