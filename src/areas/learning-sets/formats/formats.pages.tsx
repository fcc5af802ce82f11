// The formats by which sets can meet, as the policy in force has them, and each drawn to its minutes (SPEC 7.10).
import {
  Card,
  EmptyState,
  ErrorSummary,
  Filters,
  FormFields,
  type FormState,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { type Policy, policyOn } from '../../policy/index.ts'
import { type Format, formatOf } from '../format/format.ts'
import { FormatFacts, FormatPicture, FormatStages, type PackFormat, usualSize } from './format-picture.pages.tsx'
import { formatSizeForm } from './format-size.form.ts'
import type { FormatSize } from './format-lines.view.ts'
import { readersOfFormats } from './formats.access.ts'

export const formatPages: readonly Page[] = [
  page({ at: 'GET /action-learning/formats', access: readersOfFormats, answer: (work) => listPage(work) }),
  page({
    at: 'GET /action-learning/formats/:formatKey',
    subject: findFormat,
    access: readersOfFormats,
    answer: (_work, { subject, query }) => {
      const usual = usualSize(subject.pack, subject.format)
      const asked = (['minutes', 'people', 'topics'] as const).map((name) => [name, query(name)] as const)
      if (asked.every(([, typed]) => typed === '')) return onePage(subject, usual, formatSizeForm.filled(usual))
      const typed = Object.fromEntries(asked.map(([name, value]) => [name, value || String(usual[name])]))
      const reading = formatSizeForm.read(typed)
      return reading.ok
        ? onePage(subject, reading.value, formatSizeForm.filled(reading.value))
        : onePage(subject, usual, reading)
    },
  }),
]

type Found = { readonly pack: PackFormat; readonly format: Format; readonly types: readonly string[] }

/** A format of the policy in force by its key, with the kinds of set that may meet by it; null when there is none. */
async function findFormat(work: Work, { formatKey }: { formatKey: string }): Promise<Found | null> {
  return formatsOf(await policyOn(work)).find((one) => one.pack.key === formatKey) ?? null
}

/** Every format of a policy once, the first of two with one key. */
function formatsOf(policy: Policy): readonly Found[] {
  const all = policy.packs.flatMap((pack) => pack.meetingFormats ?? [])
  return all
    .filter((one, at) => all.findIndex((other) => other.key === one.key) === at)
    .map((pack) => ({
      pack,
      format: formatOf(pack),
      types: policy.types.filter((type) => type.meetingFormats?.includes(pack.key)).map((type) => type.name),
    }))
}

async function listPage(work: Work) {
  const formats = formatsOf(await policyOn(work))
  return html({
    title: 'Formats of a meeting',
    back: { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <h1>Formats of a meeting</h1>
        <p class="app-lede">
          A format says who speaks in which stage, what may be contributed, and how the minutes are shared. Your set
          chooses one for each meeting.
        </p>
        {formats.length === 0 ? (
          <EmptyState heading="No formats yet" level={2}>
            <p>Formats are part of the policy for action learning. Once it is in force they are drawn here.</p>
          </EmptyState>
        ) : (
          formats.map(({ pack, format }) => (
            <Card heading={format.name} href={`/action-learning/formats/${pack.key}`}>
              <FormatFacts pack={pack} format={format} />
            </Card>
          ))
        )}
      </>
    ),
  })
}

function onePage({ pack, format, types }: Found, size: FormatSize, state: FormState) {
  const path = `/action-learning/formats/${pack.key}`
  return html({
    title: titleWith(state, 'Format of a meeting'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: '/action-learning/formats', label: 'Formats of a meeting' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{format.name}</h1>
        <FormatFacts pack={pack} format={format} />
        <FormatPicture format={format} size={size} />
        <h2>Try another length or size</h2>
        <Filters action={path} clear={path} label="Draw it for another meeting">
          <FormFields form={formatSizeForm} state={state} />
        </Filters>
        <h2>Stage by stage</h2>
        <FormatStages format={format} />
        <p class="app-quiet">
          {types.length > 0 && <>For: {types.join(', ')}. </>}
          Whoever looks after the policy writes formats and changes them; a meeting keeps the format it was opened with.
        </p>
      </>
    ),
  })
}
