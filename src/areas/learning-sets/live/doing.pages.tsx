// What this person may do now (SPEC 7.3, 7.4): the forms of the stage that is on, and nothing that would be refused.
import {
  Button,
  ButtonGroup,
  Details,
  FormField,
  FormFields,
  Heading,
  PostButton,
  PostForm,
} from '../../../design/index.ts'
import type { Asked } from '../meeting/command.ts'
import type { DeedName } from '../asking/deeds-of-meeting.form.ts'
import { type CameBack, stateOf } from '../asking/came-back.view.ts'
import { bidForm, commitmentForm, reportForm, topicForm, voteForm } from '../asking/deeds.form.ts'
import type { ScreenParts } from '../asking/came-back.view.ts'
import { Rules } from './stage.pages.tsx'
import { TurnPart } from '../going-on/going-on.pages.tsx'
import { type MeetingShown } from '../asking/shown.view.ts'
import { ContributionPart, isAside } from './contributing.pages.tsx'

const deedOf: Partial<Record<DeedName, Asked['type']>> = {
  contributions: 'contribute',
  topics: 'name topic',
  bids: 'bid',
  votes: 'vote',
  reports: 'report',
  commitments: 'commit',
  postponements: 'put off report',
  choice: 'choose topics',
  'quiet-words': 'tell discomfort',
  finish: 'finish',
}

/** Whether the page still shows the form of a deed, so that what was typed comes back inside it. */
export function offersWriting(shown: MeetingShown, deed: DeedName): boolean {
  const type = deedOf[deed]
  return type === undefined || mayFor(shown, type).length > 0
}

/** For whom this person may do something now: themselves, and people in the room. */
export const mayFor = (shown: MeetingShown, type: Asked['type']) =>
  shown.spokenFor.filter((one) => one.deeds.includes(type))

/** Saying that one is here. */
export const ArrivePart = ({ shown: { to, shared } }: { shown: MeetingShown }) => (
  <ButtonGroup>
    <PostButton action={to('arrival')}>I am here</PostButton>
    {!shared && (
      <PostButton action={to('arrival')} fields={{ way: 'in the room' }} variant="secondary">
        I am in the room, please write for me
      </PostButton>
    )}
  </ButtonGroup>
)

/** All that the stage asks for, one form under the other; usually one. */
export const DoPart = ({ shown, back }: ScreenParts) => (
  <>
    <RecollectionPart shown={shown} />
    <ReportPart shown={shown} back={back} />
    <TopicPart shown={shown} back={back} />
    <BidPart shown={shown} back={back} />
    <VotePart shown={shown} back={back} />
    <ContributionPart shown={shown} back={back} />
    <CommitmentPart shown={shown} back={back} />
    <TurnPart shown={shown} />
  </>
)

function RecollectionPart({ shown }: { shown: MeetingShown }) {
  const { to, view, rules, rulesAt } = shown
  if (!view.stage?.recallsGroundRules) return null
  return (
    <>
      <Heading level={2} size="m">
        Our ground rules
      </Heading>
      {rules && <Rules rules={rules} />}
      {rulesAt === null && <p>This set has no ground rules in force yet. Say aloud what matters to you today.</p>}
      {!rules && rulesAt !== null && <p>You have read them again, and keep to them today.</p>}
      {view.deeds.includes('recall ground rules') && (
        <PostButton action={to('recollection')}>{rules ? 'I keep to them today' : 'I am ready'}</PostButton>
      )}
    </>
  )
}

/** The hidden fields that every form of a stage carries. */
export const Step = ({ shown }: { shown: MeetingShown }) => (
  <input type="hidden" name="step" value={String(shown.view.stage?.number ?? 0)} />
)

/** For whom it is written: asked only where there is a choice. */
export const speakersFor = (shown: MeetingShown, type: Asked['type']) =>
  mayFor(shown, type).map(({ person }) => ({
    value: person,
    label: person === shown.view.me.person ? 'You' : `${shown.nameOf(person)}, in the room`,
  }))

/** The field that asks who says it; hidden when it can only be one. */
export function SpeakerField(props: {
  shown: MeetingShown
  back: CameBack | null
  deed: DeedName
  form: Parameters<typeof FormField>[0]['form']
  name: string
}) {
  const { shown, back, deed, form, name } = props
  const type = deedOf[deed]
  const speakers = type ? speakersFor(shown, type) : []
  const [only] = speakers
  if (only && speakers.length === 1) return <input type="hidden" name={name} value={only.value} />
  const state = back?.deed === deed ? back.state : { errors: [], typed: {} }
  return <FormField form={form} state={state} name={name} options={{ [name]: speakers }} />
}

