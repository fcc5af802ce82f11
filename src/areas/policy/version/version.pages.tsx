// One version of a policy: read it, compare it with the one in force, approve it, take it along as a file.
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostButton,
  PostForm,
  SummaryList,
} from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, file, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, peopleWithRole } from '../../people/index.ts'
import { DraftParts, StartDraft } from '../editing/draft.pages.tsx'
import { comparePacks, type Difference } from '../reading/compare.ts'
import { DifferencesTable } from '../reading/differences.pages.tsx'
import { PackContents } from '../reading/contents.pages.tsx'
import { policyKeepers } from './version.access.ts'
import { approveVersion, policyOn, withdrawVersion } from './version.changes.ts'
import { approvalForm } from './version.form.ts'
import { approverRoles, type PolicyVersion, type PolicyVersionId } from './version.ts'
import { findVersion, packOf } from './version.store.ts'

type WithText = PolicyVersion & { readonly text: string }
const subject = (work: Work, { version }: { version: string }) => findVersion(work, version as PolicyVersionId)

export const versionPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/:version',
    subject,
    access: policyKeepers,
    answer: (work, request) => versionPage(work, request.subject),
  }),
  page({
    at: 'GET /set-up/policy/:version/file',
    subject,
    access: policyKeepers,
    answer: (_work, { subject: version }) =>
      file(`${version.packKey}-${version.label}.yaml`, 'text/yaml', version.text),
  }),
  page({
    at: 'POST /set-up/policy/:version/approval',
    subject,
    access: policyKeepers,
    answer: async (work, { subject: version, form }) => {
      const reading = approvalForm.read(form, { today: work.today })
      if (!reading.ok) return versionPage(work, version, reading)
      const revision = Number(firstOf(form, '_version'))
      const anyApprovers = await hasApprovers(work)
      const done = await approveVersion(work, version.id, { revision, from: reading.value.from as Day, anyApprovers })
      if (!done.ok) return versionPage(work, version, approvalForm.refused(form, done))
      return seeOther('/set-up/policy', 'Approved. Figures are being worked out anew.')
    },
  }),
  page({
    at: 'POST /set-up/policy/:version/withdrawal',
    subject,
    access: policyKeepers,
    answer: async (work, { subject: version }) => {
      const done = await withdrawVersion(work, version.id)
      return done.ok ? seeOther('/set-up/policy', 'Draft given up.') : conflict(done.reason)
    },
  }),
]

async function hasApprovers(work: Work): Promise<boolean> {
  for (const role of approverRoles) if ((await peopleWithRole(work, role, work.today)).length > 0) return true
  return false
}

async function versionPage(work: Work, version: WithText, state: FormState = approvalForm.filled()): Promise<Reply> {
  const pack = packOf(version.text)
  const now = (await policyOn(work)).packs.find((one) => one.key === version.packKey)
  const people = await namesOf(work, [version.draftedBy, ...(version.approvedBy ? [version.approvedBy] : [])])
  const isDraft = version.status === 'draft'
  return html({
    title: `Set up ${pack.name}, version ${version.label}`,
    back: { href: '/set-up/policy', label: 'Policy' },
    wide: !isDraft,
    status: state.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          {pack.name} <span class="nhsuk-caption-l">version {version.label}</span>
        </h1>
        <Facts version={version} people={people} />
        {isDraft && now && <Differences lines={comparePacks(now, pack)} />}
        {isDraft && <DraftParts version={version} pack={pack} />}
        {isDraft && <Approval version={version} state={state} first={now === undefined} />}
        {!isDraft && <StartDraft version={version} />}
        {isDraft ? (
          <Details summary="Read the whole draft">
            <PackContents pack={pack} />
          </Details>
        ) : (
          <PackContents pack={pack} />
        )}
        <p>
          <a href={`/set-up/policy/${version.id}/file`}>Save this version as a file (YAML)</a>
        </p>
      </>
    ),
  })
}

const Facts = ({ version, people }: { version: WithText; people: ReadonlyMap<string, string> }) => (
  <SummaryList
    rows={[
      { name: 'State', value: stateWords(version) },
      {
        name: 'Drafted',
        value: `${formatMoment(version.draftedAt)} by ${people.get(version.draftedBy) ?? 'somebody who has left'}`,
      },
      ...(version.approvedAt && version.approvedBy
        ? [
            {
              name: 'Approved',
              value: `${formatMoment(version.approvedAt)} by ${people.get(version.approvedBy) ?? 'somebody who has left'}`,
            },
          ]
        : []),
      ...(version.note ? [{ name: 'For', value: version.note }] : []),
    ]}
  />
)

function stateWords(version: PolicyVersion): string {
  if (version.status === 'draft') return 'Draft: nothing follows it yet'
  if (version.status === 'withdrawn') return 'Given up'
  return `In force from ${version.inForceFrom ? formatDay(version.inForceFrom) : ''}`
}

const Differences = ({ lines }: { lines: readonly Difference[] }) => (
  <section>
    <h2>What changes</h2>
    {lines.length === 0 ? (
      <InsetText>
        <p>This draft says the same as the version in force.</p>
      </InsetText>
    ) : (
      <DifferencesTable
        lines={lines}
        caption={`${lines.length} ${lines.length === 1 ? 'difference' : 'differences'} from the version in force`}
      />
    )}
  </section>
)

const Approval = ({ version, state, first }: { version: WithText; state: FormState; first: boolean }) => (
  <Card heading="Put it in force" level={2}>
    <p>
      {first
        ? 'Figures of the past are reckoned with the first version from the day it begins. Choose a day on which these rules already held, if they did.'
        : 'The version in force now holds until the day before.'}
    </p>
    <PostForm action={`/set-up/policy/${version.id}/approval`} version={version.revision}>
      <FormFields form={approvalForm} state={state} />
      <Button>Approve this version</Button>
    </PostForm>
    <Details summary="Give up this draft">
      <p>It stays readable in the list of versions, but nothing will follow it.</p>
      <PostButton action={`/set-up/policy/${version.id}/withdrawal`} variant="warning" small>
        Give it up
      </PostButton>
    </Details>
  </Card>
)
