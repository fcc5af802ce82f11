// People by unit: one's own teams, and the tree a step at a time, each unit with how many work in it and below it.
import { EmptyState } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { holdsOn } from '../post/post.ts'
import { postsOf } from '../post/post.store.ts'
import { countPeopleUnder } from '../unit/unit.store.ts'
import { type UnitId, type UnitNode, unitsUnder } from '../unit/unit.ts'

type BrowseProps = { work: Work; units: readonly UnitNode[]; at: UnitNode | null }

/** At the top one's own teams and the first level of the tree; inside a unit those directly below it. */
export async function Browse({ work, units, at }: BrowseProps) {
  const below = units.filter((one) => (at === null ? one.depth === 0 : one.parent === at.unit))
  const posts = at === null ? (await postsOf(work, work.asker.person)).filter((post) => holdsOn(post, work.today)) : []
  const own = units.filter((one) => posts.some((post) => post.unit === one.unit))
  const counts = await countPeopleUnder(
    work,
    work.today,
    [...own, ...below].map((one) => [one.unit, unitsUnder(units, one.unit)] as const),
  )
  if (at === null && units.length === 0) return <Nothing />
  return (
    <>
      {own.length > 0 && <UnitLinks heading="Where you work" units={own} counts={counts} />}
      {below.length > 0 && (
        <UnitLinks heading={at === null ? 'By unit' : `Units in ${at.name}`} units={below} counts={counts} />
      )}
      {at === null && (
        <p>
          <a href="/people?everyone=yes">Everyone, by name</a>
        </p>
      )}
    </>
  )
}

type LinksProps = { heading: string; units: readonly UnitNode[]; counts: ReadonlyMap<UnitId, number> }

const UnitLinks = ({ heading, units, counts }: LinksProps) => (
  <section>
    <h2 class="nhsuk-heading-m">{heading}</h2>
    <ul class="nhsuk-list">
      {units.map((one) => (
        <li>
          <a href={`/people?unit=${one.unit}`}>
            <bdi>{one.name}</bdi>
          </a>{' '}
          <span class="app-quiet">{counted(counts.get(one.unit) ?? 0)}</span>
        </li>
      ))}
    </ul>
  </section>
)

const counted = (people: number): string => `${people.toLocaleString('en-GB')} ${people === 1 ? 'person' : 'people'}`

const Nothing = () => (
  <EmptyState heading="No units yet" level={2}>
    <p>
      Import a staff file, or add people one by one. <a href="/people?everyone=yes">Everyone, by name</a>
    </p>
  </EmptyState>
)
