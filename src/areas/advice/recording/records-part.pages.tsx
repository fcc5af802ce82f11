// Both records of one advice side by side, as far as the asker may read them now, and what came of comparing them.
import { Details, InsetText, PostButton, StateTag, SummaryList, Table, Written } from '../../../design/index.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, type Texts } from '../../records/index.ts'
import { doerOf } from '../request/request.access.ts'
import { hasDiffered, lookAt } from '../request/ending.ts'
import type { AdviceRequest } from '../request/request.ts'
import type { Shown } from '../showing/request-page.pages.tsx'
import { differsWords } from '../request/request.view.ts'
import { choicesIn, type Choices as Chosen } from './comparison.ts'
import { adviceWords, nextWords, urgencyWords } from './recording.form.ts'
import { aboutPart } from './recording.changes.ts'
import { type Part, versionOf, writingOf } from './writing.ts'

/** The caller sees the adviser's once they have written their own, or asked to read it first. */
export async function Records(work: Work, shown: Shown) {
  const { request, isCaller, nameOf } = shown
  const seesAdvice = shown.readsAdvice && (!isCaller || request.heardAt !== null || request.readFirst)
  const advice = seesAdvice && request.advisedAt ? await versionsOf(work, shown, 'advice') : null
  const heard = shown.readsHeard && request.heardAt ? await versionsOf(work, shown, 'account') : null
  if (!advice && !heard) return null
  const isWriter = (part: Part): boolean => {
    const writing = writingOf(request, doerOf(work.asker), part)
    return writing.ok && writing.value === 'correction'
  }
  const adviser = request.adviser === null ? '' : nameOf(request.adviser)
  return (
    <section>
      <h2>What was advised</h2>
      {request.differs !== null && (
        <Compared shown={shown} mayLook={lookAt(request, doerOf(work.asker), work.moment).ok} />
      )}
      {advice?.[0] && heard?.[0] && <Choices shown={shown} advice={advice[0].texts} heard={heard[0].texts} />}
      {advice && <OneRecord heading={`As ${adviser} advised`} versions={advice} isCompared={heard !== null} />}
      {isWriter('advice') && <CorrectLink shown={shown} part="record" />}
      {heard && <OneRecord heading={heardHeading(shown)} versions={heard} isCompared={advice !== null} />}
      {isWriter('account') && <CorrectLink shown={shown} part="account" />}
    </section>
  )
}

const lookWords = (mayLook: boolean): string =>
  mayLook
    ? 'Read both, and talk with the two if anything depends on it.'
    : 'A safeguarding lead looks at it. Talk with each other now if anything depends on it.'

const LookedButton = ({ request }: { request: AdviceRequest }) => (
  <PostButton action={`/advice/requests/${request.id}/review`} variant="secondary">
    I have looked at it
  </PostButton>
)

/** Every version of a record, the one that stands first, with the day on which each was written. */
async function versionsOf(work: Work, { request, entries }: Shown, part: Part): Promise<readonly Version[]> {
  const versions: Version[] = []
  for (let version = versionOf(entries, part); version > 0; version -= 1) {
    const { texts, writtenAt } = await openTexts(work, { about: aboutPart(request.id, part), version })
    versions.push({ texts, writtenAt })
  }
  return versions
}

type Version = { readonly texts: Texts; readonly writtenAt: Moment | null }

/** 'Correct what you heard' */
export function correctionWords({ caller }: AdviceRequest, part: Part): string {
  if (part === 'advice') return 'Correct what you advised'
  return caller === null ? 'Correct what they heard' : 'Correct what you heard'
}

const CorrectLink = ({ shown: { request }, part }: { shown: Shown; part: 'record' | 'account' }) => (
  <p>
    <a href={`/advice/requests/${request.id}/${part}/correction`}>
      {correctionWords(request, part === 'record' ? 'advice' : 'account')}
    </a>
  </p>
)

