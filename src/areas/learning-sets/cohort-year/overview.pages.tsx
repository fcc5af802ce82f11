// The year of a cohort on one page: its sets with how full they are, who has no set yet, and everybody who takes part with their
// team. Names and days; nothing that a set says, agrees or writes.
import { ErrorSummary, type FormState, StateTag, titleWith } from '../../../design/index.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { leadsProgramme } from '../programme/programme.access.ts'
import { teamsOf } from '../set/set.pages.tsx'
import { withPart } from '../set/set.ts'
import type { CohortSubject } from '../cohort/cohort.access.ts'
import { openSetsOf } from '../cohort/cohort.changes.ts'
import { membersAhead, standingOfCohort } from '../cohort/cohort.ts'
import { findParticipants } from '../cohort/cohort.store.ts'
import { cohortHref, cohortTag, daysOfCohort, sizesIn } from '../cohort/cohort.view.ts'
import { datesPart } from './dates-part.pages.tsx'
import { type Look, PeoplePart, SetsPart, WithoutSetPart } from './overview-parts.pages.tsx'

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
  const { programme } = subject
  return html({
    title: titleWith(state ?? undefined, 'Cohort'),
    status: state && state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/programmes/${programme.id}`, label: 'Programme' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <Heading {...look} />
        <SetsPart {...look} />
        {await datesPart(work, look)}
        <WithoutSetPart look={look} state={state} />
        <PeoplePart {...look} />
        {leadsProgramme(work.asker, programme) && (
          <p>
            <a href={`${cohortHref(subject)}/answers`}>What people say of it at the end</a>
          </p>
        )}
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

function Heading({ cohort, programme, work }: Look) {
  const tag = cohortTag(cohort, work.today)
  return (
    <>
      <h1>
        <span class="nhsuk-caption-l">
          <bdi>{programme.name}</bdi>
        </span>
        <bdi>{cohort.name}</bdi>
      </h1>
      <p>
        <StateTag tone={tag.tone}>{tag.words}</StateTag> {daysOfCohort(cohort)}
      </p>
    </>
  )
}
