// A plan of support and development as its two read it: its steps with what came of each, what was written, and the form.
import {
  Button,
  Details,
  FormFields,
  type FormState,
  PostButton,
  PostForm,
  StateTag,
  Table,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, thing } from '../../records/index.ts'
import { stepField } from './practice.changes.ts'
import { planForm, whoFields } from './practice.form.ts'
import { type PracticeConcern, practiceState } from './practice.ts'
import type { Step } from './step.ts'
import { findSteps } from './step.store.ts'

type Names = (person: PersonId) => string
type Kept = { readonly heading: string; readonly words: string }
/** A step with its words, as far as the asker may read them. */
export type ReadStep = Step & { readonly words: string }

/** What was written of a plan, with its steps; opening it leaves its lines. */
export async function readPlan(work: Work, practice: PracticeConcern, nameOf: Names) {
  const known = (await findSteps(work, [practice.id])).get(practice.id) ?? []
  const entries: Kept[] = []
  const words = new Map<number, string>()
  for (const entry of practice.entries.filter((one) => one.kind !== 'sent' && one.kind !== 'taken back')) {
    const { texts } = await openTexts(work, { about: thing('practice plan', practice.id), version: entry.number })
    for (const step of known)
      if (step.agreedIn === entry.number) words.set(step.number, texts[stepField(step.number)] ?? '')
    const next = entry.lookAgainOn === null ? '' : ` Look again on ${formatDay(entry.lookAgainOn)}.`
    const heading = `${nameOf(entry.by)}, ${formatMoment(entry.at)}.${next}`
    if (texts.words) entries.push({ heading, words: texts.words })
  }
  return { entries, steps: known.map((step): ReadStep => ({ ...step, words: words.get(step.number) ?? '' })) }
}

/** The plan: its steps first, then what the two wrote; null before there is any. */
export async function planPart(work: Work, practice: PracticeConcern, nameOf: Names) {
  const { entries, steps } = await readPlan(work, practice, nameOf)
  if (entries.length === 0) return null
  return (
    <>
      <h2>Plan of support and development</h2>
      {steps.length > 0 && <StepsTable practice={practice} steps={steps} nameOf={nameOf} work={work} />}
      {entries.map(({ heading, words }) => (
        <>
          <p class="app-quiet">{heading}</p>
          <Written>{words}</Written>
        </>
      ))}
    </>
  )
}

type Steps = { practice: PracticeConcern; steps: readonly ReadStep[]; nameOf: Names; work: Work }

function StepsTable({ practice, steps, nameOf, work }: Steps) {
  const asker = work.asker.person
  const isOfTwo = asker === practice.manager || asker === practice.person
  const goesOn = isOfTwo && practiceState(practice) === 'plan agreed' && steps.some((one) => one.state === 'open')
  const change = {
    heading: 'Change',
    cell: (one: ReadStep) => <StepWays practice={practice} step={one} asker={asker} />,
  }
  return (
    <Table
      caption="Steps"
      captionSize="s"
      columns={[
        { heading: 'Step', cell: (one) => <bdi>{one.words || 'Would not open'}</bdi> },
        { heading: 'Who', cell: (one) => nameOf(practice[one.doer]) },
        { heading: 'By', cell: (one) => formatDay(one.due) },
        { heading: 'How it stands', cell: (one) => <StepTag step={one} today={work.today} /> },
        ...(goesOn ? [change] : []),
      ]}
      rows={steps}
    />
  )
}

function StepTag({ step, today }: { step: Step; today: Day }) {
  const ended = step.endedAt === null ? '' : formatDay(londonDay(step.endedAt))
  if (step.state === 'open')
    return step.due < today ? (
      <StateTag tone="late">Its day has passed</StateTag>
    ) : (
      <StateTag tone="waiting">Open</StateTag>
    )
  const tone = step.state === 'done' ? 'good' : 'quiet'
  return (
    <>
      <StateTag tone={tone}>{step.state === 'done' ? 'Done' : 'Not needed'}</StateTag> {ended}
    </>
  )
}

function StepWays({ practice, step, asker }: { practice: PracticeConcern; step: ReadStep; asker: PersonId }) {
  if (step.state !== 'open') return null
  const here = `/practice-concerns/${practice.id}/steps/${step.number}`
  const which = <span class="nhsuk-u-visually-hidden">: {step.words}</span>
  if (asker === practice.person && step.doer !== 'person') return null
  return (
    <>
      <PostButton action={here} fields={{ outcome: 'done' }} variant="secondary" small>
        Done{which}
      </PostButton>
      {asker === practice.manager && (
        <p>
          <a href={here}>Change{which}</a>
        </p>
      )}
    </>
  )
}

type FormProps = { practice: PracticeConcern; nameOf: Names; state: FormState | undefined }

/** The line manager's form, with the names of the two to choose from; behind a line once there is a plan. */
export function PlanForm({ practice, nameOf, state }: FormProps) {
  const isFirst = practiceState(practice) === 'waiting for a plan'
  const fields = <PlanFields practice={practice} nameOf={nameOf} state={state} />
  if (!isFirst)
    return (
      <Details summary="Write down how it goes on, or add steps" open={state !== undefined}>
        {fields}
      </Details>
    )
  return (
    <>
      <h2>Write it down together</h2>
      <p>A plan has steps: who does what, by when. More can be added later.</p>
      {fields}
    </>
  )
}

function PlanFields({ practice, nameOf, state }: FormProps) {
  const who = [
    { value: 'person', label: nameOf(practice.person) },
    { value: 'manager', label: nameOf(practice.manager) },
  ]
  const options = Object.fromEntries(whoFields.map((field) => [field, who]))
  const shown = state ?? planForm.filled({})
  const draw = (only: readonly string[]) => <FormFields form={planForm} state={shown} options={options} only={only} />
  return (
    <PostForm action={`/practice-concerns/${practice.id}/plan`}>
      {draw(['what', 'words', 'step1', 'who1', 'due1'])}
      <Details summary="More steps" open={state !== undefined}>
        {draw(['step2', 'who2', 'due2', 'step3', 'who3', 'due3'])}
      </Details>
      {draw(['on'])}
      <Button>Keep it</Button>
    </PostForm>
  )
}
