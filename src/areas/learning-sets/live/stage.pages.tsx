// The block that says what is now: the stage, what this person does in it, the clock, whose topic it is; and the prompts that
// the pack has for them.
import { Details, LiveClock, PostButton, StagePanel, Written } from '../../../design/index.ts'
import { formatDay, formatTime } from '../../../platform/time/words.ts'
import { addSeconds } from '../../../platform/time/moment.ts'
import type { Bank, MeetingShown } from '../asking/shown.view.ts'
import { isThere } from '../asking/shown.view.ts'
import { groupsNow } from '../asking/groups.view.ts'
import { presenterName, tellNow, whereWords } from '../asking/words.view.ts'

/** What is now. */
export function StageNow({ shown }: { shown: MeetingShown }) {
  const { view } = shown
  const { tone, heading, sentence } = tellNow(shown)
  const topic = view.topics.find((one) => one.id === view.stage?.topic)
  const whose = view.me.isPresenter ? 'Your topic' : `${presenterName(shown)}’s topic`
  return (
    <>
      <StagePanel
        tone={tone}
        kicker={whereWords(shown)}
        heading={heading}
        clock={view.clock && <ClockFace shown={shown} />}
        ways={timeWays(shown)}
      >
        <p>{sentence}</p>
        {view.finishedBecause !== null && (
          <p>
            Finished early: <bdi>{view.finishedBecause}</bdi>
          </p>
        )}
        {view.next && <p>You meet next on {nextWords(view.next)}.</p>}
        {groupsNow(shown).map((words) => (
          <p>{words}</p>
        ))}
        {topic && (
          <p>
            <strong>{whose}:</strong> <bdi>{topic.words}</bdi>
          </p>
        )}
      </StagePanel>
      {isThere(view.me.doing) && !shown.shared && <Prompts shown={shown} />}
    </>
  )
}

const nextWords = ({ day, time }: NonNullable<MeetingShown['view']['next']>): string =>
  `${formatDay(day)}${time === null ? '' : ` at ${formatTime(time)}`}`

/** Drawn from the server's time; while it stands still it shows what was left. */
function ClockFace({ shown: { view, now } }: { shown: MeetingShown }) {
  const { clock, stage } = view
  if (!clock || !stage) return null
  const endsAt = clock.endsAt ?? addSeconds(now, clock.secondsLeft)
  return (
    <LiveClock
      label={`Time for: ${stage.name}`}
      endsAt={endsAt}
      pausedAt={clock.signal === 'paused' ? now : undefined}
      now={now}
      atEnd={`The time for ${stage.name} is over. Nothing is cut off.`}
    />
  )
}

/** How the time can be changed: by the facilitator; anybody can ask for a pause. */
function timeWays({ to, view }: MeetingShown) {
  const step = String(view.stage?.number ?? 0)
  const may = new Set(view.deeds)
  if (!may.has('pause') && !may.has('resume') && !may.has('lengthen stage')) return undefined
  return (
    <>
      {may.has('lengthen stage') && (
        <PostButton action={to('time')} fields={{ how: 'stage', by: '2', step }} variant="secondary" small>
          2 more minutes
        </PostButton>
      )}
      {may.has('pause') && (
        <PostButton action={to('pause')} variant="secondary" small>
          Pause
        </PostButton>
      )}
      {may.has('resume') && (
        <PostButton action={to('pause')} fields={{ on: 'resume' }} small>
          Go on
        </PostButton>
      )}
      {may.has('share out what is left') && view.clock?.signal !== 'paused' && (
        <PostButton action={to('time')} fields={{ how: 'share', step }} variant="secondary" small>
          Share out what is left
        </PostButton>
      )}
    </>
  )
}

/** The stage's prompts, for whom the pack means them. Open for whoever presents or has the turn. */
function Prompts({ shown }: { shown: MeetingShown }) {
  const { view, banks } = shown
  const bank = banks.find((one) => one.key === view.stage?.prompts)
  // Whoever facilitates has all prompts beside.
  if (!bank || view.facilitating || !isFor(bank, shown)) return null
  const isOwn = view.me.doing === 'presents' || view.me.doing === 'has the turn'
  return (
    <Details summary={bank.name} open={isOwn} id="prompts">
      {bank.summary !== null && <p>{bank.summary}</p>}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {bank.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Details>
  )
}

function isFor(bank: Bank, { view }: MeetingShown): boolean {
  if (bank.for === 'everyone') return true
  if (bank.for === 'facilitator') return false
  if (bank.for === 'presenter') return view.me.isPresenter || !view.stage?.presenter
  return !view.me.isPresenter
}

/** The ground rules, clause by clause. */
export const Rules = ({ rules }: { rules: NonNullable<MeetingShown['rules']> }) => (
  <>
    {rules.map((clause) => (
      <>
        {clause.heading !== null && <h3 class="nhsuk-heading-xs">{clause.heading}</h3>}
        <Written>{clause.text}</Written>
      </>
    ))}
  </>
)
