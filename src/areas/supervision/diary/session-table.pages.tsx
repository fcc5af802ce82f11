// Sessions as rows: when, which kind, with whom, how they stand for the person who looks.
import { StateTag, Table, type VNode } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { StoredSession } from '../session/session.ts'
import { listNames, others, shortWhen, stateTag } from '../session/session.view.ts'

export type SessionWords = {
  readonly work: Work
  readonly nameOf: (person: PersonId) => string
  readonly typeName: (key: string) => string
}

type TableProps = SessionWords & {
  readonly sessions: readonly StoredSession[]
  readonly caption: string
  readonly empty?: VNode
}

export const SessionTable = ({ sessions, caption, empty, work, nameOf, typeName }: TableProps) => (
  <Table
    caption={caption}
    captionHidden
    classes="app-brief"
    columns={[
      { heading: 'When', cell: (one) => <a href={`/sessions/${one.id}`}>{shortWhen(one)}</a> },
      { heading: 'Kind', cell: (one) => typeName(one.type) },
      { heading: 'With', cell: (one) => listNames(others(one, work.asker.person).map(nameOf)) },
      {
        heading: 'State',
        cell: (one) => {
          const tag = stateTag(one, work.asker.person, work.moment)
          return <StateTag tone={tag.tone}>{tag.words}</StateTag>
        },
      },
    ]}
    rows={sessions}
    empty={empty}
  />
)
