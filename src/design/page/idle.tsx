// Warns before a visit ends by itself, with one button to go on. Hidden until the script says that the time is near;
// without scripts the visit simply ends, and drafts are on the server.

import { useContext } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { FormTokensContext } from '../form/form.tsx'

export type IdleVisit = {
  /** Seconds without a request after which the visit ends. */
  readonly seconds: number
  /** Where "Stay signed in" is posted to; answers 204. */
  readonly extend: string
  /** Where the browser goes when the visit has ended. */
  readonly ended: string
}

export function IdleWarning({ seconds, extend, ended }: IdleVisit) {
  const tokens = useContext(FormTokensContext)
  return (
    <dialog class="app-idle" data-idle-seconds={seconds} data-idle-ended={ended} aria-labelledby="idle-title">
      <form method="post" action={extend}>
        <input type="hidden" name="_csrf" value={tokens.csrf} />
        <h2 class="nhsuk-heading-m" id="idle-title">
          Are you still there?
        </h2>
        <p role="timer" data-idle-left>
          You will be signed out soon, to keep what you can see safe. Drafts are kept.
        </p>
        <Button>Stay signed in</Button>
      </form>
    </dialog>
  )
}
