// What stands around the record of a case: who is in it and the last plan above, the clinical record and the way on below; and on
// the session's page the cases that were brought, how each stands, and the way to it.
import {
  Button,
  Details,
  FormFields,
  type FormState,
  LinkButton,
  PostButton,
  PostForm,
  StateTag,
  Table,
} from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findReadable } from '../../records/index.ts'
import { type OpenedSessionCase, openCasesOfSession } from '../bringing/session-case.changes.ts'
import { findCase } from '../case/case.store.ts'
import type { RecordOf } from '../record/record-of.ts'
import type { Around } from '../record/record-page.pages.tsx'
import type { StoredRecord } from '../record/record.store.ts'
import type { StoredSession } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { asksAboutCases, namesOf } from '../terms/case-parts.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import { lastPlanPart } from '../timeline/timeline.pages.tsx'
import { recordOfCase } from './discussion.changes.ts'
import { type DiscussionFacts, stateOf } from './discussion.ts'
import { clinicalEntryForm } from './discussion.form.ts'
import { findClinicalEntries, findDiscussions, findLeftOver } from './discussion.store.ts'
import { entryWords, tagOf } from './discussion.view.ts'

/** Heading, last plan and what follows, for the page of a case's record; `state` when the clinical entry was refused. */
export async function aroundCase(work: Work, of: RecordOf, state: FormState | null): Promise<Around> {
  const { discussed, session } = of
  if (!discussed) return {}
  const record = await recordOfCase(work, session, discussed.caseId)
  const heading = discussed.reference === '' ? 'Discussion of a case' : `Case ${discussed.reference}`
  return {
    heading,
    first: (
      <>
        <p>{[...namesOf(discussed.people).values()].join(' · ')}</p>
        <p>{await wayToCase(work, of)}</p>
        {await lastPlanPart(work, session, discussed.caseId)}
      </>
    ),
    last: (
      <>
        {record && record.version > 0 && (await clinicalPart(work, of, { record, state }))}
        {record?.version !== 0 && record ? null : <NotReachedPart of={of} asker={work.asker.person} />}
      </>
    ),
  }
}

/** The case itself, for those who may read it: the whole story across sessions. */
async function wayToCase(work: Work, { discussed }: RecordOf) {
  const facts = discussed && (await findCase(work, discussed.caseId))
  if (!facts || !(await findReadable(work, 'case', [facts.details])).has(facts.details)) return null
  return <a href={`/cases/${facts.id}`}>The case and its whole story</a>
}

async function clinicalPart(
  work: Work,
  { discussed, session }: RecordOf,
  { record, state }: { record: StoredRecord; state: FormState | null },
) {
  const known = (await findClinicalEntries(work, [record.id])).get(record.id) ?? null
  const entry = known?.version === record.version ? known : null
  const here = `/sessions/${session.id}/cases/${record.caseId}`
  return (
    <>
      <h2>Clinical record</h2>
      <p>{entryWords(entry)}.</p>
      {known && !entry && (
        <p>The plan was changed since it was entered on {known.day ? formatDay(known.day) : 'an earlier day'}.</p>
      )}
      {!entry && discussed?.holder === work.asker.person && (
        <PostForm action={`${here}/clinical-entry`} version={record.version}>
          <FormFields form={clinicalEntryForm} state={state ?? clinicalEntryForm.filled({})} />
          <Button variant="secondary">Save</Button>
        </PostForm>
      )}
    </>
  )
}

const NotReachedPart = ({ of, asker }: { of: RecordOf; asker: string }) =>
  of.session.supervisor === asker ? (
    <Details summary="No time for this case?">
      <p>Then it goes back on the list for next time, and both of you see that it was not reached.</p>
      <PostButton
        action={`/sessions/${of.session.id}/cases/${of.discussed?.caseId}/not-reached`}
        variant="secondary"
        small
      >
        It was not reached
      </PostButton>
    </Details>
  ) : null

type CaseShown = {
  readonly facts: DiscussionFacts
  readonly opened: OpenedSessionCase | undefined
  readonly since: string
}

/** The cases brought to a session, for its page: to those who may read them by their reference, to others as a number. */
export async function casesPart(work: Work, session: StoredSession) {
  const discussions = await findDiscussions(work, session.id)
  const terms = await termsOfSession(work, session)
  if (discussions.length === 0 || !asksAboutCases(terms.recordParts)) return null
  const entries = await openCasesOfSession(work, session.id)
  const left = await findLeftOver(
    work,
    discussions.map((one) => one.caseId),
  )
  const all = discussions.map((facts): CaseShown => {
    const day = session.state === 'booked' ? left.get(facts.caseId) : undefined
    return {
      facts,
      opened: entries.find((entry) => entry.case === facts.caseId),
      since: day === undefined ? '' : `Not reached on ${formatDay(day)}`,
    }
  })
  const shown = all.filter((one) => one.opened && one.opened.reference !== null)
  const nameOf = await namer(
    work,
    shown.flatMap((one) => (one.opened ? [one.opened.by] : [])),
  )
  return (
    <>
      <h2>Cases</h2>
      {shown.length < all.length && <p>{countWords(all.length - shown.length, shown.length)}</p>}
      {shown.length > 0 && <CasesTable shown={shown} session={session} nameOf={nameOf} asker={work.asker.person} />}
    </>
  )
}

function countWords(hidden: number, shown: number): string {
  const cases = `${hidden} ${shown > 0 ? 'other ' : ''}${hidden === 1 ? 'case was' : 'cases were'} brought`
  return `${cases}. You see a case once it was discussed while you were there.`
}

type TableProps = {
  shown: readonly CaseShown[]
  session: StoredSession
  nameOf: (person: OpenedSessionCase['by']) => string
  asker: string
}

function CasesTable({ shown, session, nameOf, asker }: TableProps) {
  return (
    <Table
      caption="The cases that were brought"
      captionSize="s"
      columns={[
        { heading: 'Case', cell: (row) => wayTo(row, session, asker) },
        { heading: 'Brought by', cell: (row) => (row.opened ? nameOf(row.opened.by) : '') },
        { heading: 'How it stands', cell: (row) => Standing(row, session) },
      ]}
      rows={shown}
    />
  )
}

/** The page of a case opens for its writer from the start, for others once it is signed off. */
function wayTo({ facts, opened }: CaseShown, session: StoredSession, asker: string) {
  const name = opened?.reference ?? ''
  const writes = session.supervisor === asker && session.state !== 'cancelled'
  if (!writes && facts.version === 0) return name
  return <a href={`/sessions/${session.id}/cases/${facts.caseId}/record`}>{name}</a>
}

function Standing({ facts, since }: CaseShown, session: StoredSession) {
  const tag = tagOf(stateOf(facts))
  if (session.state === 'booked' && stateOf(facts) === 'to write')
    return since === '' ? <StateTag tone="quiet">Brought</StateTag> : <StateTag tone="soon">{since}</StateTag>
  return <StateTag tone={tag.tone}>{tag.words}</StateTag>
}

/** The green way to the next case that waits for the supervisor's pen; null when none does. */
export function NextCase({
  session,
  discussions,
}: {
  session: StoredSession
  discussions: readonly DiscussionFacts[]
}) {
  const next = discussions.find((one) => one.version === 0 && !one.notReached)
  if (!next) return null
  return <LinkButton href={`/sessions/${session.id}/cases/${next.caseId}/record`}>Write the next case</LinkButton>
}
