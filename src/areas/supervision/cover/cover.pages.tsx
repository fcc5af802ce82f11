// Cover on pages: letting a colleague read a case for a while, who covers on the page of the case, and which cases somebody covers.
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostButton,
  PostForm,
  searchIn,
  Table,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { openCases } from '../case/case.changes.ts'
import type { CaseFacts, CaseId } from '../case/case.ts'
import { findCase } from '../case/case.store.ts'
import { namer } from '../supervision.changes.ts'
import { type CoverSubject, endsCover, grantsCover } from './cover.access.ts'
import { coveredFacts, endCover, grantCover } from './cover.changes.ts'
import { coverForm } from './cover.form.ts'
import { type CoverId, isStanding, mayGrant, usualEnd } from './cover.ts'
import { findCover, findCoveredBy } from './cover.store.ts'

async function subject(work: Work, { case: id }: { case: CaseId }): Promise<CoverSubject | null> {
  const facts = await findCase(work, id)
  return facts ? { facts, covered: await coveredFacts(work, facts) } : null
}

async function coverSubject(work: Work, { cover: id }: { cover: CoverId }) {
  const cover = await findCover(work, id)
  const facts = cover && (await findCase(work, cover.caseId))
  return cover && facts ? { cover, holder: facts.holder } : null
}

export const coverPages: readonly Page[] = [
  page({
    at: 'GET /cases/:case/cover',
    subject,
    access: grantsCover,
    answer: (work, { subject: { facts } }) => coverPage(work, facts, coverForm.filled({ until: usualEnd(work.today) })),
  }),
  page({
    at: 'POST /cases/:case/cover',
    subject,
    access: grantsCover,
    answer: async (work, { subject: { facts }, form }) => {
      if (searchIn(form)) return coverPage(work, facts, { errors: [], typed: coverForm.typed(form) })
      const reading = coverForm.read(form, { today: work.today })
      if (!reading.ok) return coverPage(work, facts, reading)
      const [colleague, until] = [parseId<'person'>(reading.value.colleague), parseDay(reading.value.until)]
      if (!colleague || !until) return coverPage(work, facts, coverForm.refused(form, notFoundWords))
      const done = await grantCover(work, facts.id, { colleague, until })
      if (!done.ok) return coverPage(work, facts, coverForm.refused(form, done))
      return seeOther(backTo(work, facts), `They can read it up to ${formatDay(until)}`)
    },
  }),
  page({
    at: 'POST /covers/:cover/end',
    subject: coverSubject,
    access: endsCover,
    answer: async (work, { subject: { cover } }) => {
      const done = await endCover(work, cover.id)
      const facts = await findCase(work, cover.caseId)
      return done.ok ? seeOther(facts ? backTo(work, facts) : '/cases', 'Ended') : conflict(done.reason)
    },
  }),
]

const notFoundWords = { reason: 'Choose one of the people found', field: 'colleague' }
/** A supervisor may have no page of the case, but always this one. */
const backTo = (work: Work, facts: CaseFacts) =>
  facts.holder === work.asker.person ? `/cases/${facts.id}` : `/cases/${facts.id}/cover`

async function coverPage(work: Work, facts: CaseFacts, state: FormState): Promise<Reply> {
  return html({
    title: titleWith(state, 'Let a colleague read a case'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: facts.holder === work.asker.person ? `/cases/${facts.id}` : '/supervision', label: 'Back' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Let a colleague read a case</h1>
        <p>
          While you are away, a colleague can read this case and its discussions, as far as you read them. They cannot
          change anything, and cannot let others read. You see when they read it.
        </p>
        <CoversTable work={work} covers={await standing(work, facts)} facts={facts} />
        <PostForm action={`/cases/${facts.id}/cover`}>
          <FormFields form={coverForm} state={state} options={await found(work, state)} />
          <Button>Let them read</Button>
        </PostForm>
      </>
    ),
  })
}

async function found(work: Work, state: FormState): Promise<{ colleague?: readonly Option[] }> {
  const text = String(state.typed['colleague-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  const hintOf = (one: (typeof others)[number]) => [one.staffGroup, one.unit].filter(Boolean).join(', ') || undefined
  return { colleague: others.map((one) => ({ value: one.id, label: one.name, hint: hintOf(one) })) }
}

async function standing(work: Work, facts: CaseFacts) {
  const { covers: all, lineManagers } = await coveredFacts(work, facts)
  // A colleague who has become the holder's line manager reads nothing of it any more, cover or not.
  const covers = all.filter((one) => isStanding(one, work.today) && !lineManagers.includes(one.colleague))
  const nameOf = await namer(
    work,
    covers.flatMap((one) => [one.colleague, one.grantedBy]),
  )
  return covers.map((one) => ({ ...one, name: nameOf(one.colleague), grantedByName: nameOf(one.grantedBy) }))
}

type Standing = Awaited<ReturnType<typeof standing>>

const CoversTable = ({ covers, facts, work }: { covers: Standing; facts: CaseFacts; work: Work }) =>
  covers.length === 0 ? null : (
    <Table
      caption="Who covers now"
      captionSize="s"
      columns={[
        { heading: 'Colleague', cell: (one) => one.name },
        { heading: 'Up to', cell: (one) => formatDay(one.until) },
        { heading: 'Let in by', cell: (one) => one.grantedByName },
        { heading: 'End', cell: (one) => EndPart(one, facts, work.asker.person) },
      ]}
      rows={covers}
    />
  )

const EndPart = (one: Standing[number], facts: CaseFacts, asker: string) =>
  facts.holder === asker || one.grantedBy === asker ? (
    <PostButton action={`/covers/${one.id}/end`} variant="secondary" small>
      End {one.name}’s cover
    </PostButton>
  ) : (
    ''
  )

/** Who covers for a case, on its page, and the way to let somebody; null for those who cannot. */
export async function coverPart(work: Work, facts: CaseFacts) {
  const may = mayGrant(await coveredFacts(work, facts), work.asker.person).ok
  const covers = await standing(work, facts)
  if (!may && covers.length === 0) return null
  return (
    <>
      <h2>Cover</h2>
      {covers.length === 0 && <p>Nobody covers for this case.</p>}
      <CoversTable work={work} covers={covers} facts={facts} />
      {may && facts.state === 'open' && (
        <p>
          <a href={`/cases/${facts.id}/cover`}>Let a colleague read it for a while</a>
        </p>
      )}
    </>
  )
}

/** The cases that the asker covers, for their list; null when there are none. */
export async function coveredPart(work: Work) {
  const covers = await findCoveredBy(work, work.asker.person, work.today)
  if (covers.length === 0) return null
  const cases = await openCases(
    work,
    covers.map((one) => one.caseId),
  )
  const nameOf = await namer(
    work,
    cases.map((one) => one.holder),
  )
  return (
    <Table
      caption="Cases you cover"
      captionSize="m"
      columns={[
        { heading: 'Reference', cell: (one) => <a href={`/cases/${one.id}`}>{one.reference || 'Would not open'}</a> },
        { heading: 'For', cell: (one) => nameOf(one.holder) },
        {
          heading: 'Up to',
          cell: (one) => formatDay(covers.find((cover) => cover.caseId === one.id)?.until ?? work.today),
        },
      ]}
      rows={cases}
    />
  )
}
