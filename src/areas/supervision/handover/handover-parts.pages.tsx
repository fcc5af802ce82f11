// On a case's page: an offer that waits, for the colleague who answers it and for the holder who may take it back.
import { ButtonGroup, InsetText, PostButton } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { endOfOffer, type Handover } from './handover.ts'

type PartProps = { offer: Handover | null; asker: PersonId; nameOf: (person: PersonId) => string }

/** Nothing when no offer waits, or for somebody whom it does not concern. */
export function HandoverPart({ offer, asker, nameOf }: PartProps) {
  if (!offer) return null
  const href = `/cases/${offer.case}/handover`
  const until = formatDay(londonDay(endOfOffer(offer.offeredAt)))
  if (offer.to === asker)
    return (
      <InsetText>
        <p>
          {nameOf(offer.from)} offers you this case, until {until}. When you accept, it is yours: you bring it to
          supervision, and {nameOf(offer.from)} sees nothing that you write.
        </p>
        <ButtonGroup>
          <PostButton action={`${href}/acceptance`}>Accept this case</PostButton>
          <PostButton action={`${href}/refusal`} variant="secondary">
            Decline
          </PostButton>
        </ButtonGroup>
      </InsetText>
    )
  if (offer.from !== asker) return null
  return (
    <InsetText>
      <p>
        Offered to {nameOf(offer.to)}, until {until}. They can read it now. It stays yours until they accept.
      </p>
      <PostButton action={`${href}/withdrawal`} variant="secondary" small>
        Take the offer back
      </PostButton>
    </InsetText>
  )
}
