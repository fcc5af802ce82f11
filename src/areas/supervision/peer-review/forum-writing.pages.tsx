// Beginning a forum of peer review, changing it, and planning its dates: first the rhythm, then a look at every day.
import { Button, type FormState, PostForm } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { addMonths, type Day, parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, type UnitId, unitTree } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { obstaclesTo } from '../group/obstacles.changes.ts'
import { DayTick } from '../group/series.pages.tsx'
import { seriesDays, stepFrom } from '../group/series.ts'
import { planReviews } from '../reviewing/review.changes.ts'
import type { PlaceKind } from '../session/session.ts'
import { chairsOfForum, leadersOfPeerReview } from './forum.access.ts'
import { beginForum, changeForum, subjectForum } from './forum.changes.ts'
import { changeForumForm, forumDatesForm, forumForm, teamFields } from './forum.form.ts'
import type { Forum, ForumId } from './forum.ts'
import { forumAddress } from './forum.view.ts'
import { kindsToLead } from './invited.changes.ts'

const leading = {
  subject: async (work: Work) => ({ kinds: await kindsToLead(work) }),
  access: leadersOfPeerReview,
} as const
const chaired = { subject: subjectForum, access: chairsOfForum } as const

export const forumWritingPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/forums/new',
    ...leading,
    answer: (work, { subject: { kinds } }) =>
      newPage(work, kinds, forumForm.filled({ type: kinds[0]?.key, asked: true })),
  }),
  page({
    at: 'POST /peer-reviews/forums',
    ...leading,
    answer: async (work, { subject: { kinds }, form }) => {
      const reading = forumForm.read(form)
      if (!reading.ok) return newPage(work, kinds, reading)
      const { name, type, asked } = reading.value
      const done = await beginForum(work, { name, type, asked, units: teamsOf(reading.value) })
      if (!done.ok) return newPage(work, kinds, forumForm.refused(form, besideTeam(done)))
      return seeOther(`${forumAddress({ id: done.value })}/dates`, 'The forum is there. Plan its dates')
    },
  }),
  page({
    at: 'GET /peer-reviews/forums/:forum/details',
    ...chaired,
    answer: (work, { subject: { forum } }) => changePage(work, forum, changeForumForm.filled(valuesOf(forum))),
  }),
  page({
    at: 'POST /peer-reviews/forums/:forum/details',
    ...chaired,
    answer: async (work, { subject: { forum }, form }) => {
      const reading = changeForumForm.read(form)
      if (!reading.ok) return changePage(work, forum, reading)
      const { name, asked } = reading.value
      const version = Number(firstOf(form, '_version'))
      const done = await changeForum(work, forum.id, { name, asked, units: teamsOf(reading.value), version })
      if (!done.ok) return changePage(work, forum, changeForumForm.refused(form, besideTeam(done)))
      return seeOther(forumAddress(forum), 'Saved')
    },
  }),
  page({
    at: 'GET /peer-reviews/forums/:forum/dates',
    ...chaired,
    answer: async (work, { subject: { forum } }) => {
      const minutes = (await policyOn(work)).type(forum.type)?.usualLength ?? 90
      return datesPage(forum, forumDatesForm.filled({ every: 1, unit: 'months', count: 12, minutes }))
    },
  }),
  page({
    at: 'POST /peer-reviews/forums/:forum/dates',
    ...chaired,
    answer: (work, { subject: { forum }, form }) => planDates(work, forum, form),
  }),
]

type Teams = Readonly<Record<(typeof teamFields)[number], string | null>>
const teamsOf = (value: Teams): readonly UnitId[] => [
  ...new Set(teamFields.flatMap((field) => parseId<'unit'>(value[field]) ?? [])),
]
const besideTeam = (refusal: { reason: string; field?: string }) =>
  refusal.field === 'units' ? { ...refusal, field: 'team1' } : refusal

const valuesOf = ({ name, asked, units: [team1, team2, team3] }: Forum) => ({
  name,
  asked,
  ...(team1 === undefined ? {} : { team1 }),
  ...(team2 === undefined ? {} : { team2 }),
  ...(team3 === undefined ? {} : { team3 }),
})

