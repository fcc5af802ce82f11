// After a meeting (SPEC 7.8, 7.9): what it left behind, on the meeting's own page and as a page to print; and the ways on: give
// something to somebody outside, let the set agree that a change may be told, write down what was learned since.
import { Button, InsetText, Quiet, StateTag, type VNode, Written } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { findReleasesOf } from '../release/release.store.ts'
import type { Release } from '../release/release.ts'
import type { PlannedMeeting } from '../room/planned-meeting.ts'
import { type HeldSubject, readersOfHeld } from './held.access.ts'
import { type PromiseNow, promisesOf, subjectHeld } from './held.changes.ts'
import { type LeftBehind, leftBehind, type Offered, offeredWords, type TopicLeft } from './left-behind.view.ts'

export const afterwardsPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/meetings/:meeting/capture',
    subject: subjectHeld,
    access: readersOfHeld,
    answer: (work, { subject }) => capturePage(work, subject),
  }),
]

type NameOf = (person: PersonId) => string
type Shown = {
  readonly planned: PlannedMeeting
  readonly left: LeftBehind
  readonly promises: readonly PromiseNow[]
  readonly given: readonly Release[]
  readonly nameOf: NameOf
}

async function shownOf(work: Work, planned: PlannedMeeting, meeting: Meeting): Promise<Shown> {
  const left = leftBehind(meeting, work.asker.person)
  const given = (await findReleasesOf(work, planned.id)).filter((one) => one.takenBackAt === null)
  const people = [...meeting.seats.map((seat) => seat.person), ...given.map((one) => one.recipient)]
  const names = await namesOf(work, people)
  const nameOf = (person: PersonId) => names.get(person) ?? 'Somebody who is no longer here'
  return { planned, left, promises: await promisesOf(work, planned.id), given, nameOf }
}

/** What a meeting that is over left behind, and the ways on, for the page of the meeting. For those who had a seat in it. */
export async function afterwardsPart(work: Work, planned: PlannedMeeting, meeting: Meeting): Promise<VNode> {
  const shown = await shownOf(work, planned, meeting)
  const isPresenter = shown.left.topics.some((one) => one.presenter === work.asker.person)
  return (
    <>
      <LeftParts {...shown} />
      <Given {...shown} me={work.asker.person} />
      <h2>Where to go from here</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <Way to={`/action-learning/meetings/${planned.id}/learning`}>What I have learned since</Way>
        {isPresenter && (
          <Way to={`/action-learning/meetings/${planned.id}/releases/new`}>
            Give something of my topic to somebody outside
          </Way>
        )}
        <Way to={`/action-learning/sets/${planned.set}/announcements`}>
          A change that others need to know: agree that it may be told
        </Way>
        <Way to={`/action-learning/sets/${planned.set}/turns`}>Turns of the set</Way>
        <Way to={`/action-learning/meetings/${planned.id}/capture`}>Print what we keep</Way>
      </ul>
    </>
  )
}

const Way = ({ to, children }: { to: string; children: string }) => (
  <li>
    <a href={to}>{children}</a>
  </li>
)

async function capturePage(work: Work, { planned, set, meeting }: HeldSubject) {
  const shown = meeting && (await shownOf(work, planned, meeting))
  return html({
    title: 'What our set keeps',
    back: { href: `/action-learning/meetings/${planned.id}`, label: 'Meeting' },
    body: (
      <>
        <h1>What our set keeps</h1>
        <p class="app-lede">
          <bdi>{set.name}</bdi>, {formatDay(londonDay(planned.startsAt))}
        </p>
        {shown && <LeftParts {...shown} />}
        <p class="app-quiet">
          For those who were in this meeting. On paper it is theirs to keep safe: what is said in the set stays there.
        </p>
        <Button variant="secondary" print type="button">
          Print
        </Button>
      </>
    ),
  })
}

