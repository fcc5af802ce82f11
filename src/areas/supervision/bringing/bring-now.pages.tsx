// A case that came up in the session without having been prepared: its holder brings it there and then, so that it has a record
// of its own like the others. Once the record of the session is signed off it waits for the next time.
import { Button, choice, defineForm, Details, FormFields, PostForm } from '../../../design/index.ts'
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { type Id, parseId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { calledCase } from './own-case.ts'
import { bringCase } from './session-case.changes.ts'
import { openCases } from '../case/case.changes.ts'
import { findCasesOf } from '../case/case.store.ts'
import { findAttendance } from '../holding/attendance.store.ts'
import { supervisedInSession } from '../preparation/preparation.access.ts'
import { findRecords } from '../record/record.store.ts'
import { findSession } from '../session/session.store.ts'
import { mayBeHeld, type SessionId, type StoredSession } from '../session/session.ts'
import { asksAboutCases } from '../terms/case-parts.ts'
import { termsOfSession } from '../terms/terms.changes.ts'
import { findDiscussions } from '../discussion/discussion.store.ts'

const bringForm = defineForm({
  case: choice({ label: 'Which case?', as: 'select', missing: 'Choose the case that was discussed' }),
})

export const bringNowPages: readonly Page[] = [
  page({
    at: 'POST /sessions/:session/brought-cases',
    subject: (work: Work, { session }: { session: SessionId }) => findSession(work, session),
    access: supervisedInSession,
    answer: async (work, { subject: session, form }) => {
      const reading = bringForm.read(form)
      const one = reading.ok ? parseId<'case'>(reading.value.case) : null
      if (!one) return conflict('Choose the case that was discussed')
      const may = await mayBringNow(work, session)
      const done = may.ok ? await bringCase(work, session.id, { case: one }) : may
      return done.ok
        ? seeOther(`/sessions/${session.id}`, 'It is among the cases of this session')
        : conflict(done.reason)
    },
  }),
]

/** From half an hour before the session until its record is signed off, for somebody who is there. */
async function mayBringNow(work: Work, session: StoredSession): Promise<Decision> {
  if (session.state !== 'held' && !mayBeHeld(session, work.moment).ok) return no('Bring it while you prepare')
  const rows = await findAttendance(work, session.id)
  if (rows.some((row) => row.person === work.asker.person && row.presence === 'absent'))
    return no('You were not at this session. Bring the case next time')
  const own = (await findRecords(work, session.id)).find((record) => record.kind === 'session')
  return own && own.version > 0 ? no('The record of this session is signed off. Bring the case next time') : yes()
}

/** The quiet way on the page of a session, for whoever is supervised in it and has a case that was not brought. */
export async function bringNowPart(work: Work, session: StoredSession) {
  if (!session.supervisees.includes(work.asker.person) || !(await mayBringNow(work, session)).ok) return null
  if (!asksAboutCases((await termsOfSession(work, session)).recordParts)) return null
  const brought = new Set<Id<'case'>>((await findDiscussions(work, session.id)).map((one) => one.caseId))
  const held = await findCasesOf(work, work.asker.person)
  const others = held.filter((one) => one.state === 'open' && !brought.has(one.id)).map((one) => one.id)
  if (others.length === 0) return null
  const cases = (await openCases(work, others)).map((one) => ({ value: one.id, label: calledCase(one) }))
  return (
    <Details summary="Did another of your cases come up?">
      <PostForm action={`/sessions/${session.id}/brought-cases`}>
        <FormFields form={bringForm} state={bringForm.filled({})} options={{ case: cases }} />
        <Button variant="secondary">Bring it</Button>
      </PostForm>
    </Details>
  )
}
