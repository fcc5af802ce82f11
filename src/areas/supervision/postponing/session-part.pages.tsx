// What the page of a session says of its being put off: to the person, who was told what; to the supervisor, for whom, and
// the way to take it back; the comment for the two of them.
import { PostButton, Written } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import type { StoredSession } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { commentOn } from './postponement.changes.ts'
import { findPostponements, type StandingPostponement } from './postponement.store.ts'
import { owedWords, takeBack } from './postponement.ts'

type Shown = { readonly one: StandingPostponement; readonly comment: string }

/** What was put off of a session, as far as the asker may know: their own, or all for the supervisor. */
export async function postponedPart(work: Work, session: StoredSession) {
  const asker = work.asker.person
  const standing = (await findPostponements(work, session.id)).filter(
    (one) => one.person === asker || session.supervisor === asker,
  )
  if (standing.length === 0) return null
  const shown: Shown[] = []
  for (const one of standing) shown.push({ one, comment: await commentOn(work, one) })
  const people = standing.flatMap((one) => [one.person, one.by, one.rebooker, one.told])
  const nameOf = await namer(
    work,
    people.filter((person) => person !== null),
  )
  return (
    <section>
      <h2>Put off: not prepared</h2>
      {shown.map((each) => (
        <PutOff work={work} session={session} shown={each} nameOf={nameOf} />
      ))}
    </section>
  )
}

type PutOffProps = { work: Work; session: StoredSession; shown: Shown; nameOf: (person: PersonId) => string }

function PutOff({ work, session, shown: { one, comment }, nameOf }: PutOffProps) {
  const asker = work.asker.person
  const mine = one.person === asker
  const whose = mine ? 'your' : `${nameOf(one.person)}’s`
  const mayTakeBack = !one.whole && takeBack(session, one, asker, work.moment).ok
  return (
    <>
      <p>
        {nameOf(one.by)} put {one.whole ? `the session off for want of ${whose} preparation` : `${whose} cases off`} on{' '}
        {formatMoment(one.at)}. {owedWords(one, one.rebooked, one.rebooker ? nameOf(one.rebooker) : '')}
      </p>
      <p>
        {one.told
          ? `${nameOf(one.told)}, ${mine ? 'your' : 'their'} line manager, was told that the session of ${formatDay(one.day)} was put off because it was not prepared, and by when a new date is due. Nothing else.`
          : 'Nobody else was told.'}
      </p>
      {comment !== '' && <Comment by={mine ? null : nameOf(one.person)} comment={comment} />}
      {mine && one.commentedAt === null && (
        <p>
          <a href={`/sessions/${session.id}/postponement/comment`}>Comment on this</a>
        </p>
      )}
      {mayTakeBack && (
        <PostButton
          action={`/sessions/${session.id}/postponement/undoing`}
          fields={{ person: one.person }}
          variant="secondary"
          small
        >
          Take it back for {nameOf(one.person)}
        </PostButton>
      )}
    </>
  )
}

const Comment = ({ by, comment }: { by: string | null; comment: string }) => (
  <>
    <h3 class="nhsuk-heading-s">{by === null ? 'Your comment' : `${by} commented`}</h3>
    <Written>{comment}</Written>
    <p class="app-quiet">Only the two of you can read this.</p>
  </>
)
