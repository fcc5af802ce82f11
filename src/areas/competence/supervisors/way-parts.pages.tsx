// One way to supervising on the page of a person: how they stand on it, the steps with what the logbook has, the sign-offs.
import { Details, Hidden, LinkButton, PostButton, Table } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Entry } from '../logbook/entry.ts'
import { isDone, roleList, type StepProgress } from '../pathway/pathway.ts'
import type { SignOff } from '../sign-off/sign-off.ts'
import type { Subject } from './supervisors.access.ts'
import { State } from './supervisors.pages.tsx'
import { hrefOf, wayWords } from './supervisors.view.ts'
import { type OnWay, wayState } from './supervisor.ts'

/** What the page shows, and to whom. */
export type Shown = {
  readonly subject: Subject
  readonly today: Day
  readonly asker: PersonId
  readonly entries: readonly Entry[]
  readonly signOffs: readonly SignOff[]
  /** Whether the asker reads why a sign-off ended: a line manager sees facts alone. */
  readonly reasons: boolean
  /** Whether the asker may let them supervise for now. */
  readonly mayExcept: boolean
  /** Keys of the ways on which the asker signs off. */
  readonly signs: ReadonlySet<string>
  readonly nameOf: (person: PersonId) => string
}

/** One way of somebody: how they stand, what they can do next, the steps with the logbook, the sign-offs. */
export function Way({ way, ...shown }: Shown & { way: OnWay }) {
  const { pathway } = way
  const mine = shown.subject.person === shown.asker
  const open = way.progress.find((one) => one.step.times > 0 && !isDone(one))
  return (
    <section>
      <h2>{pathway.name}</h2>
      <p>
        <State said={wayWords(way, shown.today)} />
      </p>
      {pathway.neededFor.length > 0 && <p>Needed for {pathway.neededFor.map(({ name }) => name).join(', ')}.</p>}
      <SignOffButton way={way} {...shown} />
      {mine && open && (
        <LinkButton
          href={`${hrefOf(shown.subject.person)}/logbook/new?step=${encodeURIComponent(`${pathway.key} ${open.step.key}`)}`}
          variant={way.signed ? 'secondary' : undefined}
        >
          Add to the logbook
        </LinkButton>
      )}
      {shown.mayExcept && !way.signed && !(wayState(way, shown.today) === 'ready' && shown.signs.has(pathway.key)) && (
        <p>
          <a href={`${hrefOf(shown.subject.person)}/exceptions/new?way=${encodeURIComponent(pathway.key)}`}>
            Let them supervise for now<Hidden>: {pathway.name}</Hidden>
          </a>
        </p>
      )}
      <SignOffs {...shown} pathway={pathway} />
      {way.signed && way.progress.every(({ done }) => done === 0) ? (
        <Details summary="The steps of this way">
          <Steps way={way} {...shown} />
        </Details>
      ) : (
        <Steps way={way} {...shown} />
      )}
    </section>
  )
}

function SignOffButton({ way, subject, asker, signs, signOffs, today }: Shown & { way: OnWay }) {
  const last = signOffs.find((one) => one.pathway === way.pathway.key)
  const state = wayState(last?.way === 'for now' ? { ...way, signed: null } : way, today)
  if (state !== 'ready' && state !== 'ends soon') return null
  if (subject.person === asker || !signs.has(way.pathway.key))
    return <p>This is signed off by {roleList(way.pathway.signers)}, never by oneself.</p>
  return (
    <PostButton action={`${hrefOf(subject.person)}/competences`} fields={{ pathway: way.pathway.key }}>
      {state === 'ready' ? 'I find them competent: sign off' : 'Sign off again'}
    </PostButton>
  )
}

const Steps = ({ way, ...shown }: Shown & { way: OnWay }) => (
  <ol class="nhsuk-list nhsuk-list--number">
    {way.progress.map((one) => (
      <Step one={one} way={way} {...shown} />
    ))}
  </ol>
)

function Step({ one, way, entries, nameOf, asker }: Shown & { one: StepProgress; way: OnWay }) {
  const { step } = one
  const own = entries.filter(
    (entry) => entry.pathway === way.pathway.key && entry.step === step.key && entry.state !== 'withdrawn',
  )
  return (
    <li>
      <strong>{step.name}</strong>
      {step.times > 0 && ` (${one.done} of ${step.times})`}. {step.text}
      {step.times === 0 && ` By ${roleList(way.pathway.signers)}.`}
      {own.length > 0 && (
        <ul>
          {own.map((entry) => (
            <li>
              <EntryLine entry={entry} nameOf={nameOf} asker={asker} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const said = {
  noted: '',
  confirmed: ', confirmed',
  asked: ', waits to be confirmed',
  declined: ', not confirmed',
  withdrawn: '',
}

function EntryLine({ entry, nameOf, asker }: Pick<Shown, 'nameOf' | 'asker'> & { entry: Entry }) {
  const words = (
    <>
      {formatDay(entry.on)}
      {entry.other && (
        <>
          {' '}
          with <bdi>{nameOf(entry.other)}</bdi>
        </>
      )}
    </>
  )
  const isTheirs = entry.person === asker || entry.other === asker
  return (
    <>
      {isTheirs ? <a href={`/logbook-entries/${entry.id}`}>{words}</a> : words}
      {said[entry.state]}
    </>
  )
}

const wayOfSigning = {
  pathway: 'After the steps',
  renewed: 'Renewed',
  'starting list': 'Supervised before',
  'for now': 'For now, before the steps',
} as const

function SignOffs({
  signOffs,
  pathway,
  nameOf,
  signs,
  subject,
  asker,
  today,
  reasons,
}: Shown & { pathway: OnWay['pathway'] }) {
  const rows = signOffs.filter((one) => one.pathway === pathway.key)
  if (rows.length === 0) return null
  const mayEnd = (row: SignOff) =>
    signs.has(pathway.key) && subject.person !== asker && row.endedAt === null && (row.to === null || row.to >= today)
  return (
    <Table
      caption="Sign-offs"
      captionSize="s"
      columns={[
        { heading: 'From', cell: (row: SignOff) => formatDay(row.from) },
        { heading: 'Until', cell: (row: SignOff) => (row.to === null ? 'Further notice' : formatDay(row.to)) },
        { heading: 'By', cell: (row: SignOff) => <bdi>{nameOf(row.by)}</bdi> },
        { heading: 'How', cell: (row: SignOff) => <bdi>{howWords(row, reasons)}</bdi> },
        ...(rows.some(mayEnd)
          ? [
              {
                heading: 'Change',
                cell: (row: SignOff) => (mayEnd(row) ? <a href={`/competences/${row.id}/end`}>End it</a> : <></>),
              },
            ]
          : []),
      ]}
      rows={rows}
    />
  )
}

function howWords(row: SignOff, reasons: boolean): string {
  const way = wayOfSigning[row.way] + (reasons && row.reason !== null ? `: ${row.reason}` : '')
  if (row.endReason === null) return way
  return `${way}. Ended${reasons ? `: ${row.endReason}` : ''}`
}