const heardHeading = ({ callerName, outsider }: Shown): string =>
  outsider === null ? `As ${callerName} heard it` : `As ${outsider.name} heard it, read back to them`

function Compared({ shown: { request }, mayLook }: { shown: Shown; mayLook: boolean }) {
  const differs = request.differs ?? []
  const first = request.readFirst ? ' The second was written after reading the first.' : ''
  if (differs.length === 0 && hasDiffered(request))
    return (
      <>
        <InsetText>
          <p>
            Both records say the same since one was corrected. Before that they differed in{' '}
            {differsWords(request.differed ?? [])}.{first}{' '}
            {request.lookedAt === null ? 'A safeguarding lead looks at it.' : 'A safeguarding lead has looked at it.'}
          </p>
        </InsetText>
        {mayLook && <LookedButton request={request} />}
      </>
    )
  if (differs.length === 0)
    return (
      <InsetText>
        <p>Both records say the same.{first}</p>
      </InsetText>
    )
  return (
    <>
      <InsetText>
        <p>
          The two records differ in {differsWords(differs)}.{first}{' '}
          {request.lookedAt === null ? lookWords(mayLook) : 'A safeguarding lead has looked at it.'}
        </p>
      </InsetText>
      {mayLook && <LookedButton request={request} />}
    </>
  )
}

/** What each of the two chose, with where they differ. */
function Choices({ shown: { request, nameOf, callerName, outsider }, advice, heard }: ChoicesProps) {
  const [one, other] = [choicesIn(advice), choicesIn(heard)]
  if (one === null || other === null) return null
  const others = rowsOf(other)
  const rows = rowsOf(one).map(({ name, value }, at) => ({ name, value, other: others[at]?.value ?? '' }))
  const adviser = request.adviser === null ? 'The adviser' : nameOf(request.adviser)
  return (
    <Table
      caption="Side by side"
      captionSize="s"
      rows={rows}
      columns={[
        { heading: 'Asked of both', cell: (row) => row.name },
        { heading: adviser, cell: (row) => row.value },
        { heading: outsider?.name ?? callerName, cell: (row) => row.other },
        {
          heading: 'The same',
          cell: (row) => (row.value === row.other ? 'Yes' : <StateTag tone="waiting">Different</StateTag>),
        },
      ]}
    />
  )
}

type ChoicesProps = { shown: Shown; advice: Texts; heard: Texts }

type OneProps = { heading: string; versions: readonly Version[]; isCompared: boolean }

/** Its choices stand in the comparison, where there is one. */
function OneRecord({ heading, versions, isCompared }: OneProps) {
  const [now, ...before] = versions
  return (
    <>
      <h3>{heading}</h3>
      {now && <OneVersion version={now} withChoices={!isCompared} />}
      {before.length > 0 && (
        <Details summary={before.length === 1 ? 'What it said before' : `What it said before, ${before.length} times`}>
          {before.map((version) => (
            <OneVersion version={version} withChoices />
          ))}
        </Details>
      )}
    </>
  )
}

function OneVersion({ version: { texts, writtenAt }, withChoices }: { version: Version; withChoices: boolean }) {
  const choices = withChoices ? choicesIn(texts) : null
  const { words = '', why } = texts
  return (
    <>
      {writtenAt !== null && (
        <p class="app-quiet">
          {why === undefined ? 'Written' : 'Corrected'} {formatMoment(writtenAt)}
        </p>
      )}
      {why !== undefined && <Written>{why}</Written>}
      {choices && <SummaryList rows={rowsOf(choices)} />}
      <Written>{words}</Written>
    </>
  )
}

const said = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key

const rowsOf = ({ advice, urgency, next }: Chosen) => [
  { name: 'What was advised', value: advice.map((one) => said(adviceWords, one)).join('; ') },
  { name: 'How urgent', value: said(urgencyWords, urgency) },
  { name: 'Next step', value: said(nextWords, next) },
]
