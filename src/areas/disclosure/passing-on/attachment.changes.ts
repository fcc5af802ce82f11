// What a concern is passed on from: a session, a record, a case, a preparation or an agreement that the asker sees, or of a later
// area that says so on its card. Anything else attaches to nothing, without a word, and the concern is passed on all the same.
import { type Id, parseId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findAgreement, isParty } from '../../agreements/index.ts'
import { findReadable } from '../../records/index.ts'
import { findCase, findRecord, findSession, isInvolved, type SessionId } from '../../supervision/index.ts'
import type { AboutKind } from '../escalation/concern.ts'

export type Attachment = {
  readonly kind: AboutKind
  readonly id: Id<string>
  readonly words: string
  readonly href: string
}

declare module '../../../platform/area.ts' {
  interface Questions {
    /** The thing of that id that the asker sees, from which a concern may be passed on; no answer when there is none. */
    'what a concern comes from': { about: Id<string>; answer: Attachment }
  }
}

/** The thing of that id when the asker sees it, else null. */
export async function attachmentOf(work: Work, text: string): Promise<Attachment | null> {
  const id = parseId<string>(text)
  if (!id) return null
  const record = await findRecord(work, id as never)
  const session = await findSession(work, record ? record.session : (id as SessionId))
  if (session && isInvolved(session, work.asker.person))
    return record
      ? { kind: 'session record', id, words: 'a record of a session', href: `/sessions/${session.id}` }
      : { kind: 'session', id, words: 'a session', href: `/sessions/${session.id}` }
  if ((await findReadable(work, 'session record', [id])).has(id))
    return { kind: 'session record', id, words: 'a record of a session', href: '/' }
  const held = await findCase(work, id as never)
  if (held && (await findReadable(work, 'case', [held.details])).has(held.details))
    return { kind: 'case', id, words: 'a case', href: `/cases/${id}` }
  if ((await findReadable(work, 'preparation', [id])).has(id))
    return { kind: 'preparation', id, words: 'a preparation', href: '/supervision' }
  const agreement = await findAgreement(work, id as never)
  if (agreement && isParty(agreement, work.asker.person))
    return { kind: 'agreement', id, words: 'an agreement', href: `/agreements/${id}` }
  return (await work.ask('what a concern comes from', id))[0] ?? null
}
