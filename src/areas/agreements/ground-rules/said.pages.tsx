// Everything that was said of one clause: concerns, comments, suggestions, and what became of them.
import { StateTag, Written } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { OpenedTalk } from '../talk/talk.changes.ts'
import { answerTo, type Entry, looksAfter, openConcerns } from '../talk/talk.ts'
import { becameWords } from '../talk/talk.view.ts'
import type { ClauseShown } from './clause.pages.tsx'

const saying: Readonly<Record<Entry['kind'], string>> = {
  agrees: 'agrees',
  concern: 'has a concern',
  comment: 'says',
  suggestion: 'suggests',
  'talked through': 'on how a concern was talked through',
  'put in': 'put a suggestion into the text',
  'not put in': 'left the text as it is',
  'taken back': 'took a suggestion back',
}

/** Everything with words, oldest first; agreeing alone shows above. */
export function Said({ talk, item, asker, nameOf }: ClauseShown) {
  const entries = talk.entries.filter((one) => one.clause === item && one.kind !== 'agrees')
  if (entries.length === 0) return <p class="app-quiet">Nothing yet.</p>
  return (
    <ol class="nhsuk-list">
      {entries.map((entry) => (
        <li>
          <p>
            <strong>
              <bdi>{nameOf(entry.by)}</bdi>
            </strong>{' '}
            {saying[entry.kind]} <span class="app-quiet">{formatMoment(entry.at)}</span>
          </p>
          <EntryText words={talk.wordsOf(entry)} />
          <Follows talk={talk} entry={entry} asker={asker} />
        </li>
      ))}
    </ol>
  )
}

/** What somebody wrote: the suggested text, and why. */
export function EntryText({ words }: { words: ReturnType<OpenedTalk['wordsOf']> }) {
  if (!words) return <p>This would not open as it was written. Tell whoever runs the service.</p>
  const { suggested, why } = words
  return (
    <>
      {suggested?.what === 'leave out' && <p>To leave this clause out.</p>}
      {suggested && suggested.what !== 'leave out' && (
        <blockquote class="nhsuk-inset-text">
          {suggested.heading !== '' && <strong>{suggested.heading}</strong>}
          <Written>{suggested.text}</Written>
        </blockquote>
      )}
      {why !== '' && <Written>{why}</Written>}
    </>
  )
}

/** What became of a concern or suggestion, or the way to deal with it. */
function Follows({ talk, entry, asker }: { talk: OpenedTalk; entry: Entry; asker: PersonId }) {
  const became = becameWords(talk, entry)
  const href = `/ground-rules/${talk.agreement.id}`
  if (became !== null)
    return (
      <p>
        <StateTag tone={answerTo(talk, entry)?.kind === 'put in' ? 'good' : 'quiet'}>{became}</StateTag>
      </p>
    )
  if (talk.agreement.state !== 'adapting') return null
  const hidden = <span class="nhsuk-u-visually-hidden"> (number {entry.number})</span>
  if (entry.kind === 'suggestion' && (looksAfter(talk, asker) || entry.by === asker))
    return (
      <p>
        <a href={`${href}/suggestions/${entry.number}`}>
          {looksAfter(talk, asker) ? 'Put it in or not' : 'Take it back'}
          {hidden}
        </a>
      </p>
    )
  const isOpen = openConcerns(talk).some((one) => one.number === entry.number)
  if (entry.kind !== 'concern' || !isOpen || !looksAfter(talk, asker)) return null
  return (
    <p>
      <a href={`${href}/concerns/${entry.number}`}>
        Note how it was talked through
        {hidden}
      </a>
    </p>
  )
}
