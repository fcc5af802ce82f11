// One concern on one page, for those who passed it on and for the leads it went to; and what the colleague it is about sees.
import {
  ErrorSummary,
  type FormState,
  InsetText,
  Lede,
  PostButton,
  StateTag,
  SummaryList,
  searchIn,
  titleWith,
  WhoCanSee,
  Written,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, type Texts, thing, whoSees } from '../../records/index.ts'
import { namer } from '../lead.changes.ts'
import { type ConcernSubject, readersOfConcern, toldOfConcern } from './concern.access.ts'
import { addToConcern, closeConcern, handOn, leadsOf, tellManager } from './concern.changes.ts'
import { additionForm, closingForm, handingForm, managerForm } from './concern.form.ts'
import { findConcern } from './concern.store.ts'
import { type Concern, type ConcernId, stateOf, takeBack } from './concern.ts'
import { cameFromWords, entryWords, kindWords, outcomeWords, stateWords, tellingWords } from './concern.view.ts'
import { ConcernForms, type FormStates } from './forms.pages.tsx'
import { findPractices } from '../practice/practice.store.ts'

/** A concern and the leads who read it. */
export async function concernSubject(
  work: Work,
  { concern: id }: { concern: ConcernId },
): Promise<ConcernSubject | null> {
  const concern = await findConcern(work, id)
  return concern && { concern, leads: await leadsOf(work, id) }
}

const readers = { subject: concernSubject, access: readersOfConcern }
const here = (concern: Concern) => `/concerns/${concern.id}`

