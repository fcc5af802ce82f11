// Absences on a person's page.
import { LinkButton, PostButton, Table } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Absence } from '../absence/absence.ts'
import type { RegisterFacts } from './person-facts.store.ts'
import type { Person } from './person.ts'
import { capital, saySpan } from './person.view.ts'

type AbsencesProps = { facts: RegisterFacts; person: Person; mayRecord: boolean; today: Day }

export function AbsencesOf({ facts, person, mayRecord, today }: AbsencesProps) {
  const columns = [
    { heading: 'Kind', cell: (absence: Absence) => capital(absence.kind) },
    { heading: 'When', cell: (absence: Absence) => saySpan(absence, today) },
    {
      heading: 'Approved by',
      cell: (absence: Absence) => (absence.approvedBy === null ? 'Not said' : facts.names.get(absence.approvedBy)),
    },
    ...(mayRecord ? [{ heading: 'Change', cell: (absence: Absence) => <AbsenceLinks absence={absence} /> }] : []),
  ]
  return (
    <>
      <h2>Absences</h2>
      {facts.absences.length === 0 ? (
        <p>None on record.</p>
      ) : (
        <Table caption="Absences" captionHidden columns={columns} rows={[...facts.absences].reverse()} />
      )}
      {mayRecord && (
        <LinkButton href={`/people/${person.id}/absences/new`} variant="secondary" small>
          Record an absence
        </LinkButton>
      )}
    </>
  )
}

const AbsenceLinks = ({ absence }: { absence: Absence }) => (
  <>
    <a href={`/people/${absence.person}/absences/${absence.absence}/end`}>
      {absence.to === null ? 'Say the last day' : 'Change the last day'}
      <span class="nhsuk-u-visually-hidden"> of {absence.kind}</span>
    </a>
    <PostButton action={`/people/${absence.person}/absences/${absence.absence}/withdrawal`} variant="secondary" small>
      Recorded by mistake<span class="nhsuk-u-visually-hidden">: {absence.kind}</span>
    </PostButton>
  </>
)