const LeftParts = ({ planned, left, promises, nameOf }: Shown) => (
  <>
    <p>
      {listed(left.came.map(nameOf))} {left.came.length === 1 ? 'was' : 'were'} there
      {left.missing.length > 0 && `; ${listed(left.missing.map(nameOf))} could not come`}.
    </p>
    {planned.capture === 'not kept' && (
      <InsetText>
        Your set chose not to keep what was written in this meeting, so those words have been destroyed. Who was there,
        whose turn it was and what people promised remain.
      </InsetText>
    )}
    {left.topics.length > 0 && <h2>Topics</h2>}
    {left.topics.map((one) => (
      <TopicPart one={one} promises={promises} nameOf={nameOf} />
    ))}
    <Promises
      heading={<h2>Also promised</h2>}
      promises={promises.filter((one) => left.otherPromises.some((other) => other.id === one.id))}
      nameOf={nameOf}
    />
    <Learned learned={left.learned.filter((one) => one.words !== '')} />
    <Waiting left={left} nameOf={nameOf} />
  </>
)

const TopicPart = ({ one, promises, nameOf }: { one: TopicLeft } & Pick<Shown, 'promises' | 'nameOf'>) => {
  const offered = one.offered.filter((each) => each.words !== '')
  return (
    <section>
      <h3>
        <bdi>{one.words || `${nameOf(one.presenter)}’s topic`}</bdi>
      </h3>
      <p class="app-quiet">
        <bdi>{nameOf(one.presenter)}</bdi> presented, {one.minutes} minutes
      </p>
      {offered.length > 0 && <OfferedList offered={offered} />}
      <Promises
        heading={<h4 class="nhsuk-heading-s">Promised</h4>}
        promises={promises.filter((each) => one.promised.some((other) => other.id === each.id))}
        nameOf={nameOf}
      />
    </section>
  )
}

const OfferedList = ({ offered }: { offered: readonly Offered[] }) => (
  <ul class="nhsuk-list nhsuk-list--bullet">
    {offered.map((one) => (
      <li>
        <Quiet>{offeredWords[one.kind] ?? 'Said'}</Quiet>
        <Written>{one.words}</Written>
      </li>
    ))}
  </ul>
)

const states: Readonly<Record<PromiseNow['state'], { tone: 'good' | 'waiting' | 'quiet'; words: string }>> = {
  open: { tone: 'waiting', words: 'To do' },
  done: { tone: 'good', words: 'Done' },
  changed: { tone: 'quiet', words: 'Changed' },
  'let go': { tone: 'quiet', words: 'Let go' },
}

const Promises = ({ heading, promises, nameOf }: { heading: VNode } & Pick<Shown, 'promises' | 'nameOf'>) =>
  promises.length === 0 ? null : (
    <>
      {heading}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {promises.map((one) => (
          <li>
            <StateTag tone={states[one.state].tone}>{states[one.state].words}</StateTag> <bdi>{nameOf(one.owner)}</bdi>,
            by {formatDay(one.due)}
            <Written>{one.words || 'Its words are for those who may read them'}</Written>
          </li>
        ))}
      </ul>
    </>
  )

const Learned = ({ learned }: { learned: readonly Offered[] }) =>
  learned.length === 0 ? null : (
    <section>
      <h2>What we learned</h2>
      <OfferedList offered={learned} />
    </section>
  )

const Waiting = ({ left, nameOf }: Pick<Shown, 'left' | 'nameOf'>) =>
  left.waiting.length === 0 ? null : (
    <section>
      <h2>Still on the list for next time</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {left.waiting.map((one) => (
          <li>
            <bdi>{nameOf(one.owner)}</bdi>
            {one.words !== '' && (
              <>
                : <bdi>{one.words}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

/** What left the set: the presenter's own way to it, for the others that it was given and to whom. */
const Given = ({ given, nameOf, me }: Pick<Shown, 'given' | 'nameOf'> & { me: PersonId }) =>
  given.length === 0 ? null : (
    <section>
      <h2>Given to somebody outside</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {given.map((one) => (
          <li>
            <bdi>{nameOf(one.presenter)}</bdi> gave one thing of their topic to <bdi>{nameOf(one.recipient)}</bdi>,{' '}
            {formatMoment(one.releasedAt)}
            {one.presenter === me && (
              <>
                . <a href={`/action-learning/releases/${one.id}`}>What I gave to {nameOf(one.recipient)}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

/** "Amina, Ben and Dora" */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'Nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
