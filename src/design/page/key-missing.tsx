// The page for when a key of the service is missing: what cannot be done, that nothing is lost, and everything that was
// typed, ready to be sent again once the key is back.

import { Heading } from '../parts/card.tsx'
import { SendAgain, type TypedBox } from './send-again.tsx'

export const keyMissingTitle = 'This cannot be opened or kept just now'

/** `typed` is empty when nothing was sent. Long texts are shown, so that they can be copied; the rest goes along unseen. */
export function KeyMissingPage({ path, typed }: { path: string; typed: readonly TypedBox[] }) {
  return (
    <>
      <Heading level={1} size="l">
        {keyMissingTitle}
      </Heading>
      <p class="nhsuk-body-l">
        A key with which this service seals confidential text is missing, or is not the right one. Until it is put back,
        nothing confidential is opened or kept. What was written before is safe.
      </p>
      <p>Tell whoever runs the service in your organisation. They find in its messages which key it is.</p>
      {typed.length > 0 && (
        <SendAgain path={path} typed={typed}>
          Nothing of it was saved. Leave this page open and try again later, or copy it to a safe place.
        </SendAgain>
      )}
    </>
  )
}
