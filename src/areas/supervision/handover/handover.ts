// A case goes from one colleague to another (SPEC 6.1): its holder offers it, the colleague reads it and accepts or declines;
// until then the holder can take the offer back. From the day it is accepted the case is the colleague's. Whoever held it
// before keeps what was written up to then, as it was, and sees nothing that comes after. An offer ends after two weeks.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addMinutes, type Moment } from '../../../platform/time/moment.ts'
import { type CaseFacts, type CaseId, type DetailsId, movedWords } from '../case/case.ts'

export type HandoverId = Id<'case handover'>

export type Handover = {
  readonly id: HandoverId
  readonly case: CaseId
  readonly from: PersonId
  readonly to: PersonId
  readonly state: 'offered' | 'accepted' | 'declined' | 'taken back'
  readonly offeredAt: Moment
  readonly answeredAt: Moment | null
  /** What the holder before keeps, once it was accepted: the sealed thing and its version as they were then. */
  readonly before: { readonly details: DetailsId; readonly version: number } | null
}

const DAYS_OPEN = 14

/** When an offer ends by itself. */
export const endOfOffer = (offeredAt: Moment): Moment => addMinutes(offeredAt, DAYS_OPEN * 24 * 60)
/** Whether an offer can still be answered. */
export const isOpen = (offer: Handover | null, now: Moment): offer is Handover =>
  offer?.state === 'offered' && now < endOfOffer(offer.offeredAt)

/** Offers a case to a colleague who works here. */
export function decideOffer(
  facts: CaseFacts,
  what: { by: PersonId; to: PersonId; worksHere: boolean; open: Handover | null; now: Moment },
): Decision {
  if (facts.holder !== what.by) return no(movedWords)
  if (facts.state === 'closed') return no('This case is closed. Reopen it to hand it over')
  if (what.to === what.by) return no('This case is yours already. Choose a colleague', 'to')
  if (!what.worksHere) return no('Choose somebody who works here', 'to')
  return isOpen(what.open, what.now)
    ? no('This case is offered to a colleague already. Take that offer back first')
    : yes()
}

/** The colleague answers, or the holder takes the offer back. */
export function decideAnswer(
  offer: Handover | null,
  what: { by: PersonId; answer: 'accepted' | 'declined' | 'taken back'; holder: PersonId; now: Moment },
): Decision<Handover> {
  if (!offer || offer.state !== 'offered') return no('This offer has been answered or taken back already')
  if (what.answer === 'taken back')
    return offer.from === what.by ? yes({ ...offer, state: 'taken back', answeredAt: what.now }) : no(notYours)
  if (offer.to !== what.by) return no(notYours)
  if (!isOpen(offer, what.now)) return no('This offer has ended. Ask your colleague to offer the case again')
  if (offer.from !== what.holder) return no(movedWords)
  return yes({ ...offer, state: what.answer, answeredAt: what.now })
}

const notYours = 'Only the two people of a handover can answer it'
