// "Try this rule" in the browser: a rule, a person and what was held, as text; the answer for each day asked about, with
// its reasons. Reads and keeps nothing: the same pure function as the command (SPEC 2.3).
import {
  Button,
  defineForm,
  ErrorSummary,
  FormFields,
  type FormState,
  longText,
  PostForm,
  StateTag,
  Table,
  titleWith,
} from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { LineFault } from '../../../platform/yaml/yaml.ts'
import { FaultyLines, lineErrors } from '../reading/lines.pages.tsx'
import { spaced } from '../reading/compare.ts'
import { policyKeepers } from '../version/version.access.ts'
import { trialExample } from './trial-example.ts'
import { type Trial, type TrialAnswer, tryRule } from './trial.ts'

const trialForm = defineForm({
  text: longText({
    label: 'Rule, person and days',
    hint: 'Change the example. Names are made up: nothing here is kept, and nobody’s records are read.',
    rows: 28,
    max: 2_000_000,
    showAtMost: 2_000_000,
    spellcheck: false,
  }),
})

export const trialPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/try',
    access: policyKeepers,
    answer: () => trialPage(trialForm.filled({ text: trialExample })),
  }),
  page({
    at: 'POST /set-up/policy/try',
    access: policyKeepers,
    quiet: true,
    answer: (_work, { form }) => {
      const reading = trialForm.read(form)
      if (!reading.ok) return trialPage(reading)
      const { text } = reading.value
      const tried = tryRule(text)
      if (tried.ok) return trialPage(trialForm.filled({ text }), { trial: tried.trial })
      const state = { typed: trialForm.typed(form), errors: lineErrors('text', tried.faults) }
      return trialPage(state, { faults: tried.faults, text })
    },
  }),
]

type Outcome = { readonly trial?: Trial; readonly faults?: readonly LineFault[]; readonly text?: string }

function trialPage(state: FormState, { trial, faults, text }: Outcome = {}): Reply {
  return html({
    title: titleWith(state, 'Try a rule'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/set-up/policy', label: 'Policy' },
    wide: true,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Try a rule</h1>
        {trial && <Answers trial={trial} />}
        {faults && <FaultyLines text={text ?? ''} faults={faults} />}
        <PostForm action="/set-up/policy/try" classes="app-code">
          <FormFields form={trialForm} state={state} />
          <Button>Try it</Button>
        </PostForm>
      </>
    ),
  })
}

const Answers = ({ trial }: { trial: Trial }) => (
  <section id="answers">
    <Table
      caption={trial.answers.length === 1 ? 'The answer' : `${trial.answers.length} answers`}
      captionSize="m"
      columns={[
        { heading: 'Day', cell: (one) => formatDay(one.day) },
        { heading: 'Rule', cell: (one) => one.name },
        { heading: 'State', cell: (one) => <StateTag tone={toneOf(one)}>{spaced(one.state)}</StateTag> },
        { heading: 'Due', cell: (one) => (one.dueOn ? formatDay(one.dueOn) : 'No date') },
        { heading: 'Why', cell: (one) => <Reasons reasons={one.reasons} /> },
      ]}
      rows={trial.answers}
    />
    <Surprises trial={trial} />
    <Timelines trial={trial} />
  </section>
)

const Surprises = ({ trial }: { trial: Trial }) =>
  trial.surprises.length === 0 ? null : (
    <>
      <h2>Not as expected</h2>
      <ul>
        {trial.surprises.map((one) => (
          <li>
            {formatDay(one.day)}: {spaced(one.field).toLowerCase()} should be {one.expected ?? 'nothing'}, and is{' '}
            {one.answered ?? 'nothing'}.
          </li>
        ))}
      </ul>
    </>
  )

const Timelines = ({ trial }: { trial: Trial }) => (
  <>
    {trial.timelines.map((line) => (
      <Table
        caption={`From day to day: ${line.requirement}`}
        captionSize="s"
        columns={[
          { heading: 'From', cell: (span) => formatDay(span.from) },
          { heading: 'To', cell: (span) => formatDay(span.to) },
          { heading: 'State', cell: (span) => spaced(span.state) },
          { heading: 'Due', cell: (span) => (span.dueOn ? formatDay(span.dueOn) : 'No date') },
        ]}
        rows={line.spans}
      />
    ))}
  </>
)

const Reasons = ({ reasons }: { reasons: readonly string[] }) => (
  <ul class="nhsuk-list">
    {reasons.map((reason) => (
      <li>{reason}</li>
    ))}
  </ul>
)

const tones = { met: 'good', 'due soon': 'soon', overdue: 'late', 'never had': 'late' } as const
const toneOf = ({ state }: TrialAnswer) =>
  (tones as Partial<Record<string, 'good' | 'soon' | 'late'>>)[state] ?? 'quiet'
