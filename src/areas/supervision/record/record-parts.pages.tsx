// The parts of a record's page: its versions with what was said of them, the actions agreed, and the other writing of a session.
import { Button, Details, FormFields, type FormState, PostButton, PostForm, Written } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { StoredSession } from '../session/session.ts'
import type { RecordOf } from './record.changes.ts'
import { answerForm } from './record.form.ts'
import type { ReadVersion } from './reading.changes.ts'
import type { StoredRecord } from './record.store.ts'
import { hrefOf, partsOf, versionWords } from './record.view.ts'

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
  const mayAnswer = of.kind === 'session' && of.terms.validated && of.session.supervisor !== asker && !answered
  return (
    <section>
      <h2>{of.kind === 'session' ? 'What was written' : nameOf(record.writer)}</h2>
      <Version of={of} version={newest} nameOf={nameOf} />
      {mayAnswer && <AnswerPart session={of.session} version={newest.number} state={answerForm.filled({})} />}
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

function Version({ of, version, nameOf }: { of: RecordOf; version: ReadVersion; nameOf: Names }) {
  const parts = partsOf(of).filter((part) => (version.texts[part.key] ?? '') !== '')
  return (
    <>
      <p class="app-quiet">{versionWords(version, of.session)}</p>
      {(version.texts.why ?? '') !== '' && <p>Changed: {version.texts.why}</p>}
      {parts.map((part) => (
        <>
          <h3 class="nhsuk-heading-s">{part.label}</h3>
          <Written>{version.texts[part.key]}</Written>
        </>
      ))}
      {version.answers.map((one) => (
        <p>
          <strong>{nameOf(one.person)}</strong> {one.outcome === 'agreed' ? 'agreed' : 'commented'},{' '}
          {formatMoment(one.at)}
          {one.comment !== '' && <Written>{one.comment}</Written>}
        </p>
      ))}
    </>
  )
}

/** A supervisee says whether this is how it was. */
export const AnswerPart = ({
  session,
  version,
  state,
}: {
  session: StoredSession
  version: number
  state: FormState
}) => (
  <PostForm action={`/sessions/${session.id}/record/answer`} version={version}>
    <FormFields form={answerForm} state={state} />
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
            <a href={`/actions/${action.id}`}>{action.words}</a>
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
      {!group && (
        <li>
          <a href={`/sessions/${session.id}/feedback`}>Feedback on the session</a>, between the two of you
        </li>
      )}
    </ul>
  )
}
