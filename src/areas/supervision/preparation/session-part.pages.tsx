// What the page of a session says of preparing: to its author how it stands, to the supervisor how many have prepared.
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import type { StoredSession } from '../session/session.ts'
import { termsIn } from '../terms/terms.view.ts'
import { preparationOf } from './preparation.changes.ts'
import { findPreparations } from './preparation.store.ts'
import { isPrepared, mayPrepare } from './preparation.ts'
import { countWords, hrefOf, preparationsHref, stateTagOf } from './preparation.view.ts'

/** How preparing for a session stands for the asker, and whether it is their next step; null when nothing is to be prepared. */
export async function preparationFor(work: Work, session: StoredSession) {
  const of = preparationOf(session, termsIn(await policyOn(work), session.type))
  if (!of || session.state === 'proposed' || session.state === 'withdrawn') return null
  const preparations = await findPreparations(work, [session.id])
  const own = preparations.find((one) => one.person === work.asker.person) ?? null
  const may = mayPrepare(session, work.asker.person, of.terms.preparation, work.moment).ok
  return { of, preparations, own, toPrepare: may && !isPrepared(own) }
}

/** The part of the session's page, once there is something to say. */
export function PreparationPart({
  shown,
  asker,
}: {
  shown: Awaited<ReturnType<typeof preparationFor>>
  asker: string
}) {
  if (!shown) return null
  const { of, preparations, own } = shown
  const { session, terms } = of
  if (session.supervisor === asker)
    return terms.preparation.private ? null : (
      <>
        <h2>Preparation</h2>
        <p>
          <a href={preparationsHref(session)}>{countWords(session.supervisees.length, preparations)}</a>
        </p>
      </>
    )
  if (!own) return null
  return (
    <>
      <h2>Preparation</h2>
      <p>
        <a href={hrefOf(session)}>What you prepared</a>: {stateTagOf(own).words.toLowerCase()}
      </p>
    </>
  )
}
