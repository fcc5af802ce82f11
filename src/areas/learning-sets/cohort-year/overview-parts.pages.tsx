// The parts of a cohort's overview: its sets with how full they are, who has no set yet, and everybody who takes part.
import {
  Button,
  type Column,
  Details,
  EmptyState,
  FormFields,
  type FormState,
  Hidden,
  LinkButton,
  PostButton,
  PostForm,
  StateTag,
  Table,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type LearningSet, type SetId, type SetSize, withPart } from '../set/set.ts'
import type { CohortSubject } from '../cohort/cohort.access.ts'
import { placingForm } from '../cohort/cohort.form.ts'
import { membersAhead, type Participant, peopleOfCohort, roomIn, setsWithRoom, withoutSet } from '../cohort/cohort.ts'
import { cohortHref, membersOf, roomTag } from '../cohort/cohort.view.ts'

/** What the overview shows, looked up once. */
export type Look = CohortSubject & {
  readonly work: Work
  readonly sets: readonly LearningSet[]
  readonly sizes: ReadonlyMap<SetId, SetSize>
  readonly participants: readonly Participant[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly teams: ReadonlyMap<PersonId, string>
  /** Not over yet, so that it can be changed. */
  readonly open: boolean
}

const roomOf = ({ sizes, work }: Look, set: LearningSet) => {
  const size = sizes.get(set.id) ?? { smallest: null, largest: null }
  return { size, room: roomIn(set, size, work.today) }
}

/** The sets of a cohort, with how full they are. */
export const SetsPart = (look: Look) => (
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
export function WithoutSetPart({ look, state }: { look: Look; state: FormState | null }) {
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
const nameIn = ({ names }: Look, { person }: Pick<Participant, 'person'>) => names.get(person) ?? gone

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

type Row = { readonly person: PersonId; readonly participant: Participant | null }

/** Everybody of the cohort: who was added to it, and who is a member of one of its sets. */
export function PeoplePart(look: Look) {
  const { participants, teams, open } = look
  const rows = [...peopleOfCohort(participants, look.sets, look.work.today)].map((person): Row => {
    const participant = participants.find((one) => one.person === person) ?? null
    return { person, participant }
  })
  const units = new Set(rows.map((one) => teams.get(one.person) ?? '').filter(Boolean)).size
  return (
    <>
      <h2>Who takes part</h2>
      <p>
        {rows.length === 1 ? '1 person' : `${rows.length} people`}
        {units > 0 && ` from ${units === 1 ? '1 team' : `${units} teams`}`}.
      </p>
      {rows.length > 0 && (
        <Details summary="Everybody with their team and set">
          <Table caption="Who takes part" captionHidden columns={peopleColumns(look)} rows={rows} />
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

function peopleColumns(look: Look): readonly Column<Row>[] {
  const setOf = ({ person }: Row) =>
    look.sets.find((set) => membersAhead(set, look.work.today).includes(person))?.name ?? ''
  const end = ({ person, participant }: Row) =>
    participant === null ? (
      ''
    ) : (
      <PostButton action={`/action-learning/participants/${participant.id}/end`} variant="secondary" small>
        Takes part no longer<Hidden>: {nameIn(look, { person })}</Hidden>
      </PostButton>
    )
  return [
    { heading: 'Name', cell: (one) => <bdi>{nameIn(look, one)}</bdi> },
    { heading: 'Team', cell: (one) => look.teams.get(one.person) ?? '' },
    { heading: 'Set', cell: (one) => <bdi>{setOf(one) || 'None yet'}</bdi> },
    ...(look.open && look.participants.length > 0 ? [{ heading: 'Change', cell: end }] : []),
  ]
}
