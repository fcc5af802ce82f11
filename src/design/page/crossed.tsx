// The page for when somebody else kept the same thing at the same moment: that nothing was kept, and everything that was
// typed, ready to be sent again.
import { Heading } from '../parts/card.tsx'
import { SendAgain, type TypedBox } from './send-again.tsx'

export const crossedTitle = 'Somebody else did the same at this moment'

/** `typed` is empty when nothing was sent. */
export const CrossedPage = ({ path, typed }: { path: string; typed: readonly TypedBox[] }) => (
  <>
    <Heading level={1} size="l">
      {crossedTitle}
    </Heading>
    <p class="nhsuk-body-l">Two people, or two of your own windows, sent the same thing at once. Theirs was kept.</p>
    {typed.length > 0 ? (
      <SendAgain path={path} typed={typed}>
        It was not kept. Look in another window at what is there now, then try again.
      </SendAgain>
    ) : (
      <p>Go back and load the page again to see what is there now.</p>
    )}
  </>
)
