// Both records of one advice side by side, as far as the asker may read them now, and what came of comparing them.
import { InsetText, PostButton, SummaryList, Written } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, type Texts } from '../../records/index.ts'
import { doerOf } from '../request/request.access.ts'
import { lookAt } from '../request/request.ts'
import type { Shown } from '../showing/request-page.pages.tsx'
import { differsWords } from '../request/request.view.ts'
import { choicesIn, type Choices } from './comparison.ts'
import { adviceWords, nextWords, urgencyWords } from './recording.form.ts'
import { aboutAdvice, aboutHeard } from './recording.changes.ts'

/** The caller sees the adviser's once they have written their own, or asked to read it first. */
export async function Records(work: Work, shown: Shown) {
  const { request, isCaller, nameOf } = shown
  const seesAdvice = shown.readsAdvice && (!isCaller || request.heardAt !== null || request.readFirst)
  const advice =
    seesAdvice && request.advisedAt ? await openTexts(work, { about: aboutAdvice(request.id), version: 1 }) : null
  const heard =
    shown.readsHeard && request.heardAt ? await openTexts(work, { about: aboutHeard(request.id), version: 1 }) : null
  if (!advice && !heard) return null
  const adviser = request.adviser === null ? '' : nameOf(request.adviser)
  return (
    <section>
      <h2>What was advised</h2>
      {request.differs !== null && (
        <Compared shown={shown} mayLook={lookAt(request, doerOf(work.asker), work.moment).ok} />
      )}
      {advice && <OneRecord heading={`As ${adviser} advised`} texts={advice.texts} />}
      {heard && <OneRecord heading={`As ${nameOf(request.caller)} heard it`} texts={heard.texts} />}
    </section>
  )
}

function Compared({ shown: { request }, mayLook }: { shown: Shown; mayLook: boolean }) {
  const differs = request.differs ?? []
  const first = request.readFirst ? ' The second was written after reading the first.' : ''
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
          {request.lookedAt === null
            ? 'A safeguarding lead looks at it. Talk with each other now if anything depends on it.'
            : 'A safeguarding lead has looked at it.'}
        </p>
      </InsetText>
      {mayLook && (
        <PostButton action={`/advice/requests/${request.id}/review`} variant="secondary">
          I have looked at it
        </PostButton>
      )}
    </>
  )
}

function OneRecord({ heading, texts }: { heading: string; texts: Texts }) {
  const choices = choicesIn(texts)
  return (
    <>
      <h3>{heading}</h3>
      {choices && <SummaryList rows={rowsOf(choices)} />}
      <Written>{texts.words ?? ''}</Written>
    </>
  )
}

const said = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key

const rowsOf = ({ advice, urgency, next }: Choices) => [
  { name: 'What was advised', value: advice.map((one) => said(adviceWords, one)).join('; ') },
  { name: 'How urgent', value: said(urgencyWords, urgency) },
  { name: 'Next step', value: said(nextWords, next) },
]
