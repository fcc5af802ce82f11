// The page of one request: how it stands, what was asked, the next step for whoever looks, both records side by side, and who
// can see them.
import {
  ErrorSummary,
  type FormState,
  type OptionsByField,
  Lede,
  StateTag,
  SummaryList,
  titleWith,
  type VNode,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namer, wayToPassOn } from '../../disclosure/index.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { findReadable, type PointedOut } from '../../records/index.ts'
import { OpenNow } from '../hours/open-now.pages.tsx'
import { deskToday } from '../hours/desk.changes.ts'
import { aboutAdvice, aboutHeard } from '../recording/recording.changes.ts'
import { type Kept, openDraft } from '../recording/drafting.changes.ts'
import { Records } from '../recording/records-part.pages.tsx'
import { CaseBox, HeardBox, WriteAdvice } from '../recording/writing-part.pages.tsx'
import { writingOf } from '../recording/writing.ts'
import { callerNames } from '../outside/callers.changes.ts'
import { findOutsiders } from '../outside/outsider.store.ts'
import { LinkBox } from '../outside/outside.pages.tsx'
import { DeskDeeds, TakeButton } from './desk-deeds.pages.tsx'
import { worksHere } from '../request/desk-people.changes.ts'
import { AddBox, CallerDeeds } from './caller-deeds.pages.tsx'
import { Asked } from './asked-part.pages.tsx'
import { doerOf, isAtDesk } from '../request/request.access.ts'
import { aboutIntake } from '../request/request.changes.ts'
import { type AdviceRequest, isWithDesk } from '../request/request.ts'
import { findEntries } from '../request/request.store.ts'
import { entryWords, stateWords, urgencyWords, waitWords } from '../request/request.view.ts'
import { standingOf } from '../request/standing.ts'

/** The forms of the page that came back with faults, by name. */
export type PageStates = {
  readonly hand?: FormState
  readonly elsewhere?: FormState
  readonly closing?: FormState
  readonly added?: FormState
  readonly advice?: FormState
  readonly heard?: FormState
  readonly case?: FormState
  readonly link?: FormState
  /** People found for it. */
  readonly registered?: OptionsByField
  readonly pointed?: PointedOut | null
  /** Words that were saved from another window meanwhile. */
  readonly savedElsewhere?: string
}

/** What the parts of the page need, gathered once. */
export type Shown = Awaited<ReturnType<typeof gather>>

async function gather(work: Work, request: AdviceRequest, states: PageStates) {
  const entries = await findEntries(work, request.id)
  const people = [request.caller, request.openedBy, request.has, request.adviser].filter((one) => one !== null)
  const others = entries.flatMap((one) => [one.by, ...(one.person === null ? [] : [one.person])])
  const nameOf = await namer(work, [...people, ...others])
  const works = await worksHere(work, people)
  const reads = async (kind: string) => (await findReadable(work, kind, [request.id])).has(request.id)
  const isCaller = request.caller === work.asker.person
  return {
    request,
    entries,
    states,
    nameOf,
    works,
    isCaller,
    callerName: (await callerNames(work, [request], nameOf))(request),
    outsider: request.caller === null ? ((await findOutsiders(work, [request.id])).get(request.id) ?? null) : null,
    isDesk: !isCaller && isAtDesk(work.asker),
    has: request.has !== null && works(request.has) ? request.has : null,
    kept: await keptOf(work, request),
    readsIntake: await reads('advice intake'),
    readsAdvice: await reads('advice given'),
    readsHeard: await reads('advice heard'),
  }
}

/** What the asker has typed of the record that is theirs to write now. */
async function keptOf(work: Work, request: AdviceRequest): Promise<Kept> {
  for (const part of ['advice', 'account'] as const) {
    const writing = writingOf(request, doerOf(work.asker), part)
    if (writing.ok && writing.value === 'first') return openDraft(work, request.id, part)
  }
  return { save: 0, typed: null }
}

/** The page; 422 when one of its forms came back. */
export async function requestPage(work: Work, request: AdviceRequest, states: PageStates = {}): Promise<Reply> {
  const shown = await gather(work, request, states)
  const { pointed: _pointed, savedElsewhere: _savedElsewhere, registered: _registered, ...forms } = states
  const failed = Object.values(forms).find((state) => state.errors.length > 0)
  const { tone, words } = stateWords(request)
  return html({
    title: titleWith(failed, 'Request for advice'),
    status: failed ? 422 : 200,
    back: shown.isDesk ? { href: '/advice/desk', label: 'Requests at the desk' } : { href: '/advice', label: 'Advice' },
    body: (
      <>
        <ErrorSummary state={failed} />
        <h1>Request for advice</h1>
        <Lede>
          Asked {formatMoment(request.openedAt)} <StateTag tone={tone}>{words}</StateTag>
        </Lede>
        {shown.isCaller ? await ForCaller(work, shown) : await ForDesk(work, shown)}
        {shown.isCaller && (await AskedPart(work, shown))}
        <History shown={shown} />
        {await Foot(work, shown)}
        {shown.isCaller && wayToPassOn(request.id as never)}
      </>
    ),
  })
}

