// The parts of a record's page: its versions with what was said of them, the actions agreed, and the other writing of a session.
import {
  Button,
  Details,
  FormFields,
  type FormState,
  PostButton,
  PostForm,
  Table,
  WarningCallout,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { becauseField, type PointedOut, PointedOutPart } from '../../records/index.ts'
import { toldIn } from '../discussion/sharing.ts'
import { whoIsWhoIn, whoIsWhoKey } from '../discussion/who-is-who.ts'
import type { RecordPart } from '../terms/terms.ts'
import { answerForm } from './record.form.ts'
import type { ReadVersion } from './reading.changes.ts'
import type { StoredRecord } from './record.store.ts'
import { answerersOf, partsOf, type RecordOf } from './record-of.ts'
import { hrefOf, versionWords, writtenIn } from './record.view.ts'

type Names = (person: PersonId) => string
type VersionsProps = {
  of: RecordOf
  record: StoredRecord
  versions: readonly ReadVersion[]
  nameOf: Names
  asker: string
}

/** The newest version with its answers, the earlier ones behind a line, and the way to amend or answer. */
export function Versions({ of, record, versions, nameOf, asker }: VersionsProps) {
  const [newest, ...older] = versions
  if (!newest) return null
  const answered = newest.answers.some((one) => one.person === asker)
  const mayAnswer = isAnswered(of) && answerersOf(of).some((person) => person === asker) && !answered
  return (
    <section>
      <h2>{of.kind === 'own part' || of.kind === 'feedback' ? nameOf(record.writer) : 'What was written'}</h2>
      <Version of={of} version={newest} nameOf={nameOf} />
      {mayAnswer && <AnswerPart href={hrefOf(of)} version={newest.number} state={answerForm.filled({})} />}
      {older.length > 0 && (
        <Details summary={older.length === 1 ? 'The earlier version' : `${older.length} earlier versions`}>
          {older.map((version) => (
            <Version of={of} version={version} nameOf={nameOf} />
          ))}
        </Details>
      )}
      {record.writer === asker && !record.drafting && (
        <PostButton action={`${hrefOf(of)}/amendment`} variant="secondary" small>
          Amend
        </PostButton>
      )}
    </section>
  )
}

/** A case is always answered by its holder; the session's own record when the policy says so. */
const isAnswered = ({ kind, terms }: RecordOf) => kind === 'case' || (kind === 'session' && terms.validated)

function Version({ of, version, nameOf }: { of: RecordOf; version: ReadVersion; nameOf: Names }) {
  const parts = partsAsWritten(of, version)
  const shown = writtenIn(
    parts.filter((part) => part.means !== 'who is told' || version.texts[part.key] === undefined || !isRow(part)),
    version.texts,
  )
  return (
    <>
      <p class="app-quiet">{versionWords(version, of.session)}</p>
      <Spoiled fields={version.spoiled} parts={parts} />
      {(version.texts.why ?? '') !== '' && <p>Changed: {version.texts.why}</p>}
      {shown.map((part) => (
        <>
          <h3 class="nhsuk-heading-s">{part.label}</h3>
          <Written>{part.text}</Written>
        </>
      ))}
      <WhoIsTold texts={version.texts} />
      <Because texts={version.texts} />
      {version.answers.map((one) => (
        <p>
          <strong>{nameOf(one.person)}</strong> {one.outcome === 'agreed' ? 'agreed' : 'commented'},{' '}
          {formatMoment(one.at)}
          {one.unopened && '. The comment could not be opened: what is stored is not what was sealed.'}
          {one.comment !== '' && <Written>{one.comment}</Written>}
        </p>
      ))}
    </>
  )
}

/** Why words that were pointed out were let stand. */
const Because = ({ texts }: { texts: ReadVersion['texts'] }) =>
  (texts[becauseField] ?? '') === '' ? null : (
    <p class="app-quiet">
      Words that were pointed out identify nobody because: <bdi>{texts[becauseField]}</bdi>
    </p>
  )

const isRow = (part: RecordPart) => part.key.startsWith('told--')

/** The parts as they were when the version was written: with the people at risk of then. */
function partsAsWritten(of: RecordOf, { texts }: ReadVersion): readonly RecordPart[] {
  const keys = Object.keys(texts).filter((key) => texts[key] !== '')
  if (!of.discussed) return of.kind === 'session' ? of.terms.recordParts : partsOf(of, keys)
  const then = whoIsWhoIn(texts)
  const discussed = { ...of.discussed, people: then?.people ?? of.discussed.people }
  return partsOf({ ...of, discussed }, keys)
}

/** Who else is told, as a table. */
function WhoIsTold({ texts }: { texts: ReadVersion['texts'] }) {
  const rows = toldIn(texts)
  if (rows.length === 0) return null
  return (
    <Table
      caption="Who else is told"
      captionSize="s"
      columns={[
        { heading: 'Who', cell: (row) => row.who },
        { heading: 'How', cell: (row) => row.how || 'Not said' },
        { heading: 'Told', cell: (row) => row.state ?? 'Not said' },
      ]}
      rows={rows}
    />
  )
}

/** Names the fields whose stored bytes are not what was sealed; everything else is shown as ever. */
export function Spoiled({ fields, parts }: { fields: readonly string[]; parts: readonly RecordPart[] }) {
  if (fields.length === 0) return null
  const labels = fields.map((key) =>
    key === whoIsWhoKey ? 'Who is in the case' : (parts.find((part) => part.key === key)?.label ?? key),
  )
  return (
    <WarningCallout heading="Part of this could not be opened" level={3}>
      <p>
        What is stored is not what was sealed for: {labels.map((label) => `“${label}”`).join(', ')}. The rest is shown.
        It is noted on the trail; tell whoever runs the service.
      </p>
    </WarningCallout>
  )
}

/** A supervisee says whether this is how it was. */
export const AnswerPart = ({
  href,
  version,
  state,
  pointed = null,
}: {
  href: string
  version: number
  state: FormState
  pointed?: PointedOut | null
}) => (
  <PostForm action={`${href}/answer`} version={version}>
    <FormFields form={answerForm} state={state} />
    <PointedOutPart pointed={pointed} state={state} />
    <Button>Send your answer</Button>
  </PostForm>
)

type ActionShown = { readonly id: string; readonly words: string; readonly text: string }

/** The actions agreed, with their words for those who may read them. */
export function ActionsPart({ actions }: { actions: readonly ActionShown[] }) {
  if (actions.length === 0) return null
  return (
    <>
      <h2>Actions agreed</h2>
      <ul class="nhsuk-list">
        {actions.map((action) => (
          <li>
            <a href={`/actions/${action.id}`}>
              {action.words}
              <span class="nhsuk-u-visually-hidden">, agreed here</span>
            </a>
            {action.text !== '' && <Written>{action.text}</Written>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The ways to own parts and feedback. */
export function OtherWriting({ of, asker }: { of: RecordOf; asker: string }) {
  const { session } = of
  const group = session.format === 'group'
  return (
    <ul class="nhsuk-list">
      {group && session.supervisor !== asker && (
        <li>
          <a href={`/sessions/${session.id}/own-part`}>Your own part</a>, for you and the supervisor
        </li>
      )}
      {group && session.supervisor === asker && (
        <li>
          <a href={`/sessions/${session.id}/own-part`}>Parts that people wrote for you</a>
        </li>
      )}
      {of.terms.evidenceParts && session.supervisor === asker && (
        <li>
          <a href={`/sessions/${session.id}/team-evidence`}>Evidence for the team lead</a>, without cases
        </li>
      )}
      {!group && (
        <li>
          <a href={`/sessions/${session.id}/feedback`}>Feedback on the session</a>, between the two of you
        </li>
      )}
    </ul>
  )
}