/** Reports, one commitment at a time. */
function ReportPart({ shown, back }: ScreenParts) {
  const { to, view, nameOf } = shown
  const mine = mayFor(shown, 'report').map((one) => one.person)
  const open = view.commitments.filter(
    (one) => mine.includes(one.owner) && (one.outcome === null || one.outcome === 'put off'),
  )
  const [one] = open
  if (!one) return null
  const whose = one.owner === view.me.person ? 'You said you would' : `${nameOf(one.owner)} said they would`
  return (
    <div class="app-write">
      <Heading level={2} size="m">
        What came of it?
      </Heading>
      <p>
        {whose}: <bdi>{one.promise === '' ? 'what stands in your list of things to do' : one.promise}</bdi>
        {open.length > 1 && <span class="app-quiet"> ({open.length - 1} more after this)</span>}
      </p>
      <PostForm action={to('reports')}>
        <Step shown={shown} />
        <input type="hidden" name="commitment" value={one.id} />
        <FormFields form={reportForm} state={stateOf(back, 'reports', reportForm)} />
        <Button>Tell the set</Button>
      </PostForm>
    </div>
  )
}

function TopicPart({ shown, back }: ScreenParts) {
  const { view, to, draft } = shown
  if (mayFor(shown, 'name topic').length === 0) return null
  const own = view.topics.find((one) => one.owner === view.me.person)
  const fresh = { 'topic-words': own?.words ?? draft.slice(0, 300) }
  return (
    <div class="app-write">
      <PostForm action={to('topics')}>
        <Step shown={shown} />
        <SpeakerField shown={shown} back={back} deed="topics" form={topicForm} name="topic-speaker" />
        <FormField form={topicForm} state={stateOf(back, 'topics', topicForm, fresh)} name="topic-words" />
        <Button>{own ? 'Change my topic' : 'Name this topic'}</Button>
      </PostForm>
    </div>
  )
}

function BidPart({ shown, back }: ScreenParts) {
  const { view, to, draft } = shown
  if (mayFor(shown, 'bid').length === 0) return null
  const own = view.bids.find((one) => one.person === view.me.person)
  const fresh = {
    'bid-words': own?.words ?? draft.slice(0, 300),
    strength: own ? (String(own.strength) as '1') : undefined,
  }
  const state = stateOf(back, 'bids', bidForm, fresh)
  return (
    <div class="app-write">
      <PostForm action={to('bids')}>
        <Step shown={shown} />
        <SpeakerField shown={shown} back={back} deed="bids" form={bidForm} name="bid-speaker" />
        <FormField form={bidForm} state={state} name="bid-words" />
        <FormField form={bidForm} state={state} name="strength" />
        <Button>{own ? 'Change my bid' : 'Make this bid'}</Button>
      </PostForm>
    </div>
  )
}

function VotePart({ shown, back }: ScreenParts) {
  const { view, to, topicsToChoose, nameOf, mostTopics } = shown
  if (mayFor(shown, 'vote').length === 0 || topicsToChoose.length === 0 || view.choice) return null
  const options = topicsToChoose.map((one) => ({ value: one.id, label: one.words, hint: nameOf(one.owner) }))
  const has = view.myVotes.length > 0
  const form = (
    <div class="app-write">
      <PostForm action={to('votes')}>
        <Step shown={shown} />
        <SpeakerField shown={shown} back={back} deed="votes" form={voteForm} name="vote-speaker" />
        <FormField
          form={voteForm}
          state={stateOf(back, 'votes', voteForm, { votes: view.myVotes })}
          name="votes"
          options={{ votes: options }}
        />
        <p class="app-quiet">
          Up to {mostTopics}. {view.voted} {view.voted === 1 ? 'person has' : 'people have'} voted so far.
        </p>
        <Button variant={has || view.me.isFacilitator ? 'secondary' : undefined}>
          {has ? 'Change my votes' : 'Vote'}
        </Button>
      </PostForm>
    </div>
  )
  return isAside(shown) ? (
    <Details summary="Vote yourself" open={back?.deed === 'votes'} id="voting">
      {form}
    </Details>
  ) : (
    form
  )
}

function CommitmentPart({ shown, back }: ScreenParts) {
  const { to } = shown
  if (mayFor(shown, 'commit').length === 0) return null
  const state = stateOf(back, 'commitments', commitmentForm)
  return (
    <div class="app-write">
      <PostForm action={to('commitments')}>
        <Step shown={shown} />
        <SpeakerField shown={shown} back={back} deed="commitments" form={commitmentForm} name="promise-speaker" />
        <FormField form={commitmentForm} state={state} name="promise" />
        <FormField form={commitmentForm} state={state} name="due" />
        <Button>I will do this</Button>
      </PostForm>
    </div>
  )
}
