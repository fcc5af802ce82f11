// The way forward where a contract is missing: on the booking page itself, so that nothing typed is lost. What is on its way
// is opened, what is over is renewed, and what is not there begins with one button.
import { Button, InsetText, NotificationBanner } from '../../../design/index.ts'
import type { Id } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Lack, Missing } from './contract.ts'

/** The value of the button that starts contracts, sent with the form that stands round it. */
export const startsContract = { name: 'contract', value: 'start' } as const

/** Inside the booking's form: what to do about each missing contract. */
export function ContractWays({ lack }: { lack: Lack | null }) {
  if (!lack) return null
  const none = lack.missing.filter((one) => one.state.is === 'none')
  const others = lack.missing.filter((one) => one.state.is !== 'none')
  return (
    <InsetText>
      <p>
        {lack.terms.groundRules
          ? 'Agree your ground rules first. What you typed here stays as it is.'
          : 'Sign first, then book. What you typed here stays as it is.'}
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li>
              <NextStep one={one} day={lack.day} />
            </li>
          ))}
        </ul>
      )}
      {none.length > 0 && !lack.terms.groundRules && (
        <Button variant="secondary" name={startsContract.name} value={startsContract.value} formNoValidate>
          {none.length === 1 ? `Start the contract with ${none[0]?.other ?? ''}` : `Start the ${none.length} contracts`}
        </Button>
      )}
      {lack.terms.groundRules && (
        <p>
          <a href="/agreements">Your contracts and ground rules</a>
        </p>
      )}
    </InsetText>
  )
}

/** In a new tab: the form behind it keeps what was typed. */
const NextStep = ({ one, day }: { one: Missing; day: Day }) => {
  if (one.state.is === 'none') return null
  const { href, words } = stepOf(one.state, day)
  return (
    <a href={href} target="_blank" rel="noopener">
      {words} with {one.other} (opens in a new tab)
    </a>
  )
}

/** Where the next step is done, and its words. */
export function stepOf(
  state: Exclude<Missing['state'], { is: 'none' }>,
  day: Day,
): { readonly href: string; readonly words: string } {
  if (state.is === 'over') return { href: `/agreements/${state.id}/renewal?for=${day}`, words: 'Renew the contract' }
  return {
    href: `/agreements/${state.id}`,
    words: state.state === 'signing' ? 'Sign the contract' : 'Open the contract',
  }
}

/** Says that contracts were begun, and where they are. */
export function ContractsBegun({ begun }: { begun: readonly { id: Id<'agreement'>; name: string }[] }) {
  if (begun.length === 0) return null
  return (
    <NotificationBanner variant="success" heading={begun.length === 1 ? 'Contract begun' : 'Contracts begun'}>
      <p>Both sides see it now and can adapt it, then sign. Come back here and book when you have both signed.</p>
      <ul>
        {begun.map((one) => (
          <li>
            <a href={`/agreements/${one.id}`} target="_blank" rel="noopener">
              Open the contract with {one.name} (opens in a new tab)
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}
