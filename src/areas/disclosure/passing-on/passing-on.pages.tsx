// Passing a concern on in two steps: what it is about, then what was done. Danger comes before any form, and the way is open
// to everybody, from wherever they come (SPEC 4.6, 12.4).
import {
  ActionLink,
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
  WarningCallout,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page, type Typed } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { searchPeople } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { type Attachment, attachmentOf } from './attachment.changes.ts'
import { passOn } from '../escalation/concern.changes.ts'
import { asAsked, concernForm, type ConcernValue, fieldsFor, toldMoment } from '../escalation/concern.form.ts'
import { goesToManager, tellsColleague } from '../escalation/concern.ts'
import { RouteSteps } from './route.pages.tsx'
import { type Route, routeOf, routesOf } from './route.view.ts'

export const passingOnPages: readonly Page[] = [
  page({
    at: 'GET /concerns/new',
    access: anyStaff,
    answer: async (work, request) => kindsPage(work, await attachmentOf(work, request.query('from'))),
  }),
  page({
    at: 'GET /concerns/new/:routeKey',
    access: anyStaff,
    answer: async (work, request) => {
      const route = routeOf(await policyOn(work), request.params.routeKey)
      const from = await attachmentOf(work, request.query('from'))
      return formPage(work, { route, from, state: concernForm.filled({ day: work.today }) })
    },
  }),
  page({
    at: 'POST /concerns',
    access: anyStaff,
    answer: async (work, { form: sent }) => {
      const route = routeOf(await policyOn(work), firstOf(sent, 'route'))
      const form = asAsked(route.kind, sent)
      const from = await attachmentOf(work, firstOf(form, 'from'))
      const again = (state: FormState) => formPage(work, { route, from, state })
      if (searchIn(form)) return again({ errors: [], typed: concernForm.typed(form) })
      const reading = concernForm.read(form, { today: work.today })
      if (!reading.ok) return again(reading)
      return (await keep(work, { route, from, value: reading.value, form })) ?? again(concernForm.filled({}))
    },
  }),
]

type Kept = { route: Route; from: Attachment | null; value: ConcernValue; form: Typed }

async function keep(work: Work, { route, from, value, form }: Kept): Promise<Reply | null> {
  const again = (refusal: { reason: string; field?: string }) =>
    formPage(work, { route, from, state: concernForm.refused(form, refusal) })
  const toldAt = toldMoment(value, work.moment)
  if (!toldAt.ok) return again(toldAt)
  const named = value.named === null ? null : parseId<'person'>(value.named)
  if (value.named !== null && !named) return again({ reason: 'Choose one of the people found', field: 'named' })
  const done = await passOn(work, {
    about: from,
    kind: route.kind,
    routeKey: route.key,
    outcome: value.outcome,
    toldAt: toldAt.value,
    toldHow: value.outcome === 'told' ? value.how : null,
    named,
    telling: named === null ? 'nobody is named' : (value.telling ?? 'not yet'),
    texts: {
      concern: value.concern,
      whom: value.whom ?? '',
      why: value.why ?? '',
      risk: named === null || !tellsColleague(route.kind) ? '' : (value.risk ?? ''),
      forManager: goesToManager(route.kind) ? (value.forManager ?? '') : '',
    },
  })
  return done.ok ? seeOther(`/concerns/${done.value}`, 'Passed on. You can take it back for 15 minutes.') : again(done)
}

const withFrom = (path: string, from: Attachment | null) => (from ? `${path}?from=${from.id}` : path)

/** First step: what it is about. Danger stands above everything. */
async function kindsPage(work: Work, from: Attachment | null) {
  const routes = routesOf(await policyOn(work))
  return html({
    title: 'Pass on a concern',
    back: from && from.href !== '/' ? { href: from.href, label: 'Back' } : undefined,
    body: (
      <>
        <h1>Pass on a concern</h1>
        <DangerFirst />
        <h2>What is it about?</h2>
        {routes.map((route) => (
          <ActionLink href={withFrom(`/concerns/new/${route.key}`, from)}>{route.name}</ActionLink>
        ))}
        <p>
          Nothing you choose is wrong, and nothing is sent yet.{' '}
          {from && `It is kept with ${from.words}, apart from it. `}
          <a href="/concerns">Concerns I passed on</a>
        </p>
      </>
    ),
  })
}

/** What comes before any form. */
const DangerFirst = () => (
  <WarningCallout heading="Is somebody in danger now?" level={2}>
    <p>
      <a href="tel:999">Call 999</a> first. The form can wait: you can write down afterwards what you did.
    </p>
  </WarningCallout>
)

type Shown = { route: Route; from: Attachment | null; state: FormState }

/** Second step: the way it goes by the policy, and what was done. */
async function formPage(work: Work, { route, from, state }: Shown) {
  return html({
    title: titleWith(state, 'What you did'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: withFrom('/concerns/new', from), label: 'What it is about' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{route.name}</h1>
        <DangerFirst />
        <RouteSteps route={route} />
        <h2>What you did</h2>
        {isAboutOnesOwn(route) && (
          <p>You do not have to write anything here. It helps to talk; write it down only if you want it on record.</p>
        )}
        <p>
          You and the safeguarding lead read this, nobody else. It stands apart from the record
          {from ? `, and says that it came from ${from.words}` : ''}. Today is {formatDay(work.today)}.
        </p>
        <PostForm action="/concerns">
          <input type="hidden" name="route" value={route.key} />
          <input type="hidden" name="from" value={from?.id ?? ''} />
          <FormFields
            form={concernForm}
            state={state}
            only={fieldsFor(route.kind)}
            options={await colleagues(work, state)}
          />
          <Button>Pass it on</Button>
        </PostForm>
      </>
    ),
  })
}

/** Routes that are advice to oneself as much as something to report. */
const isAboutOnesOwn = ({ kind }: Route): boolean => kind === 'wellbeing' || kind === 'disagreement'

async function colleagues(work: Work, state: FormState): Promise<{ named?: readonly Option[] }> {
  const text = String(state.typed['named-search'] ?? '').trim()
  if (text === '') return {}
  const { people } = await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })
  const others = people.filter((one) => one.id !== work.asker.person)
  return { named: others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })) }
}
