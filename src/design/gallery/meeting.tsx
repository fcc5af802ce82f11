import { Button } from '../parts/button.tsx'
import { LiveClock } from '../parts/live.tsx'
import { CountBars } from '../meeting/count-bars.tsx'
import { PeopleChips } from '../meeting/people-chips.tsx'
import { SaidList } from '../meeting/said-list.tsx'
import { StagePanel } from '../meeting/stage-panel.tsx'
import type { Section } from './gallery.tsx'

const now = '2026-11-24T14:10:00.000Z'
const clock = (label: string) => <LiveClock label={label} endsAt="2026-11-24T14:22:00.000Z" now={now} />
const pause = (
  <Button variant="secondary" small>
    Pause
  </Button>
)

export const meetingExamples: Section = {
  id: 'meetings',
  title: 'A meeting as its people see it',
  examples: [
    {
      name: 'The stage that is on, for whoever it is for now',
      shown: (
        <StagePanel
          id="stage-acting"
          tone="acting"
          kicker="The topics 1: Present"
          heading="You present"
          clock={clock('Time for: Present')}
          ways={pause}
        >
          <p>Bring your topic to life in a few minutes, and say what you would like from us.</p>
        </StagePanel>
      ),
    },
    {
      name: 'For whoever listens',
      shown: (
        <StagePanel
          id="stage-listening"
          tone="listening"
          kicker="The topics 1: Listen"
          heading="You are listening"
          clock={clock('Time for: Listen')}
          ways={pause}
        >
          <p>The set is thinking about your topic. You can answer when this time ends.</p>
        </StagePanel>
      ),
    },
    {
      name: 'For whoever follows',
      shown: (
        <StagePanel id="stage-calm" tone="calm" kicker="Rounds of three 1: Tell" heading="Ben presents. You listen">
          <p>You work with Ben (client) and Dora (observer).</p>
        </StagePanel>
      ),
    },
    {
      name: 'While the meeting is paused',
      shown: (
        <StagePanel
          id="stage-paused"
          tone="paused"
          heading="The meeting is paused"
          clock={<LiveClock label="Time for: Respond" endsAt="2026-11-24T14:22:00.000Z" pausedAt={now} now={now} />}
        >
          <p>The clock stands still and nothing is lost.</p>
        </StagePanel>
      ),
    },
    {
      name: 'Who is there, and what each does',
      shown: (
        <PeopleChips
          label="Who is in this meeting"
          people={[
            { name: 'You', doing: 'presenter', isMe: true },
            { name: 'Ben', doing: 'facilitator' },
            { name: 'Dora', doing: 'has the turn' },
            { name: 'Femi', doing: 'connection lost', isAway: true },
          ]}
        />
      ),
    },
    {
      name: 'What was said, with what its author may do',
      shown: (
        <SaidList
          label="What the set has said"
          items={[
            { id: 'said-1', kind: 'Suggestion', who: 'Dora', words: 'Begin with what goes well.' },
            {
              id: 'said-2',
              kind: 'Experience',
              who: 'Femi',
              note: 'written down by Ben',
              words: 'We asked for an hour a week.',
            },
            { id: 'said-3', kind: 'Question', who: 'You', words: 'What would be a first step?', ways: pause },
          ]}
        />
      ),
    },
    {
      name: 'Voices so far, for the facilitator alone',
      shown: (
        <CountBars
          label="Voices so far"
          bars={[
            { label: 'Dora', count: 4 },
            { label: 'Femi', count: 1 },
            { label: 'Chidi', count: 0 },
          ]}
        />
      ),
    },
  ],
}
