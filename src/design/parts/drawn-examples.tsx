// For tests: each official example drawn with our own component, as far as it has the example's options; null otherwise.

import type { ComponentChildren, VNode } from 'preact'
import type { Fixture } from '../nhs/fixtures.ts'
import { trustedHtml } from '../nhs/macro.ts'
import { Button, type ButtonVariant, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { ActionLink, BackLink, Breadcrumb, Pagination } from './links.tsx'
import { SummaryList, type SummaryRow, Tabs, TaskList } from './lists.tsx'
import { Details, InsetText, NotificationBanner, WarningCallout } from './notes.tsx'
import { Table } from './table.tsx'
import { Tag, type TagColour } from './tag.tsx'

type Options = Record<string, unknown>
type Text = { text?: string; html?: string }

/** The text or HTML of an option that may be a string or an object. */
const said = (option: unknown): ComponentChildren => {
  if (typeof option === 'string') return option
  const { text, html } = (option ?? {}) as Text
  return html === undefined ? text : trustedHtml(html)
}

/** The option as text. */
const plain = (option: unknown): string => (typeof option === 'string' ? option : '')

const inside = ({ context, callBlock }: Fixture): ComponentChildren =>
  callBlock ? trustedHtml(callBlock) : said(context)

/** True when the example uses no option but these. */
const only = (options: Options, ...names: string[]) => Object.keys(options).every((name) => names.includes(name))

export const drawn: Record<string, (fixture: Fixture) => VNode | null> = {
  tag: (fixture) => {
    const { context } = fixture
    if (!only(context, 'text', 'html', 'colour', 'border', 'classes', 'id')) return null
    if (context.classes && context.colour) return null
    return (
      <Tag colour={context.colour as TagColour} border={context.border as boolean} classes={context.classes as string}>
        {inside(fixture)}
      </Tag>
    )
  },
  button: ({ context }) => {
    if (!only(context, 'text', 'variant', 'small', 'disabled', 'href', 'preventDoubleClick')) return null
    const props = {
      variant: context.variant as ButtonVariant,
      small: context.small as boolean,
      children: said(context),
    }
    if (context.href) return <LinkButton {...props} href={plain(context.href)} />
    return (
      <Button
        {...props}
        disabled={context.disabled as boolean}
        preventDoubleClick={context.preventDoubleClick as boolean}
      />
    )
  },
  details: (fixture) => {
    const { context } = fixture
    if (!only(context, 'summary', 'text', 'html', 'open')) return null
    return (
      <Details summary={said(context.summary)} open={context.open as boolean}>
        {inside(fixture)}
      </Details>
    )
  },
  'inset-text': (fixture) => (
    <InsetText>{fixture.context.text ? <p>{plain(fixture.context.text)}</p> : inside(fixture)}</InsetText>
  ),
  'warning-callout': (fixture) => {
    if (!fixture.context.heading) return null
    const text = fixture.context.text
    return (
      <WarningCallout heading={plain(said(fixture.context.heading))}>
        {text ? <p class="nhsuk-card__description">{plain(text)}</p> : inside(fixture)}
      </WarningCallout>
    )
  },
  'notification-banner': (fixture) => {
    const { context } = fixture
    if (!only(context, 'text', 'html', 'variant', 'title', 'heading')) return null
    if ((context.heading as Options)?.element) return null
    const text = context.text ? (
      <p class="nhsuk-notification-banner__heading">{plain(context.text)}</p>
    ) : (
      inside(fixture)
    )
    return (
      <NotificationBanner
        variant={context.variant as 'success'}
        title={said(context.title)}
        heading={context.heading === undefined ? undefined : said(context.heading)}
      >
        {text}
      </NotificationBanner>
    )
  },
  'action-link': (fixture) =>
    only(fixture.context, 'text', 'html', 'href') ? (
      <ActionLink href={plain(fixture.context.href)}>{inside(fixture)}</ActionLink>
    ) : null,
  'back-link': ({ context }) =>
    context.href && only(context, 'text', 'href') ? (
      <BackLink href={plain(context.href)}>{said(context)}</BackLink>
    ) : null,
  breadcrumb: ({ context }) =>
    only(context, 'items') ? (
      <Breadcrumb
        items={(context.items as { href: string; text: string }[]).map(({ href, text }) => ({ href, label: text }))}
      />
    ) : null,
  pagination: drawPagination,
  'summary-list': drawSummaryList,
  tables: drawTable,
  tabs: drawTabs,
  'task-list': drawTaskList,
  card: drawCard,
}

function drawPagination({ context }: Fixture): VNode | null {
  if (!only(context, 'previous', 'next', 'items') || !context.items) return null
  const items = (context.items as { number?: number; href: string; current?: boolean }[]).filter(Boolean)
  const current = items.find((item) => item.current)?.number ?? 0
  const pages = items[items.length - 1]?.number ?? 0
  const hrefOf = (page: number) =>
    items.find((item) => item.number === page)?.href ?? plain((context.next as { href: string })?.href)
  const texts = [context.previous, context.next].some((option) => (option as Text)?.text)
  return texts ? null : <Pagination page={current} pages={pages} hrefOf={hrefOf} />
}

type FixtureRow = { key: Text & { width?: string }; value: Text; actions?: unknown; border?: boolean }
type FixtureAction = { href: string; text: string; visuallyHiddenText: string; type?: string }

function drawSummaryList({ context }: Fixture): VNode | null {
  if (!only(context, 'rows', 'border')) return null
  const rows = (context.rows as FixtureRow[]).filter(Boolean)
  if (rows.some((row) => row.key.width || row.border === false || row.actions?.constructor === Array)) return null
  const actionsOf = (row: FixtureRow) => ((row.actions as { items?: FixtureAction[] })?.items ?? []).filter(Boolean)
  if (rows.some((row) => actionsOf(row).some((action) => action.type))) return null
  const mapped: SummaryRow[] = rows.map((row) => ({
    name: said(row.key),
    value: said(row.value),
    actions: actionsOf(row).map(({ href, text, visuallyHiddenText }) => ({ href, text, of: visuallyHiddenText })),
  }))
  return <SummaryList rows={mapped} border={context.border as boolean} />
}

type Head = Text & { format?: string; href?: string; sort?: unknown; width?: string; classes?: string }

function drawTable({ context }: Fixture): VNode | null {
  if (
    !context.responsive ||
    !only(context, 'caption', 'firstCellIsHeader', 'head', 'rows', 'responsive', 'compact', 'striped')
  )
    return null
  const head = context.head as Head[]
  const rows = context.rows as Options[][]
  const known = ['text', 'html', 'format', 'href', 'sort']
  if (
    head.some((cell) => !only(cell, ...known)) ||
    rows.flat().some((cell) => typeof cell === 'object' && !only(cell, 'text', 'html', 'header'))
  ) {
    return null
  }
  const caption = context.caption as Text & { size?: 's' }
  return (
    <Table
      caption={said(caption)}
      captionSize={caption.size}
      firstCellIsHeader={Boolean(context.firstCellIsHeader)}
      compact={Boolean(context.compact)}
      striped={Boolean(context.striped)}
      rows={rows}
      columns={head.map((cell, index) => ({
        heading: said(cell),
        numeric: cell.format === 'numeric',
        sort: cell.href
          ? {
              href: cell.href,
              now: cell.sort === true || cell.sort === 'none' ? undefined : (cell.sort as 'ascending'),
            }
          : undefined,
        cell: (row: Options[]) => said(row[index]),
      }))}
    />
  )
}

function drawTabs({ context }: Fixture): VNode | null {
  if (!only(context, 'items', 'idPrefix', 'visuallyHiddenText')) return null
  const items = context.items as { id?: string; label: string; panel: Text }[]
  const tabs = items.map(({ id, label, panel }, index) => ({
    id: id ?? `${plain(context.idPrefix)}-${index + 1}`,
    label,
    content: said(panel),
  }))
  return <Tabs tabs={tabs} title={context.visuallyHiddenText as string} />
}

type FixtureTask = {
  heading: unknown
  title?: unknown
  href?: string
  hint?: unknown
  status: Text & { tag?: Text & { colour?: TagColour; border?: boolean; classes?: string }; classes?: string }
}

function drawTaskList({ context }: Fixture): VNode | null {
  const items = (context.items as FixtureTask[]).filter(Boolean)
  if (items.some((item) => item.title || item.status?.classes)) return null
  const tasks = items.map((item) => ({
    name: said(item.heading),
    href: item.href,
    hint: item.hint === undefined ? undefined : said(item.hint),
    status: item.status.tag ? (
      <Tag colour={item.status.tag.colour} border={item.status.tag.border} classes={item.status.tag.classes}>
        {said(item.status.tag)}
      </Tag>
    ) : (
      said(item.status)
    ),
  }))
  return <TaskList tasks={tasks} idPrefix={context.idPrefix as string} />
}

function drawCard(fixture: Fixture): VNode | null {
  const { context } = fixture
  if (!only(context, 'heading', 'href', 'clickable', 'description') || typeof context.heading !== 'object') return null
  const heading = context.heading as Text & { size?: 's'; level?: 2; id?: string }
  if (!only(heading, 'text', 'size', 'level') || typeof context.description === 'object') return null
  return (
    <Card
      heading={said(heading)}
      level={heading.level}
      size={heading.size}
      href={context.href as string}
      clickable={context.clickable as boolean}
    >
      {context.description ? <p class="nhsuk-card__description">{plain(context.description)}</p> : inside(fixture)}
    </Card>
  )
}