export const concernPages: readonly Page[] = [
  page({
    at: 'GET /concerns/:concern',
    subject: concernSubject,
    access: toldOfConcern,
    answer: (work, { subject: shown }) =>
      readersOfConcern.may(work.asker, shown) ? concernPage(work, shown, {}) : toldPage(work, shown.concern),
  }),
  page({
    at: 'POST /concerns/:concern/entries',
    ...readers,
    answer: async (work, { subject: shown, form }) => {
      const reading = additionForm.read(form)
      if (!reading.ok) return concernPage(work, shown, { addition: reading })
      const done = await addToConcern(work, shown.concern.id, reading.value)
      return done.ok ? seeOther(here(shown.concern), 'Added') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /concerns/:concern/closing',
    ...readers,
    answer: async (work, { subject: shown, form }) => {
      const reading = closingForm.read(form)
      if (!reading.ok) return concernPage(work, shown, { closing: reading })
      const done = await closeConcern(work, shown.concern.id, reading.value)
      if (!done.ok) return concernPage(work, shown, { closing: closingForm.refused(form, done) })
      return seeOther(here(shown.concern), 'Closed. The person who passed it on can read what came of it.')
    },
  }),
  page({
    at: 'POST /concerns/:concern/manager',
    ...readers,
    answer: async (work, { subject: shown, form }) => {
      const reading = managerForm.read(form)
      if (!reading.ok) return concernPage(work, shown, { manager: reading })
      const done = await tellManager(work, shown.concern.id, reading.value)
      if (done.ok) return seeOther(here(shown.concern), 'Sent. They read these words and nothing else.')
      return done.field === undefined
        ? conflict(done.reason)
        : concernPage(work, shown, { manager: managerForm.refused(form, done) })
    },
  }),
  page({
    at: 'POST /concerns/:concern/hand-over',
    ...readers,
    answer: async (work, { subject: shown, form }) => {
      if (searchIn(form)) return concernPage(work, shown, { handing: { errors: [], typed: handingForm.typed(form) } })
      const reading = handingForm.read(form)
      const to = reading.ok ? parseId<'person'>(reading.value.to) : null
      if (!reading.ok || !to) return concernPage(work, shown, { handing: reading.ok ? refusedChoice(form) : reading })
      const done = await handOn(work, shown.concern.id, { to })
      if (!done.ok) return concernPage(work, shown, { handing: handingForm.refused(form, done) })
      return seeOther(here(shown.concern), 'Handed on')
    },
  }),
]

const refusedChoice = (form: Parameters<typeof handingForm.refused>[0]) =>
  handingForm.refused(form, { reason: 'Choose one of the people found', field: 'to' })

async function concernPage(work: Work, { concern, leads }: ConcernSubject, states: FormStates): Promise<Reply> {
  const about = thing('concern', concern.id)
  const { can, has } = await whoSees(work, about)
  const practices = await findPractices(work, { concern: concern.id })
  const people = [...can, ...has].map((one) => one.person)
  const nameOf = await namer(work, [...people, ...peopleIn(concern), ...practices.map((one) => one.manager)])
  const failed = Object.values(states).find((state: FormState | undefined) => (state?.errors.length ?? 0) > 0)
  const state = stateWords[stateOf(concern)]
  const mayUndo = takeBack(concern, work.asker.person, work.moment).ok
  return html({
    title: titleWith(failed, 'Concern passed on'),
    status: failed ? 422 : 200,
    back: { href: '/concerns', label: 'Concerns' },
    body: (
      <>
        <ErrorSummary state={failed} />
        <h1>{kindWords[concern.kind]}</h1>
        <Lede>
          {outcomeWords(concern)} <StateTag tone={state.tone}>{state.words}</StateTag>
        </Lede>
        {mayUndo && (
          <PostButton action={`${here(concern)}/undoing`} variant="secondary" small>
            Take it back
          </PostButton>
        )}
        {leads.length === 0 && stateOf(concern) === 'open' && <NoLead />}
        <Facts concern={concern} nameOf={nameOf} managers={practices.map((one) => nameOf(one.manager))} />
        {await entriesPart(work, concern, nameOf)}
        {await ConcernForms(work, { concern, leads, written: practices.length > 0, states })}
        <WhoCanSee
          what="this concern"
          viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
          looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
          notThese="It stands apart from the record. Nobody reads it there."
        />
      </>
    ),
  })
}

const peopleIn = (concern: Concern) => [
  ...concern.entries.map((entry) => entry.by),
  ...(concern.named ? [concern.named] : []),
]

const NoLead = () => (
  <InsetText>
    <p>
      No safeguarding lead is on record here who could read this. Make sure that somebody has it: ring your safeguarding
      service.
    </p>
  </InsetText>
)

type Names = Awaited<ReturnType<typeof namer>>

function Facts({ concern, nameOf, managers }: { concern: Concern; nameOf: Names; managers: readonly string[] }) {
  const rows = [
    { name: 'Passed on', value: `${nameOf(concern.raisedBy)}, ${formatMoment(concern.raisedAt)}` },
    { name: 'Colleague it is about', value: tellingWords(concern, concern.named ? nameOf(concern.named) : '') },
  ]
  if (concern.named !== null) rows.push({ name: 'Colleague', value: nameOf(concern.named) })
  if (managers.length > 0) rows.push({ name: 'Their line manager was told', value: managers.join(', ') })
  if (concern.about) rows.push({ name: 'Came from', value: cameFromWords[concern.about.kind] })
  return <SummaryList rows={rows} />
}

const labels: readonly [string, string][] = [
  ['concern', 'What worries them'],
  ['whom', 'Whom they told'],
  ['why', 'Why they decided not to share it'],
  ['risk', 'Who would be at risk if the colleague were told'],
  ['words', ''],
]

async function entriesPart(work: Work, concern: Concern, nameOf: Names) {
  const shown: { words: string; texts: Texts }[] = []
  for (const entry of concern.entries) {
    const opened = await openTexts(work, { about: thing('concern', concern.id), version: entry.number })
    shown.push({ words: entryWords(entry, nameOf), texts: opened.texts })
  }
  return (
    <section>
      <h2>What was written</h2>
      {shown.map(({ words, texts }) => (
        <>
          <p class="app-quiet">{words}</p>
          {labels.map(([field, label]) =>
            (texts[field] ?? '') === '' ? null : (
              <>
                {label !== '' && <h3 class="nhsuk-heading-s">{label}</h3>}
                <Written>{texts[field]}</Written>
              </>
            ),
          )}
        </>
      ))}
    </section>
  )
}

/** The colleague it is about: that it was passed on, by whom and when; never the words. */
async function toldPage(work: Work, concern: Concern): Promise<Reply> {
  const nameOf = await namer(work, [concern.raisedBy])
  const seen = concern.entries.some((entry) => entry.kind === 'seen')
  return html({
    title: 'For you to know',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>For you to know</h1>
        <p>
          {nameOf(concern.raisedBy)} passed a concern on that is about you, on {formatMoment(concern.raisedAt)}. It went
          to a safeguarding lead, under the policy. You are told because you should not have to find out another way.
        </p>
        <p>
          What was written is not shown here. Talk to your supervisor or your line manager; you can bring somebody with
          you. The aim is support.
        </p>
        {!seen && <PostButton action={`${here(concern)}/receipt`}>I have seen this</PostButton>}
      </>
    ),
  })
}
