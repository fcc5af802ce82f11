// Who is at risk in a case and how they are connected, as its list has them, with the way to change it there.
import { SummaryList } from '../../../design/index.ts'
import type { Case } from '../case/case.ts'
import { namesOf } from '../terms/case-parts.ts'

/** The people at risk of a case and their connections, from the list of cases. */
export function WhoIsWho({
  one,
  mayChange = true,
}: {
  one: Pick<Case, 'id' | 'people' | 'connections'>
  mayChange?: boolean
}) {
  const names = namesOf(one.people)
  const rows = one.people.map((person) => ({
    name: names.get(person.id) ?? '',
    value: person.relation === '' ? 'At risk' : person.relation,
  }))
  return (
    <>
      <h2>Who belongs to it</h2>
      <SummaryList rows={one.connections === '' ? rows : [...rows, { name: 'Connected', value: one.connections }]} />
      {mayChange && (
        <p>
          <a href={`/cases/${one.id}`}>Change this on your list</a>
        </p>
      )}
    </>
  )
}
