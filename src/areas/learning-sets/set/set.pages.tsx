// One set on one page: who is in it, what they have agreed, and the ways to change it (DESIGN 3).
import { ButtonGroup, Details, InsetText, LinkButton, Table } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { wayToPassOn } from '../../disclosure/index.ts'
import { findUnits, namesOf, postsOn } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { rulesPart } from '../agreeing/set-rules.pages.tsx'
import { questionnairePart } from '../questionnaire/questionnaire-part.pages.tsx'
import { meetingsPart } from '../dates/meetings-part.pages.tsx'
import { keepersOfSet, peopleOfSet, type SetSubject } from './set.access.ts'
import { subjectSet } from './set.changes.ts'
import { belongs, isGoingOn, type LearningSet, type Membership } from './set.ts'
import { setTermsOf } from './set-terms.view.ts'
import { nowAndBefore, partWords, setInWords, sizeAdvice, stretchInWords } from './set.view.ts'

export const setPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set',
    subject: subjectSet,
    access: peopleOfSet,
    answer: (work, { subject }) => setPage(work, subject),
  }),
]

async function setPage(work: Work, { set }: SetSubject) {
  const terms = setTermsOf(await policyOn(work), set.type)
  const keeps = keepersOfSet.may(work.asker, { set, today: work.today }) && isGoingOn(set, work.today)
  const advice = terms && keeps ? sizeAdvice(set, terms, work.today) : null
  return html({
    title: 'Action learning set',
    back: { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <h1>
          <bdi>{set.name}</bdi>
        </h1>
        <p class="app-lede">
          {terms?.name ?? 'Action learning set'}. {setInWords(set, work.today)}.
        </p>
        {advice !== null && <InsetText>{advice}</InsetText>}
        {await questionnairePart(work, set)}
        {await meetingsPart(work, set, keeps)}
        {await rulesPart(work, set)}
        {await peoplePart(work, set, keeps)}
        {belongs(set, work.asker.person, work.today) && <WaysOfPeople set={set} />}
        {keeps && <KeeperWays set={set} />}
        {await work.panels('set', set.id)}
        {belongs(set, work.asker.person, work.today) && wayToPassOn(set.id)}
        <p class="app-quiet">
          The people of the set see this page as long as they belong to it. Administrators and programme leads see who
          is in it, and nothing that the set says or agrees. Line managers do not see it.
        </p>
      </>
    ),
  })
}

/** What the people of the set have for themselves. */
const WaysOfPeople = ({ set }: { set: LearningSet }) => (
  <>
    <h2>Over the life of the set</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>
        <a href={`/action-learning/sets/${set.id}/turns`}>Turns of the set</a>
      </li>
      <li>
        <a href={`/action-learning/sets/${set.id}/announcements`}>What may be told outside</a>
      </li>
      <li>
        <a href={`/action-learning/sets/${set.id}/learning`}>What I learned in this set</a>
      </li>
    </ul>
  </>
)

async function peoplePart(work: Work, set: LearningSet, keeps: boolean) {
  const { now, ahead, before } = nowAndBefore(set, work.today)
  const people = set.memberships.map((one) => one.person)
  const words = { names: await namesOf(work, people), units: await teamsOf(work, people), work, set, keeps }
  return (
    <>
      <h2>People</h2>
      <PeopleTable caption="Who is in the set" rows={[...now, ...ahead]} {...words} />
      {keeps ? (
        <LinkButton href={`/action-learning/sets/${set.id}/members`} variant="secondary">
          Add people
        </LinkButton>
      ) : (
        <Leave own={[...now, ...ahead].find((one) => one.person === work.asker.person)} />
      )}
      {before.length > 0 && (
        <Details summary={`Who was in it before (${before.length})`}>
          <PeopleTable caption="Who was in it before" rows={before} {...words} keeps={false} />
        </Details>
      )}
    </>
  )
}

const Leave = ({ own }: { own: Membership | undefined }) =>
  own ? (
    <p>
      <a href={`/action-learning/memberships/${own.id}/end`}>Leave the set</a>
    </p>
  ) : null

/** The team in which each works today, by person. */
export async function teamsOf(work: Work, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  const units = new Map((await findUnits(work, work.today)).map((one) => [one.unit, one.name]))
  const posts = await postsOn(work, work.today, people)
  return new Map(posts.toReversed().map((post) => [post.person, (post.unit && units.get(post.unit)) ?? '']))
}

type People = {
  readonly caption: string
  readonly rows: readonly Membership[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly units: ReadonlyMap<PersonId, string>
  readonly work: Work
  readonly set: LearningSet
  readonly keeps: boolean
}

function PeopleTable({ caption, rows, names, units, work, set, keeps }: People) {
  const nameOf = (one: Membership) => names.get(one.person) ?? 'Somebody who is no longer here'
  const mayEnd = (one: Membership) => isGoingOn(set, work.today) && one.as !== 'facilitator'
  const change = {
    heading: 'Change',
    cell: (one: Membership) =>
      mayEnd(one) ? (
        <a href={`/action-learning/memberships/${one.id}/end`}>
          Leaves
          <span class="nhsuk-u-visually-hidden">
            : {nameOf(one)}, {partWords[one.as]}
          </span>
        </a>
      ) : (
        ''
      ),
  }
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        {
          heading: 'Name',
          cell: (one) => (
            <>
              <bdi>{nameOf(one)}</bdi>
              {one.as !== 'member' && <span class="app-quiet">, {partWords[one.as].toLowerCase()}</span>}
            </>
          ),
        },
        { heading: 'Team', cell: (one) => units.get(one.person) ?? '' },
        { heading: 'When', cell: (one) => stretchInWords(one, work.today) },
        ...(keeps && rows.some(mayEnd) ? [change] : []),
      ]}
      rows={rows}
    />
  )
}

const KeeperWays = ({ set }: { set: LearningSet }) => (
  <Details summary="Change this set">
    <ButtonGroup>
      <LinkButton href={`/action-learning/sets/${set.id}/name`} variant="secondary">
        Change its name
      </LinkButton>
      <LinkButton href={`/action-learning/sets/${set.id}/handover`} variant="secondary">
        Hand it over
      </LinkButton>
      <LinkButton href={`/action-learning/sets/${set.id}/end`} variant="secondary">
        End the set
      </LinkButton>
    </ButtonGroup>
  </Details>
)
