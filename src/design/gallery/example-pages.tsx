// Whole pages in the manner of the service: what a home page, a team and a case look like.

import { CoverageOverTime } from '../charts/over-time.tsx'
import { defineForm } from '../form/define-form.ts'
import { FormField, PostForm } from '../form/form.tsx'
import { longText } from '../form/text-fields.tsx'
import type { PageContent } from '../page/page.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { AsAt, CsvLink, FigureTiles } from '../parts/figures.tsx'
import { NeedList } from '../parts/need-list.tsx'
import { Details, InsetText, Lede } from '../parts/notes.tsx'
import { StateTag } from '../parts/tag.tsx'
import { WhoExample } from './notes.tsx'
import { TeamTable } from './tables.tsx'
import { coverage, needs, teamFigures, teamNeeds } from './world.tsx'

const Home = () => (
  <>
    <h1>What you need to do</h1>
    <Lede>Friday 20 November 2026</Lede>
    <NeedList needs={needs} />
    <h2>Your supervision</h2>
    <Card>
      <p>
        <StateTag tone="good">Up to date</StateTag> Child protection case work: <strong>due by 3 February 2027</strong>
      </p>
      <Details summary="How we worked this out">
        <p>Health visitors have it at least every 3 months. You last had it on 3 November 2026 with Ben Carter.</p>
      </Details>
    </Card>
    <InsetText>
      <p>
        <strong>Need advice now?</strong> The safeguarding desk is open until 4:20pm.{' '}
        <a href="/gallery#advice">Ask for advice</a>
      </p>
    </InsetText>
  </>
)

const Team = () => (
  <>
    <h1>North health visiting team</h1>
    <AsAt day="2026-11-20" action="/gallery/team">
      you see that supervision happened, never what was said. <a href="/help/who-sees-what">Who sees what</a>
    </AsAt>
    <FigureTiles figures={teamFigures} label="The team in figures" />
    <h2>Needs you</h2>
    <NeedList needs={teamNeeds} level={3} />
    <TeamTable caption="Everyone" />
    <CsvLink href="/gallery/team.csv" rows={17} />
    <CoverageOverTime
      title="Up to date, month by month"
      says="From 65% in December 2025 to 82% in November 2026; the target is 90%."
      points={coverage}
      target={90}
    />
  </>
)

const discussion = defineForm({
  voice: longText({
    label: 'The child’s voice, as well as you can tell it',
    hint: 'What did the child say, show, play or avoid? What is a day like for this child?',
    optional: true,
    rows: 4,
  }),
  risks: longText({ label: 'Risks', optional: true, rows: 4 }),
  protects: longText({ label: 'What protects', optional: true, rows: 4 }),
})

const Discussion = () => {
  const state = discussion.filled({
    voice: 'Shows me the same three toys each visit; goes quiet when the door bell rings.',
    risks: 'Two missed appointments since August.',
    protects: 'Nursery four days; grandmother near.',
  })
  return (
    <>
      <h1>Case HV-2214</h1>
      <Lede>2 children, 1 adult · child in need plan · on the list since 4 May 2026</Lede>
      <Card heading="What was planned on 25 August" level={2} size="s">
        <p>Weekly contact; joint visit with the family support worker; ask about sleep.</p>
        <p>
          <strong>What came of it?</strong> <StateTag tone="good">Done</StateTag> contact{' '}
          <StateTag tone="soon">Part done</StateTag> joint visit <StateTag tone="quiet">Answer</StateTag> sleep
        </p>
      </Card>
      <h2>Child 1, about 4 years</h2>
      <PostForm action="/gallery/case" autosave="/gallery/draft" version={1}>
        <FormField form={discussion} state={state} name="voice" />
        <div class="app-pair">
          <FormField form={discussion} state={state} name="risks" />
          <FormField form={discussion} state={state} name="protects" />
        </div>
        <Button>Go on to actions</Button>
      </PostForm>
      <WhoExample />
    </>
  )
}

export const examplePages: Readonly<Record<string, PageContent>> = {
  home: { title: 'What you need to do', body: <Home /> },
  team: { title: 'A team', wide: true, body: <Team />, back: { href: '/gallery', label: 'All teams' } },
  case: {
    title: 'Case discussion',
    body: <Discussion />,
    back: { href: '/gallery', label: 'Tuesday 24 November, case supervision' },
  },
}
