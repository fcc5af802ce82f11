// A record is corrected by its author: a further version with the reason, the earlier ones kept. The two are compared anew and the
// other side is told (SPEC 8.2, 12.5).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, sealTexts, type Texts } from '../../records/index.ts'
import { correctedMail } from '../request/mails.view.ts'
import { doerOf } from '../request/request.access.ts'
import { keep } from '../request/request.changes.ts'
import type { AdviceRequest, RequestId } from '../request/request.ts'
import { findEntries, findRequest } from '../request/request.store.ts'
import { type Choices, choicesIn, choiceTexts, differencesOf } from './comparison.ts'
import { endDraft } from './drafting.changes.ts'
import { aboutPart, type Written } from './recording.changes.ts'
import { correct, type Part, versionOf } from './writing.ts'

export type Correction = Written & {
  readonly part: Part
  /** Why it is corrected, sealed with it. */
  readonly why: string
}

/** Corrects a record that the asker wrote; the other side hears of it. SPEC 8.2. */
export async function correctRecord(work: Work, id: RequestId, what: Correction): Promise<Decision> {
  const request = await findRequest(work, id)
  if (!request) return no('There is no such request')
  const { part } = what
  const version = versionOf(await findEntries(work, id), part) + 1
  const decision = correct(request, doerOf(work.asker), { part, differs: await differsNow(work, request, what) })
  const other = part === 'advice' ? request.caller : (request.adviser ?? request.has)
  const mail = other === null ? undefined : { to: other, template: correctedMail }
  const done = await keep(work, decision, { kind: `${part} corrected`, mail })
  if (!done.ok) return done
  const texts = { ...choiceTexts(what.choices), words: what.words, why: what.why, ...what.because }
  await sealTexts(work, { kind: 'advice', about: aboutPart(id, part), version, texts })
  await endDraft(work, id, part)
  return yes()
}

async function differsNow(
  work: Work,
  request: AdviceRequest,
  { part, choices }: { part: Part; choices: Choices },
): Promise<readonly string[] | null> {
  if (request.differs === null) return null
  const { texts } = await openLatest(work, request.id, part === 'advice' ? 'account' : 'advice')
  const theirs = choicesIn(texts)
  return theirs === null ? request.differs : differencesOf(choices, theirs)
}

/** A record as it stands now, as the asker may read it. */
export async function openLatest(work: Work, id: RequestId, part: Part): Promise<{ readonly texts: Texts }> {
  const version = versionOf(await findEntries(work, id), part)
  return openTexts(work, { about: aboutPart(id, part), version })
}
