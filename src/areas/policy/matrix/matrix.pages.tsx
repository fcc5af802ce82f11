// The staff matrix of a draft: every row in words, with the ways to change it, take it out and add one.
import { Button, LinkButton, PostForm, Table } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { matrixRows, type MatrixRow } from '../reading/matrix-rows.ts'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { findDraft, type WithText } from '../editing/draft.pages.tsx'
import { saveEdits } from '../editing/edit.changes.ts'
import { newRow } from './matrix-row.form.ts'
import { findRow, rowKeyOf } from './matrix-row.ts'

export const matrixPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/:version/matrix',
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject }) =>
      subject.status === 'draft' ? matrixPage(subject) : seeOther(`/set-up/policy/${subject.id}`),
  }),
  page({
    at: 'GET /set-up/policy/:version/matrix/:rowKey/removal',
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) =>
      subject.status === 'draft' ? removalPage(subject, params.rowKey) : seeOther(`/set-up/policy/${subject.id}`),
  }),
  page({
    at: 'POST /set-up/policy/:version/matrix/:rowKey/removal',
    subject: findDraft,
    access: policyKeepers,
    answer: async (work, { subject: version, params, form }) => {
      const at = findRow(packOf(version.text), params.rowKey)
      if (at < 0) return notFound()
      if (version.status !== 'draft') return conflict('This version has been approved.')
      const edits = [{ path: ['matrix', at], value: undefined }]
      const saved = await saveEdits(work, version, { revision: Number(firstOf(form, '_version')), edits })
      if (saved.ok) return seeOther(`/set-up/policy/${version.id}/matrix`, 'Row taken out of the draft.')
      if ('stale' in saved)
        return conflict('Somebody else saved this draft after you opened it. Look at it again first.')
      return conflict(`This row cannot be taken out yet. ${saved.faults.map((fault) => fault.message).join(' ')}`)
    },
  }),
]

function matrixPage(version: WithText): Reply {
  const pack = packOf(version.text)
  const base = `/set-up/policy/${version.id}`
  return html({
    title: 'Staff matrix',
    back: { href: base, label: version.packName },
    wide: true,
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          Staff matrix
        </h1>
        <LinkButton href={`${base}/parts/matrix/${newRow}`} variant="secondary">
          Add a row
        </LinkButton>
        <MatrixTable pack={pack} base={base} />
      </>
    ),
  })
}

function MatrixTable({ pack, base }: { pack: PolicyPack; base: string }) {
  const keys = (pack.matrix ?? []).map(rowKeyOf)
  return (
    <Table
      caption={`${keys.length} ${keys.length === 1 ? 'row' : 'rows'}`}
      captionSize="m"
      compact
      columns={[
        { heading: 'Staff', cell: (row: MatrixRow) => row.who },
        {
          heading: 'Needs',
          cell: (row) => (
            <>
              {row.what}
              <br />
              {row.often}
            </>
          ),
        },
        { heading: 'Strength', cell: (row) => row.strength, classes: 'app-whole' },
        { heading: 'From', cell: (row) => row.from },
        { heading: 'Change', cell: (row) => <RowLinks base={base} rowKey={keys[row.at] ?? ''} who={row.who} /> },
      ]}
      rows={matrixRows(pack)}
      empty={<p>No rows yet. Add the first one.</p>}
    />
  )
}

const RowLinks = ({ base, rowKey, who }: { base: string; rowKey: string; who: string }) => (
  <>
    <a href={`${base}/parts/matrix/${rowKey}`}>
      Change<span class="nhsuk-u-visually-hidden"> the row of {who}</span>
    </a>{' '}
    <a href={`${base}/matrix/${rowKey}/removal`}>
      Take out<span class="nhsuk-u-visually-hidden"> the row of {who}</span>
    </a>
  </>
)

function removalPage(version: WithText, rowKey: string): Reply {
  const pack = packOf(version.text)
  const at = findRow(pack, rowKey)
  const rows = matrixRows(pack).filter((row) => row.at === at)
  const base = `/set-up/policy/${version.id}/matrix`
  if (at < 0) return notFound()
  return html({
    title: 'Take out a row',
    back: { href: base, label: 'Staff matrix' },
    body: (
      <>
        <h1>Take out this row?</h1>
        {rows.map((row) => (
          <p>
            <strong>{row.who}:</strong> {row.what}, {row.often.toLowerCase()} ({row.strength.toLowerCase()}).
          </p>
        ))}
        <p>It is taken out of the draft only. The version in force stays as it is.</p>
        <PostForm action={`${base}/${rowKey}/removal`} version={version.revision}>
          <Button variant="warning">Take it out</Button>
        </PostForm>
        <p>
          <a href={base}>Keep it</a>
        </p>
      </>
    ),
  })
}
