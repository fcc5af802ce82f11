// What can be changed in a draft, and how one is begun from an earlier version.
import { PostButton, SummaryList } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { policyKeepers } from '../version/version.access.ts'
import { findVersion, findVersions } from '../version/version.store.ts'
import type { PolicyVersion, PolicyVersionId } from '../version/version.ts'
import { draftFrom } from './edit.changes.ts'
import { whoReads, whoReadsWords } from './who-reads.form.ts'

export type WithText = PolicyVersion & { readonly text: string }

/** A version by its id, for editing; null when this organisation has none such. */
export const findDraft = (work: Work, { version }: { version: string }): Promise<WithText | null> =>
  findVersion(work, version as PolicyVersionId)

export const draftPages: readonly Page[] = [
  page({
    at: 'POST /set-up/policy/:version/draft',
    subject: findDraft,
    access: policyKeepers,
    answer: async (work, { subject: version }) => {
      const open = (await findVersions(work, version.packKey)).find((one) => one.status === 'draft')
      const draft = await draftFrom(work, version, open)
      const said = open
        ? 'There is a draft already: here it is.'
        : 'Draft made. Nothing follows it until it is approved.'
      return seeOther(`/set-up/policy/${draft}`, said)
    },
  }),
]

export const StartDraft = ({ version }: { version: WithText }) => (
  <PostButton action={`/set-up/policy/${version.id}/draft`} variant="secondary">
    Start a draft from this version
  </PostButton>
)

/** The parts of a draft, each with what it holds and the way to change it. */
export const DraftParts = ({ version, pack }: { version: WithText; pack: PolicyPack }) => {
  const base = `/set-up/policy/${version.id}`
  return (
    <section>
      <h2>Change this draft</h2>
      <SummaryList
        rows={partsOf(pack).map(({ name, value, href, text = 'Change' }) => ({
          name,
          value,
          actions: [{ href: `${base}/${href}`, text, of: name.toLowerCase() }],
        }))}
      />
    </section>
  )
}

type PartRow = { readonly name: string; readonly value: string; readonly href: string; readonly text?: string }

function partsOf(pack: PolicyPack): readonly PartRow[] {
  const added = pack.calendar?.add?.length ?? 0
  return [
    { name: 'Staff matrix', value: counted(pack.matrix?.length ?? 0, 'row'), href: 'matrix' },
    { name: 'Kinds of supervision', value: counted(pack.types.length, 'kind'), href: 'parts/kinds' },
    {
      name: 'Contracts and ground rules',
      value: counted(pack.agreements?.length ?? 0, 'template'),
      href: 'agreements',
    },
    // Drawn by the area that knows how sets meet.
    ...(pack.meetingFormats?.length
      ? [
          {
            name: 'Meeting formats',
            value: counted(pack.meetingFormats.length, 'format'),
            href: 'formats',
            text: 'Look at them',
          },
        ]
      : []),
    ...(pack.targets?.length
      ? [{ name: 'Targets', value: counted(pack.targets.length, 'target'), href: 'parts/targets' }]
      : []),
    ...(pack.adviceDesk ? [{ name: 'Advice desk', value: pack.adviceDesk.name, href: 'parts/desk' }] : []),
    ...(pack.escalation?.length
      ? [{ name: 'Escalation routes', value: counted(pack.escalation.length, 'route'), href: 'parts/escalation' }]
      : []),
    {
      name: 'Bank holidays',
      value: added === 0 ? 'Those of England' : `Those of England and ${counted(added, 'more day')}`,
      href: 'parts/holidays',
    },
    { name: whoReads.title, value: whoReadsWords(pack), href: 'parts/reading' },
    { name: 'Owner, dates and review', value: pack.owner, href: 'parts/particulars' },
    { name: 'The whole text', value: 'Everything else, as a file', href: 'text', text: 'Edit' },
  ]
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
