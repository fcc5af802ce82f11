// The list of policies: what is in force, what is being drafted, what can be adopted.
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  FormFields,
  Lede,
  type FormState,
  PostButton,
  PostForm,
  Table,
  Tag,
  titleWith,
  type VNode,
} from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { readText } from '../../../platform/web/upload.ts'
import type { Work } from '../../../platform/work.ts'
import { FaultyLines, lineErrors } from '../reading/lines.pages.tsx'
import { policyKeepers } from './version.access.ts'
import { draftVersion, policyHistory } from './version.changes.ts'
import { importForm } from './version.form.ts'
import { type InForce, type PolicyVersion, reviewOf } from './version.ts'
import { findVersions } from './version.store.ts'
import { type ShippedPack, shippedPacks } from './shipped.store.ts'

export const versionsPages: readonly Page[] = [
  page({ at: 'GET /set-up/policy', access: policyKeepers, answer: (work) => listPage(work) }),
  page({
    at: 'POST /set-up/policy/adoption/:packKey',
    access: policyKeepers,
    answer: async (work, { params }) => {
      const shipped = shippedPacks().find((one) => one.key === params.packKey)
      if (!shipped) return notFound()
      const draft = await draftVersion(work, shipped.text, 'As shipped')
      return draft.ok
        ? seeOther(`/set-up/policy/${draft.id}`, 'Draft made. Read it, then put it in force.')
        : notFound()
    },
  }),
  page({
    at: 'POST /set-up/policy/import',
    access: policyKeepers,
    takesFiles: true,
    answer: async (work, request) => {
      const reading = importForm.read(request.form, { uploads: request.uploads })
      if (!reading.ok) return listPage(work, reading)
      const text = await readText(reading.value.file)
      const draft = await draftVersion(work, text, reading.value.note ?? '')
      if (draft.ok)
        return seeOther(`/set-up/policy/${draft.id}`, 'File read without faults. It is a draft until it is approved.')
      return listPage(
        work,
        { ...importForm.refused(request.form, { reason: '' }), errors: lineErrors('file', draft.faults) },
        <FaultyLines text={text} faults={draft.faults} />,
      )
    },
  }),
]

async function listPage(
  work: Work,
  state: FormState = importForm.filled(),
  faults: VNode | null = null,
): Promise<Reply> {
  const inForce = (await policyHistory(work)).filter(
    (one) => one.from <= work.today && (one.until === null || work.today < one.until),
  )
  const versions = await findVersions(work)
  const open = versions.filter((version) => version.status === 'draft' || (version.inForceFrom ?? '') > work.today)
  const adopted = new Set(
    versions.filter((version) => version.status !== 'withdrawn').map((version) => version.packKey),
  )
  return html({
    title: titleWith(state, 'Set up the policy'),
    status: state.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Set up the policy</h1>
        {faults}
        <Lede>
          Your rules for supervision, as data: who needs what, how often, from whom, and the words that go with it.
        </Lede>
        <InForceTable inForce={inForce} work={work} />
        {open.length > 0 && <OpenTable versions={open} />}
        <Adoption packs={shippedPacks().filter((pack) => !adopted.has(pack.key))} />
        <Import state={state} />
        <h2>Try a rule</h2>
        <p>
          <a href="/set-up/policy/try">Try a rule on a made-up person</a> and see what is due on which day, and why.
        </p>
      </>
    ),
  })
}

const InForceTable = ({ inForce, work }: { inForce: readonly InForce[]; work: Work }) => (
  <Table
    caption="In force today"
    captionSize="m"
    columns={[
      { heading: 'Policy', cell: ({ version, pack }) => <a href={`/set-up/policy/${version.id}`}>{pack.name}</a> },
      { heading: 'Version', cell: ({ version }) => version.label },
      { heading: 'Since', cell: ({ from }) => formatDay(from) },
      { heading: 'Review', cell: (one) => <Review one={one} work={work} /> },
    ]}
    rows={inForce}
    empty={
      <EmptyState heading="No policy is in force yet">
        Adopt one of the policies below. You can change anything in it before and after.
      </EmptyState>
    }
  />
)

function Review({ one, work }: { one: InForce; work: Work }) {
  const review = one.pack.review as typeof work.today
  const state = reviewOf(one.pack, work.today)
  return (
    <>
      {formatDay(review)} {state === 'lapsed' && <Tag colour="red">Review has passed</Tag>}
      {state === 'due' && <Tag colour="yellow">Review is due</Tag>}
    </>
  )
}

const OpenTable = ({ versions }: { versions: readonly PolicyVersion[] }) => (
  <Table
    caption="Drafts and versions to come"
    captionSize="m"
    columns={[
      {
        heading: 'Policy',
        cell: (version) => (
          <a href={`/set-up/policy/${version.id}`}>
            {version.packName}, version {version.label}
          </a>
        ),
      },
      {
        heading: 'State',
        cell: (version) => (version.inForceFrom ? `Begins ${formatDay(version.inForceFrom)}` : 'Draft'),
      },
      { heading: 'For', cell: (version) => version.note },
    ]}
    rows={versions}
  />
)

const Adoption = ({ packs }: { packs: readonly ShippedPack[] }) =>
  packs.length === 0 ? null : (
    <section>
      <h2>Adopt a policy</h2>
      {packs.map(({ key, pack }) => (
        <Card heading={pack.name} level={3}>
          <p>{typeof pack.summary === 'string' ? pack.summary : pack.summary?.text}</p>
          <p class="app-quiet">
            {pack.types.length} kinds of supervision, {pack.matrix?.length ?? 0} rows in the staff matrix
          </p>
          <PostButton action={`/set-up/policy/adoption/${key}`} variant="secondary">
            Adopt<span class="nhsuk-u-visually-hidden"> {pack.name}</span>
          </PostButton>
        </Card>
      ))}
    </section>
  )

const Import = ({ state }: { state: FormState }) => (
  <section>
    <h2>Bring in a file</h2>
    <p>A file exported here, or written by hand. It becomes a draft; nothing changes until it is approved.</p>
    <PostForm action="/set-up/policy/import" form={importForm}>
      <FormFields form={importForm} state={state} />
      <Button variant="secondary">Read the file</Button>
    </PostForm>
  </section>
)
