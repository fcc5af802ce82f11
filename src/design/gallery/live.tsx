import { LiveClock, LiveRegion } from '../parts/live.tsx'
import type { Section } from './gallery.tsx'

const now = '2026-11-24T14:10:00.000Z'

export const liveExamples: Section = {
  id: 'live-pages',
  title: 'Pages that stay open',
  examples: [
    {
      name: 'A part that is kept up to date, with its clock',
      shown: (
        <LiveRegion stream="" version={17} now={now} href="/gallery">
          <p>
            Ben presents. <LiveClock label="Time for presenting" endsAt="2026-11-24T14:22:00.000Z" now={now} />
          </p>
        </LiveRegion>
      ),
    },
    {
      name: 'A clock that has run over, one that stands still, one that counts up',
      shown: (
        <ul>
          <li>
            <LiveClock label="Time for responding" endsAt="2026-11-24T14:07:00.000Z" now={now} />
          </li>
          <li>
            <LiveClock label="Time for listening" endsAt="2026-11-24T14:30:00.000Z" pausedAt={now} now={now} />
          </li>
          <li>
            <LiveClock label="Time since the meeting began" runsSince="2026-11-24T14:00:00.000Z" now={now} />
          </li>
        </ul>
      ),
    },
  ],
}
