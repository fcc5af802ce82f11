// What was written about a request: the reason for asking, the answers, why telling was put off, what the review found.
import { Written } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts } from '../../records/index.ts'
import { aboutGlass, versionOf } from './glass.changes.ts'
import type { Glass } from './glass.ts'

/** Opens each of them for a reader of the request; every opening leaves its line. */
export async function WordsPart(work: Work, glass: Glass, nameOf: (person: PersonId) => string) {
  const open = async (version: number) => (await openTexts(work, { about: aboutGlass(glass.id), version })).texts
  const asked = await open(versionOf.reason)
  const shown = [
    { heading: 'What is needed, and why now', text: asked.reason },
    { heading: 'Who would be at risk if they were told', text: asked.risk },
  ]
  for (const [at, answer] of glass.answers.entries())
    shown.push({ heading: `Why ${nameOf(answer.by)} ${answer.answer}`, text: (await open(versionOf.answer(at))).words })
  for (const [at, telling] of glass.tellings.entries())
    if (telling.decision === 'later')
      shown.push({
        heading: `Why ${nameOf(telling.by)} put off telling`,
        text: (await open(versionOf.telling(at))).words,
      })
  if (glass.review) shown.push({ heading: 'What follows from the review', text: (await open(versionOf.review)).words })
  return (
    <>
      {shown.map(({ heading, text }) =>
        (text ?? '') === '' ? null : (
          <>
            <h2>{heading}</h2>
            <Written>{text}</Written>
          </>
        ),
      )}
    </>
  )
}