async function teamOptions(work: Work) {
  const units = (await unitTree(work, work.today)).map(({ unit, name, depth }) => ({
    value: unit as string,
    label: `${'– '.repeat(depth)}${name}`,
  }))
  return { team1: units, team2: units, team3: units }
}

type Kinds = Awaited<ReturnType<typeof kindsToLead>>

const newPage = async (work: Work, kinds: Kinds, state: FormState): Promise<Reply> =>
  formPage({
    title: 'Begin a forum of peer review',
    form: forumForm,
    state,
    action: '/peer-reviews/forums',
    button: 'Begin it',
    back: { href: '/peer-reviews', label: 'Peer review' },
    options: { type: kinds.map(({ key, name }) => ({ value: key, label: name })), ...(await teamOptions(work)) },
    intro: <p>You facilitate it. Others whom the policy names may join you.</p>,
  })

const changePage = async (work: Work, forum: Forum, state: FormState): Promise<Reply> =>
  formPage({
    title: 'Change the forum',
    form: changeForumForm,
    state,
    action: `${forumAddress(forum)}/details`,
    button: 'Save',
    back: { href: forumAddress(forum), label: 'Forum' },
    version: forum.version,
    options: await teamOptions(work),
  })

const datesPage = (forum: Pick<Forum, 'id'>, state: FormState): Reply =>
  formPage({
    title: 'Plan dates',
    form: forumDatesForm,
    state,
    action: `${forumAddress(forum)}/dates`,
    button: 'Look at the days',
    back: { href: forumAddress(forum), label: 'Forum' },
    intro: <p>Say how often the forum meets. You then see every day, with bank holidays stepped round.</p>,
  })

async function planDates(work: Work, forum: { readonly id: ForumId }, form: Typed): Promise<Reply> {
  const reading = forumDatesForm.read(form, { today: work.today })
  if (!reading.ok) return datesPage(forum, reading)
  const days = [form.days ?? []].flat().flatMap((text) => parseDay(text) ?? [])
  if (days.length === 0) return previewPage(work, forum, { form, rhythm: reading.value })
  const { time, minutes, placeKind, place } = reading.value
  const dates = { days, time, minutes, placeKind: placeKind as PlaceKind, place: place ?? '' }
  const done = await planReviews(work, forum.id, dates)
  if (!done.ok) return datesPage(forum, forumDatesForm.refused(form, done))
  return seeOther(forumAddress(forum), done.value === 1 ? '1 date planned' : `${done.value} dates planned`)
}

type Rhythm = Extract<ReturnType<typeof forumDatesForm.read>, { ok: true }>['value']

async function previewPage(
  work: Work,
  forum: { readonly id: ForumId },
  { form, rhythm }: { form: Typed; rhythm: Rhythm },
): Promise<Reply> {
  const every = { count: rhythm.every, unit: rhythm.unit as 'weeks' | 'months' }
  const first = rhythm.first as Day
  const to = addMonths(stepFrom(first, every, rhythm.count), 1)
  const plan = { people: [work.asker.person], from: first, to, time: rhythm.time, minutes: rhythm.minutes }
  const days = seriesDays(first, every, rhythm.count, await obstaclesTo(work, plan))
  const kept = Object.entries(form).filter(([name]) => !name.startsWith('_'))
  return html({
    title: 'Look at the days',
    back: { href: `${forumAddress(forum)}/dates`, label: 'Plan dates' },
    body: (
      <>
        <h1>Look at the days</h1>
        <p>
          Weekends, bank holidays, days on which you are away and other sessions of yours are stepped round. Take off
          what you do not want.
        </p>
        <PostForm action={`${forumAddress(forum)}/dates`}>
          {kept.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <div class="nhsuk-checkboxes nhsuk-form-group">
            {days.map((one) => (
              <DayTick one={one} />
            ))}
          </div>
          {days.some((one) => one.day !== null) && <Button>Plan these dates</Button>}
        </PostForm>
      </>
    ),
  })
}
