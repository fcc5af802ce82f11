// The year of a cohort on one page: its sets with how full they are, who has no set yet, and everybody who takes part with their
// team. Names and days; nothing that a set says, agrees or writes.
import {
  Button,
  type Column,
  Details,
  EmptyState,
  ErrorSummary,
  FormFields,
  type FormState,
  Hidden,
  LinkButton,
  PostButton,
  PostForm,
  StateTag,
  Table,
  titleWith,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { teamsOf } from '../set/set.pages.tsx'
import { type LearningSet, type SetId, type SetSize, withPart } from '../set/set.ts'
import type { CohortSubject } from './cohort.access.ts'
import { openSetsOf } from './cohort.changes.ts'
import { placingForm } from './cohort.form.ts'
import { membersAhead, type Participant, roomIn, setsWithRoom, standingOfCohort, withoutSet } from './cohort.ts'
import { findParticipants } from './cohort.store.ts'
import { cohortTag, daysOfCohort, membersOf, roomTag, sizesIn } from './cohort.view.ts'

/** The address of a cohort. */
export const cohortHref = ({ cohort }: Pick<CohortSubject, 'cohort'>): string => `/action-learning/cohorts/${cohort.id}`

type Look = CohortSubject & {
  readonly work: Work
  readonly sets: readonly LearningSet[]
  readonly sizes: ReadonlyMap<SetId, SetSize>
  readonly participants: readonly Participant[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly teams: ReadonlyMap<PersonId, string>
  /** Not over yet, so that it can be changed. */
  readonly open: boolean
}

async function lookAt(work: Work, subject: CohortSubject): Promise<Look> {
  const sets = await openSetsOf(work, subject.cohort.id)
  const participants = await findParticipants(work, subject.cohort.id)
  const people = [
    ...participants.map((one) => one.person),
    ...sets.flatMap((set) => [...withPart(set, 'facilitator', work.today), ...membersAhead(set, work.today)]),
  ]
  return {
    ...subject,
    work,
    sets,
    participants,
    sizes: sizesIn(await policyOn(work), sets),
    names: await namesOf(work, people),
    teams: await teamsOf(work, people),
    open: standingOfCohort(subject.cohort, work.today) !== 'is over',
  }
}

/** The overview; with what was typed and its faults when placing came back. */
export async function overviewPage(work: Work, subject: CohortSubject, state: FormState | null): Promise<Reply> {
  const look = await lookAt(work, subject)
  const { cohort, programme } = subject
  const tag = cohortTag(cohort, work.today)
  return html({
    title: titleWith(state ?? undefined, 'Cohort'),
    status: state && state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/programmes/${programme.id}`, label: 'Programme' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{programme.name}</bdi>
          </span>
          <bdi>{cohort.name}</bdi>
        </h1>
        <p>
          <StateTag tone={tag.tone}>{tag.words}</StateTag> {daysOfCohort(cohort)}
        </p>
        <SetsPart {...look} />
        <WithoutSetPart look={look} state={state} />
        <PeoplePart {...look} />
        {look.open && (
          <p>
            <a href={`${cohortHref(subject)}/details`}>Change the name or the days of the cohort</a>
          </p>
        )}
        <p class="app-quiet">
          Administrators and programme leads see this page: names, teams and days. Nothing that a set says, agrees or
          writes is on it. Line managers do not see it.
        </p>
      </>
    ),
  })
}

const roomOf = ({ sizes, work }: Look, set: LearningSet) => {
  const size = sizes.get(set.id) ?? { smallest: null, largest: null }
  return { size, room: roomIn(set, size, work.today) }
}

const SetsPart = (look: Look) => (
  <>
    <h2>Sets</h2>
    <Table
      caption="Sets of this cohort"
      captionHidden
      columns={setColumns(look)}
      rows={look.sets}
      empty={
        <EmptyState heading="No set yet">
          {look.open && <p>Add one that stands alone, or make a set first.</p>}
        </EmptyState>
      }
    />
    {look.open && (
      <LinkButton href={`${cohortHref(look)}/sets`} variant="secondary">
        Add a set
      </LinkButton>
    )}
  </>
)

function setColumns(look: Look): readonly Column<LearningSet>[] {
  const { work, names, open } = look
  const led = (set: LearningSet) => withPart(set, 'facilitator', work.today).map((one) => names.get(one) ?? gone)
  const takeOut = (set: LearningSet) => (
    <PostButton action={`${cohortHref(look)}/sets/removal`} variant="secondary" small fields={{ set: set.id }}>
      Take out<Hidden> {set.name}</Hidden>
    </PostButton>
  )
  const name = (set: LearningSet) => (
    <a href={`/action-learning/sets/${set.id}`}>
      <bdi>{set.name}</bdi>
    </a>
  )
  const places = (set: LearningSet) => {
    const { tone, words } = roomTag(roomOf(look, set).room)
    return <StateTag tone={tone}>{words}</StateTag>
  }
  return [
    { heading: 'Set', cell: name },
    { heading: 'Led by', cell: (set) => <bdi>{led(set).join(', ') || 'Nobody today'}</bdi> },
    { heading: 'Members', cell: (set) => membersOf(roomOf(look, set).room, roomOf(look, set).size) },
    { heading: 'Places', cell: places },
    ...(open ? [{ heading: 'Change', cell: takeOut }] : []),
  ]
}

/** Who takes part and has no set; those with room are offered for them. */
function WithoutSetPart({ look, state }: { look: Look; state: FormState | null }) {
  const without = withoutSet(look.participants, look.sets, look.work.today)
  const free = setsWithRoom(look.sets, look.sizes, look.work.today)
  if (look.participants.length === 0) return null
  return (
    <>
      <h2>Who has no set{without.length > 0 && ` (${without.length})`}</h2>
      {without.length === 0 && <p>Everybody who takes part has a set.</p>}
      {without.length > 0 && look.open && free.length > 0 && (
        <PostForm action={`${cohortHref(look)}/placing`}>
          <FormFields
            form={placingForm}
            state={state ?? placingForm.filled({})}
            options={placingOptions(look, { without, free })}
          />
          <Button variant="secondary">Place in the set</Button>
        </PostForm>
      )}
      {without.length > 0 && !(look.open && free.length > 0) && (
        <>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {without.map((one) => (
              <li>
                <bdi>{nameIn(look, one)}</bdi>
              </li>
            ))}
          </ul>
          {look.open && <p>No set of the cohort has room. Add another set.</p>}
        </>
      )}
    </>
  )
}

const gone = 'Somebody who is no longer here'
const nameIn = ({ names }: Look, { person }: Participant) => names.get(person) ?? gone

function placingOptions(
  look: Look,
  { without, free }: { without: readonly Participant[]; free: readonly LearningSet[] },
) {
  const people = without.map((one) => {
    const hint = look.teams.get(one.person) || undefined
    return { value: one.person, label: nameIn(look, one), hint }
  })
  const set = free.map((one) => {
    const { room, size } = roomOf(look, one)
    return { value: one.id, label: `${one.name} (${membersOf(room, size)})` }
  })
  return { people, set }
}

function PeoplePart(look: Look) {
  const { participants, teams, open } = look
  const units = new Set(participants.map((one) => teams.get(one.person) ?? '').filter(Boolean)).size
  return (
    <>
      <h2>Who takes part</h2>
      <p>
        {participants.length === 1 ? '1 person' : `${participants.length} people`}
        {units > 0 && ` from ${units === 1 ? '1 team' : `${units} teams`}`}.
      </p>
      {participants.length > 0 && (
        <Details summary="Everybody with their team and set">
          <Table caption="Who takes part" captionHidden columns={peopleColumns(look)} rows={participants} />
        </Details>
      )}
      {open && (
        <LinkButton href={`${cohortHref(look)}/people`} variant="secondary">
          Add people
        </LinkButton>
      )}
    </>
  )
}

function peopleColumns(look: Look): readonly Column<Participant>[] {
  const setOf = ({ person }: Participant) =>
    look.sets.find((set) => membersAhead(set, look.work.today).includes(person))?.name ?? ''
  const end = (one: Participant) => (
    <PostButton action={`/action-learning/participants/${one.id}/end`} variant="secondary" small>
      Takes part no longer<Hidden>: {nameIn(look, one)}</Hidden>
    </PostButton>
  )
  return [
    { heading: 'Name', cell: (one) => <bdi>{nameIn(look, one)}</bdi> },
    { heading: 'Team', cell: (one) => look.teams.get(one.person) ?? '' },
    { heading: 'Set', cell: (one) => <bdi>{setOf(one) || 'None yet'}</bdi> },
    ...(look.open ? [{ heading: 'Change', cell: end }] : []),
  ]
}
