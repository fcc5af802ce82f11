// Handing a case over: offered with reading it, accepted with a sealed thing of the new holder's own, declined or taken back
// with the reading ended. Each deed leaves its line on the trail (SPEC 6.1, 12.3).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson } from '../../people/index.ts'
import { findReaders, letRead, removeReader, writeTrail } from '../../records/index.ts'
import { dropFromSessionsAhead } from '../bringing/session-case.store.ts'
import { aboutCase, openDetails, sealDetails, theCase } from '../case/case.changes.ts'
import { type CaseFacts, type CaseId, moved } from '../case/case.ts'
import { lockCase, updateCase } from '../case/case.store.ts'
import { isStanding } from '../cover/cover.ts'
import { findCovers } from '../cover/cover.store.ts'
import { decideAnswer, decideOffer, endOfOffer, type Handover } from './handover.ts'
import { answerHandover, findHandovers, insertHandover } from './handover.store.ts'

/** Offers the asker's case to a colleague, who may read it from now on to decide. */
export async function offerCase(work: Work, id: CaseId, what: { to: PersonId }): Promise<Decision> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  const person = await findPerson(work, what.to)
  const open = await openOffer(work, id)
  const worksHere = person !== null && person.leftOn === null
  const decision = decideOffer(facts, { ...what, by: work.asker.person, worksHere, open, now: work.moment })
  if (!decision.ok) return decision
  if (open) await answerHandover(work, { ...open, state: 'taken back', answeredAt: work.moment })
  const offer: Handover = {
    id: work.newId<'case handover'>(),
    case: id,
    from: work.asker.person,
    to: what.to,
    state: 'offered',
    offeredAt: work.moment,
    answeredAt: null,
    before: null,
  }
  await insertHandover(work, offer)
  const until = endOfOffer(work.moment)
  await letRead(work, aboutCase(facts), [{ person: what.to, because: 'was offered it', until }])
  writeTrail(work, { deed: 'case offered', about: theCase(id), detail: { to: what.to } })
  return yes()
}

/** The offer that waits for an answer, ended or not. */
export const openOffer = async (work: Work, id: CaseId): Promise<Handover | null> =>
  (await findHandovers(work, id)).find((one) => one.state === 'offered') ?? null

/** The asker takes on a case that was offered: from now on it is theirs, and comes to sessions only if they bring it. */
export async function acceptCase(work: Work, id: CaseId): Promise<Decision> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  const answer = await answered(work, facts, 'accepted')
  if (!answer.ok) return answer
  if (facts.state === 'closed') return no('This case was closed meanwhile. Ask your colleague about it')
  const opened = await openDetails(work, facts)
  if (opened.spoiled.length > 0 || opened.people.length === 0)
    return no('Something of this case would not open, so it stays with your colleague. Tell your administrator')
  const next = moved(facts, { to: work.asker.person, details: work.newId<'case details'>(), now: work.moment })
  const before = { details: facts.details, version: facts.version }
  if (!(await answerHandover(work, { ...answer.value, before })) || !(await updateCase(work, next)))
    return no('This case was changed meanwhile. Look at it again')
  await dropFromSessionsAhead(work, id)
  await removeReader(work, aboutCase(facts), work.asker.person)
  await sealDetails(work, next, { details: opened })
  writeTrail(work, { deed: 'case handed over', about: theCase(id), detail: { from: facts.holder } })
  return yes()
}

/** The asker does not take the case on, and reads it no more. */
export async function declineCase(work: Work, id: CaseId): Promise<Decision> {
  return endOffer(work, id, 'declined')
}

/** The holder takes the offer back, and the colleague reads the case no more. */
export async function takeBackCase(work: Work, id: CaseId): Promise<Decision> {
  return endOffer(work, id, 'taken back')
}

async function endOffer(work: Work, id: CaseId, answer: 'declined' | 'taken back'): Promise<Decision> {
  const facts = await lockCase(work, id)
  if (!facts) return no('There is no such case')
  const decision = await answered(work, facts, answer)
  if (!decision.ok) return decision
  if (!(await answerHandover(work, decision.value))) return no('This offer was answered meanwhile')
  if (!(await staysReader(work, facts, decision.value.to)))
    await removeReader(work, aboutCase(facts), decision.value.to)
  writeTrail(work, { deed: answer === 'declined' ? 'case declined' : 'case offer taken back', about: theCase(id) })
  return yes()
}

/** Whoever reads the case for another reason goes on reading it: its supervisor, and a colleague who covers. */
async function staysReader(work: Work, facts: CaseFacts, colleague: PersonId): Promise<boolean> {
  const reads = (await findReaders(work, aboutCase(facts))).find((reader) => reader.person === colleague)
  if (reads && reads.because !== 'was offered it') return true
  return (await findCovers(work, facts.id)).some((one) => one.colleague === colleague && isStanding(one, work.today))
}

async function answered(
  work: Work,
  facts: CaseFacts,
  answer: 'accepted' | 'declined' | 'taken back',
): Promise<Decision<Handover>> {
  const offer = await openOffer(work, facts.id)
  return decideAnswer(offer, { by: work.asker.person, answer, holder: facts.holder, now: work.moment })
}