async function ForCaller(work: Work, shown: Shown): Promise<VNode> {
  const { request, has, nameOf } = shown
  const today = isWithDesk(request) && has === null ? await deskToday(work) : null
  return (
    <>
      {today && !today.now.open && request.urgency === 'now' && <OpenNow today={today} at={work.moment} />}
      <p>{callerWords(request, has === null ? null : nameOf(has))}</p>
      <CallerDeeds shown={shown} />
      <HeardBox shown={shown} />
      {await Records(work, shown)}
      <CaseBox shown={shown} />
    </>
  )
}

function callerWords(request: AdviceRequest, who: string | null): string {
  if (request.state === 'waiting' || (isWithDesk(request) && who === null))
    return 'The whole desk sees your request. If nobody takes it in time, everybody there is reminded, and then the safeguarding leads.'
  if (request.state === 'handed on') return `${who} has your request and is asked to take it.`
  if (request.state === 'taken') return `${who} has your request and will ring you.`
  if (request.state === 'elsewhere') return 'The desk says that this belongs elsewhere. Read below where to turn.'
  if (request.state === 'advised') return 'You were advised. Write down what you heard: it takes two minutes.'
  return request.state === 'recorded' ? 'Both of you have written it down.' : 'This request is over.'
}

async function ForDesk(work: Work, shown: Shown): Promise<VNode> {
  const { request, nameOf, has, works, callerName, outsider } = shown
  const standing = standingOf(request, { works, desk: [], leads: [], administrators: [] }, work.moment)
  const wait = waitWords(request, standing, work.moment)
  const rows = [
    { name: 'Asked by', value: callerName },
    ...(outsider === null ? [] : [{ name: 'Who they are', value: `${outsider.role}, ${outsider.place}` }]),
    ...(outsider?.person ? [{ name: 'In the register', value: nameOf(outsider.person) }] : []),
    ...(request.openedBy === request.caller ? [] : [{ name: 'Details taken by', value: nameOf(request.openedBy) }]),
    { name: 'How soon', value: urgencyWords[request.urgency] },
    { name: 'Who has it', value: whoHas(shown, has) },
    ...(wait === '' ? [] : [{ name: 'Wait', value: wait }]),
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <TakeButton asker={work.asker} shown={shown} />
      {await AskedPart(work, shown)}
      {request.caller === null && request.adviser === work.asker.person && <HeardBox shown={shown} />}
      <WriteAdvice shown={shown} asker={work.asker.person} />
      {await Records(work, shown)}
      {await DeskDeeds(work, shown)}
      <LinkBox shown={shown} />
    </>
  )
}

/** What was asked comes before everything that is written: whoever advises rings first. */
async function AskedPart(work: Work, shown: Shown) {
  if (!shown.readsIntake) return null
  return (
    <>
      {await Asked(work, shown)}
      {isWithDesk(shown.request) && <AddBox shown={shown} />}
    </>
  )
}

const whoHas = ({ request, nameOf }: Shown, has: PersonId | null): string =>
  has !== null ? nameOf(has) : isWithDesk(request) ? 'The whole desk' : 'Nobody: it is over'

const History = ({ shown }: { shown: Shown }) => (
  <section>
    <h2>What has happened</h2>
    <ul class="nhsuk-list">
      {shown.entries.map((entry) => (
        <li>{entryWords(entry, shown)}</li>
      ))}
    </ul>
  </section>
)

async function Foot(work: Work, shown: Shown): Promise<VNode> {
  const { id } = shown.request
  return (
    <>
      {shown.readsIntake &&
        (await whoSeesFoot(work, aboutIntake(id), {
          what: 'what was asked',
          notThese: 'Line managers see nothing of this request.',
        }))}
      {shown.readsAdvice && (await whoSeesFoot(work, aboutAdvice(id), { what: 'the adviser’s record' }))}
      {shown.readsHeard && (await whoSeesFoot(work, aboutHeard(id), { what: 'the record of whoever asked' }))}
    </>
  )
}
