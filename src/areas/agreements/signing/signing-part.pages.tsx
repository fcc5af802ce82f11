// While a text lies closed: the way to sign it, whose signature is missing, and opening it again.
import { Details, LinkButton, PostButton, type VNode } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { unsigned } from '../agreement/agreement.ts'
import { hrefOf } from '../agreement/agreement.view.ts'
import type { Shown } from '../reading/agreement-page.pages.tsx'

/** Null when nothing waits for a signature. */
export function signingPart(work: Work, { agreement }: Shown): VNode | null {
  if (agreement.state !== 'signing') return null
  const mine = unsigned(agreement).some((party) => party.person === work.asker.person)
  const signed = agreement.signatures.length
  const href = hrefOf(agreement)
  return (
    <section>
      {mine && <LinkButton href={`${href}/signature`}>Read and sign</LinkButton>}
      <Details summary="Change the text after all">
        <p>
          The text opens again for all of you.
          {signed > 0 &&
            ' Every signature given so far counts no longer, and everybody is told. You all sign once more.'}
        </p>
        <PostButton action={`${href}/reopening`} variant="warning" small>
          Open the text again
        </PostButton>
      </Details>
      <Details summary="Give it up">
        <p>Nothing of it will hold. The text stays readable to those who are named in it.</p>
        <PostButton action={`${href}/withdrawal`} variant="warning" small>
          Give it up
        </PostButton>
      </Details>
    </section>
  )
}
