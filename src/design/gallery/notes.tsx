import { Card, CardGrid } from '../parts/card.tsx'
import { Details, EmptyState, InsetText, NotificationBanner, WarningCallout } from '../parts/notes.tsx'
import { WhoCanSee } from '../parts/who-can-see.tsx'
import { ProblemPage } from '../page/problem.tsx'
import type { Section } from './gallery.tsx'

export const noteExamples: Section = {
  id: 'notes-cards',
  title: 'Notes, cards and who can see',
  examples: [
    {
      name: 'Reasons behind a line',
      shown: (
        <Details summary="How we worked this out">
          <p>Health visitors have case supervision at least every 3 months. Amina last had it on 3 November 2026.</p>
        </Details>
      ),
    },
    {
      name: 'Inset text',
      shown: (
        <InsetText>
          <p>Need advice now? The safeguarding desk is open until 4:20pm.</p>
        </InsetText>
      ),
    },
    {
      name: 'Warning',
      shown: (
        <WarningCallout heading="This session is in two days">
          <p>Two of three cases are not ready. Your supervisor can postpone it.</p>
        </WarningCallout>
      ),
    },
    {
      name: 'Something was done',
      shown: (
        <NotificationBanner id="booked" variant="success" heading="Session booked">
          <p>Ben has been told. It is on both calendars.</p>
        </NotificationBanner>
      ),
    },
    {
      name: 'Something to know',
      shown: (
        <NotificationBanner id="policy" heading="The new policy is in force from 1 December 2026">
          <p>Read what has changed for you.</p>
        </NotificationBanner>
      ),
    },
    {
      name: 'Cards',
      shown: (
        <CardGrid columns={3}>
          {[
            <Card heading="My supervision" level={4} size="s" href="/gallery#mine" clickable>
              <p>Next: Tuesday 24 November, 2pm</p>
            </Card>,
            <Card heading="Those I supervise" level={4} size="s" href="/gallery#those" clickable>
              <p>7 people, 1 needs a session</p>
            </Card>,
            <Card heading="My record" level={4} size="s" href="/gallery#record" clickable>
              <p>12 sessions this year</p>
            </Card>,
          ]}
        </CardGrid>
      ),
    },
    {
      name: 'Nothing here yet',
      shown: (
        <EmptyState heading="No sessions yet" level={4}>
          <p>When you or your supervisor book one, you prepare, hold and record it here.</p>
        </EmptyState>
      ),
    },
    { name: 'Who can see this, and who has', shown: <WhoExample /> },
    {
      name: 'A page that says no',
      shown: <ProblemPage status={409} level={4} reason="Ben saved this at 2:31pm, after you opened it." />,
    },
  ],
}

export function WhoExample() {
  return (
    <WhoCanSee
      what="this record"
      viewers={[
        { who: 'Amina Yusuf', why: 'it is about her supervision' },
        { who: 'Ben Carter', why: 'he supervises her' },
      ]}
      looks={[
        { who: 'Ben Carter', when: '20 November 2026, 4:05pm', what: 'wrote' },
        { who: 'Amina Yusuf', when: '20 November 2026, 3:40pm', what: 'read' },
      ]}
      allLooks="/gallery#looks"
      notThese="Amina’s manager sees that the session was held and when, never what is written here."
    />
  )
}
