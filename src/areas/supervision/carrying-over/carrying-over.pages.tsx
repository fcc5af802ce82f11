// The offer to bring along what was prepared for a cancelled session that this one makes good, and the button for it.
import { InsetText, PostButton } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import type { PreparationOf } from '../preparation/preparation.changes.ts'
import { within } from '../preparation/preparation.pages.tsx'
import { hrefOf } from '../preparation/preparation.view.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { carriedFrom, carryOver } from './carrying-over.changes.ts'

export const carryingOverPages: readonly Page[] = [
  page({
    at: 'POST /sessions/:session/preparation/copy',
    subject: (work: Work, { session }: { session: SessionId }) => findSession(work, session),
    access: supervisedInSession,
    answer: (work, { subject: session }) =>
      within(work, session, async (of) => {
        const done = await carryOver(work, of)
        return done.ok
          ? seeOther(hrefOf(session), 'Brought along. Look through it, then say that it is ready.')
          : conflict(done.reason)
      }),
  }),
]

/** The offer, while nothing has been typed here; null when there is nothing to bring along. */
export async function carryingOverPart(work: Work, of: PreparationOf) {
  const from = await carriedFrom(work, of)
  if (!from) return null
  return (
    <InsetText>
      <p>You prepared for the session of {formatDay(from.day)}, which was cancelled.</p>
      <PostButton action={`${hrefOf(of.session)}/copy`} variant="secondary">
        Bring it along to this session
      </PostButton>
    </InsetText>
  )
}
