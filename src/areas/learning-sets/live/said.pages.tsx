// What the set has said and agreed so far: in this stage, earlier in this topic, and over the meeting.
import { Details, Heading, PostButton, type Said, SaidList, SummaryList } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Contribution } from '../meeting/meeting.ts'
import type { MeetingShown } from '../asking/shown.view.ts'
import { aboutTopic, kindWords, levelWords, minutesWords, outcomeWords } from '../asking/words.view.ts'

/** All of it, the newest stage first and open. */
export function SaidPart({ shown }: { shown: MeetingShown }) {
  const { view } = shown
  const now = view.contributions.filter((one) => one.step === view.stage?.number)
  const topic = view.stage?.topic ?? null
  const before = view.contributions.filter(
    (one) => one.step !== view.stage?.number && topic !== null && one.topic === topic,
  )
  const others = view.contributions.filter((one) => !now.includes(one) && !before.includes(one))
  return (
    <>
      {now.length > 0 && <SaidList items={now.map((one) => saidOf(one, shown))} label="What the set has said" />}
      {before.length > 0 && (
        <Details summary={`Said before on this topic (${before.length})`} open={now.length === 0}>
          <SaidList items={before.map((one) => saidOf(one, shown))} label="Said before on this topic" />
        </Details>
      )}
      <Commitments shown={shown} />
      <Reported shown={shown} />
      <Topics shown={shown} />
      {others.length > 0 && (
        <Details summary={`Said earlier in this meeting (${others.length})`}>
          <SaidList items={others.map((one) => saidOf(one, shown))} label="Said earlier in this meeting" />
        </Details>
      )}
    </>
  )
}

function saidOf(one: Contribution, { view, nameOf, to, shared }: MeetingShown): Said {
  const mine = !shared && (one.person === view.me.person || one.scribe === view.me.person)
  const canGoBack = mine && one.step === view.stage?.number && view.state === 'running'
  return {
    id: `said-${one.number}`,
    kind: one.level ? levelWords[one.level] : kindWords[one.kind],
    who: one.person === view.me.person ? 'You' : nameOf(one.person),
    note: one.scribe === null ? undefined : `written down by ${nameOf(one.scribe)}`,
    words: one.words,
    ways: canGoBack ? (
      <PostButton action={to('contributions')} fields={{ back: String(one.number) }} variant="secondary" small>
        Take back
        <span class="nhsuk-u-visually-hidden">
          {' '}
          what {one.person === view.me.person ? 'you' : nameOf(one.person)} said, number {one.number}
        </span>
      </PostButton>
    ) : undefined,
  }
}

/** What was promised in this meeting. */
function Commitments({ shown: { view, nameOf } }: { shown: MeetingShown }) {
  if (view.newCommitments.length === 0) return null
  return (
    <>
      <Heading level={2} size="s">
        What people will do
      </Heading>
      <SaidList
        label="What people will do"
        items={view.newCommitments.map((one) => ({
          id: `will-${one.id}`,
          kind: `By ${formatDay(one.due)}`,
          who: nameOf(one.owner),
          words: one.words,
        }))}
      />
    </>
  )
}

/** What came of what was promised last time: open in the stages before the topics, folded after. */
function Reported({ shown }: { shown: MeetingShown }) {
  const { view, nameOf } = shown
  const told = view.commitments.filter((one) => one.outcome !== null)
  if (told.length === 0) return null
  const items = told.map((one) => ({
    id: `came-${one.id}`,
    kind: one.outcome === 'put off' || one.outcome === null ? 'Put off' : outcomeWords[one.outcome],
    who: nameOf(one.owner),
    note: one.promise === '' ? undefined : `promised: ${one.promise}`,
    words: one.words ?? '',
  }))
  return (
    <Details
      summary={`What came of what we promised (${told.length} of ${view.commitments.length})`}
      open={view.topics.length === 0}
    >
      <SaidList items={items} label="What came of what we promised" />
    </Details>
  )
}

/** Topics: named while the set chooses; once chosen, in their order with their minutes. */
function Topics({ shown }: { shown: MeetingShown }) {
  const { view } = shown
  if (view.topics.length === 0 || view.stage?.topic || isChoosing(shown)) return null
  return (
    <>
      <Heading level={2} size="s">
        {topicsHeading(shown)}
      </Heading>
      {view.choice ? <ChosenTopics shown={shown} /> : <NamedTopics shown={shown} />}
    </>
  )
}

/** Whoever chooses sees the topics in the form, and not twice. */
const isChoosing = ({ view, shared, topicsToChoose }: MeetingShown): boolean =>
  !shared && !view.choice && view.facilitating?.next?.needs === 'topics' && topicsToChoose.length > 0

const topicsHeading = ({ view }: MeetingShown): string =>
  view.choice
    ? 'Our topics today'
    : view.topics.every((one) => one.waited)
      ? 'Still waiting from an earlier meeting'
      : 'Topics so far'

function ChosenTopics({ shown: { view, nameOf } }: { shown: MeetingShown }) {
  const rows = (view.choice?.topics ?? []).flatMap(({ topic: id, minutes }) => {
    const topic = view.topics.find((one) => one.id === id)
    return topic ? [{ name: `${nameOf(topic.owner)}, ${minutesWords(minutes)}`, value: <bdi>{topic.words}</bdi> }] : []
  })
  return (
    <>
      <SummaryList rows={rows} />
      {view.choice !== null && view.choice.words !== null && (
        <p>
          Chosen this way because: <bdi>{view.choice.words}</bdi>
        </p>
      )}
    </>
  )
}

function NamedTopics({ shown }: { shown: MeetingShown }) {
  const { view, to, shared } = shown
  const items = view.topics.map((topic) => {
    const mine = topic.owner === view.me.person
    return {
      id: `topic-${topic.id}`,
      kind: 'Topic',
      who: aboutTopic(shown, topic),
      words: topic.words,
      ways:
        mine && !shared && view.state === 'running' ? (
          <PostButton action={to('topics')} fields={{ back: topic.id }} variant="secondary" small>
            Take your topic back
          </PostButton>
        ) : undefined,
    }
  })
  return <SaidList items={items} label="Topics so far" />
}
