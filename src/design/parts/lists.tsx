// Facts as a list of names and values, tasks with their state, tabs.

import type { ComponentChildren } from 'preact'
import { safeHref } from './button.tsx'

export type SummaryRow = {
  name: ComponentChildren
  value: ComponentChildren
  /** Each says in hidden words what it acts on: { text: 'Change', of: 'date of session' }. */
  actions?: readonly { href: string; text: string; of: string }[]
}

/** What is known of one thing: names on the left, values on the right, ways to change them at the end. */
export function SummaryList({ rows, border }: { rows: readonly SummaryRow[]; border?: boolean }) {
  const hasActions = rows.some((row) => row.actions?.length)
  return (
    <dl class={`nhsuk-summary-list${border === false ? ' nhsuk-summary-list--no-border' : ''}`}>
      {rows.map((row) => (
        <div class={summaryRowClass(row, hasActions)}>
          <dt class="nhsuk-summary-list__key">{row.name}</dt>
          <dd class="nhsuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? <SummaryActions actions={row.actions} /> : null}
        </div>
      ))}
    </dl>
  )
}

const summaryRowClass = (row: SummaryRow, hasActions: boolean) =>
  `nhsuk-summary-list__row${hasActions && !row.actions?.length ? ' nhsuk-summary-list__row--no-actions' : ''}`

function SummaryActions({ actions }: { actions: NonNullable<SummaryRow['actions']> }) {
  const links = actions.map((action) => (
    <a class="nhsuk-link" href={safeHref(action.href)}>
      {action.text}
      <span class="nhsuk-u-visually-hidden"> {action.of}</span>
    </a>
  ))
  return (
    <dd class="nhsuk-summary-list__actions">
      {links.length === 1 ? (
        links
      ) : (
        <ul class="nhsuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="nhsuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}

export type Task = { name: ComponentChildren; href?: string; hint?: ComponentChildren; status: ComponentChildren }

/** Things to do in one piece of work, each with how it stands. `idPrefix` must be unique on the page. */
export const TaskList = ({ tasks, idPrefix = 'task-list' }: { tasks: readonly Task[]; idPrefix?: string }) => (
  <ul class="nhsuk-task-list">
    {tasks.map((task, index) => (
      <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />
    ))}
  </ul>
)

function TaskItem({ task, id }: { task: Task; id: string }) {
  const described = `${task.hint ? `${id}-hint ` : ''}${id}-status`
  return (
    <li class={`nhsuk-task-list__item${task.href ? ' nhsuk-task-list__item--with-link' : ''}`}>
      <div class="nhsuk-task-list__name-and-hint">
        {task.href ? (
          <a class="nhsuk-task-list__link nhsuk-link" href={safeHref(task.href)} aria-describedby={described}>
            {task.name}
          </a>
        ) : (
          <div>{task.name}</div>
        )}
        {task.hint && (
          <div class="nhsuk-task-list__hint" id={`${id}-hint`}>
            {task.hint}
          </div>
        )}
      </div>
      <div class="nhsuk-task-list__status" id={`${id}-status`}>
        {task.status}
      </div>
    </li>
  )
}

export type Tab = { id: string; label: string; content: ComponentChildren }

/** Sides of one thing, one at a time. Without JavaScript: a list of contents and the parts under each other. */
export const Tabs = ({ tabs, title = 'Contents' }: { tabs: readonly Tab[]; title?: string }) => (
  <div class="nhsuk-tabs" data-module="nhsuk-tabs">
    <h2 class="nhsuk-tabs__heading">{title}</h2>
    <ul class="nhsuk-tabs__list">
      {tabs.map((tab, index) => (
        <li class={`nhsuk-tabs__list-item${index === 0 ? ' nhsuk-tabs__list-item--selected' : ''}`}>
          <a class="nhsuk-tabs__tab" href={`#${tab.id}`}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
    {tabs.map((tab, index) => (
      <div class={`nhsuk-tabs__panel${index === 0 ? '' : ' nhsuk-tabs__panel--hidden'}`} id={tab.id}>
        {tab.content}
      </div>
    ))}
  </div>
)
