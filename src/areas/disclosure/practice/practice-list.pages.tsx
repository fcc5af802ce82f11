// Concerns about practice in a list: for a line manager what was sent to them, for a person the plans that are for them.
import { StateTag, Table } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { lookAgainOn, type PracticeConcern, practiceState } from './practice.ts'

type Names = (person: PersonId) => string
/** How each state of a plan looks, and how it is called. */
export const tones = {
  'waiting for a plan': 'waiting',
  'plan agreed': 'good',
  closed: 'quiet',
  'taken back': 'quiet',
} as const
export const stateInWords = {
  'waiting for a plan': 'Waiting for a plan',
  'plan agreed': 'Plan agreed',
  closed: 'Closed',
  'taken back': 'Taken back',
} as const

type ListProps = { practices: readonly PracticeConcern[]; nameOf: Names; today: Day }

/** What was sent to a line manager, for their list. */
export function PracticeList({ practices, nameOf, today }: ListProps) {
  return (
    <Table
      caption="For you as a line manager"
      captionSize="m"
      rows={practices}
      columns={[
        { heading: 'About', cell: (one) => <a href={`/practice-concerns/${one.id}`}>{nameOf(one.person)}</a> },
        { heading: 'Passed on', cell: (one) => formatMoment(one.raisedAt) },
        {
          heading: 'State',
          cell: (one) => {
            const again = lookAgainOn(one)
            const due = again !== null && again <= today && practiceState(one) === 'plan agreed'
            return (
              <StateTag tone={due ? 'late' : tones[practiceState(one)]}>
                {due ? 'Look at it again' : stateInWords[practiceState(one)]}
              </StateTag>
            )
          },
        },
      ]}
    />
  )
}

/** The plans of support that are for the asker, once they were told. */
export const OwnPlans = ({ practices, nameOf }: Omit<ListProps, 'today'>) => (
  <Table
    caption="Plans of support and development with you"
    captionSize="m"
    rows={practices}
    columns={[
      { heading: 'With', cell: (one) => <a href={`/practice-concerns/${one.id}`}>{nameOf(one.manager)}</a> },
      { heading: 'Since', cell: (one) => formatMoment(one.raisedAt) },
      {
        heading: 'State',
        cell: (one) => <StateTag tone={tones[practiceState(one)]}>{stateInWords[practiceState(one)]}</StateTag>,
      },
    ]}
  />
)
