// What contracts add to other pages: how each stands on the page of supervision, what a session lacks on its own page, and the
// way to book on the page of a contract.
import { Card, LinkButton, PostButton, StateTag, type VNode } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Id } from '../../../platform/ids.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { type AgreementId, findAgreement } from '../../agreements/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import { findSession } from '../session/session.store.ts'
import { isInvolved, type SessionId, type StoredSession } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { stepOf } from './contract-ways.pages.tsx'
import { lackOf } from './contract.changes.ts'
import { type Lack, lackWords } from './contract.ts'
import { contractsOfPairs } from './pair-contracts.changes.ts'
import { nextStep, type PairContract, stateTag } from './pair-contracts.view.ts'

/** Shown at once; the page of all contracts has the rest. */
const FEW = 5

export const contractPanels: readonly Panel[] = [
  { place: 'my supervision', order: 20, show: (work) => contractsPanel(work, true) },
  { place: 'those I supervise', order: 20, show: (work) => contractsPanel(work, false) },
  { place: 'session', order: 5, show: sessionPanel },
  { place: 'agreement', order: 5, show: bookingPanel },
]

async function contractsPanel(work: Work, supervised: boolean): Promise<VNode | null> {
  const lines = (await contractsOfPairs(work)).filter((one) => one.supervised === supervised)
  if (lines.length === 0) return null
  const nameOf = await namer(
    work,
    lines.map((one) => one.other),
  )
  return (
    <section>
      <h2>{supervised ? 'My contracts' : 'Contracts with those I supervise'}</h2>
      <ul class="nhsuk-list">
        {lines.slice(0, FEW).map((one) => (
          <Line one={one} name={nameOf(one.other)} work={work} />
        ))}
      </ul>
      <p>
        {supervised ? (
          <a href="/agreements">All my contracts and ground rules</a>
        ) : (
          <a href="/agreements/standing">Contracts of all whom I supervise ({lines.length})</a>
        )}
      </p>
    </section>
  )
}

const Line = ({ one, name, work }: { one: PairContract; name: string; work: Work }) => {
  const tag = stateTag(one.state, work.today)
  const step = nextStep(one, work.today)
  return (
    <li>
      <bdi>{name}</bdi>, {one.terms.name} <StateTag tone={tag.tone}>{tag.words}</StateTag>{' '}
      <a href={step.href}>
        {step.words}
        <span class="nhsuk-u-visually-hidden">
          : {one.terms.name} with {name}
        </span>
      </a>
    </li>
  )
}

/** On a session that is planned or was held without the contract that its kind needs. */
async function sessionPanel(work: Work, about: Id<string>): Promise<VNode | null> {
  const session = await findSession(work, about as SessionId)
  if (!session || !isInvolved(session, work.asker.person) || !lacks.has(session.state)) return null
  const lack = await lackForAsker(work, session)
  if (!lack) return null
  const held = session.state === 'held'
  return (
    <Card heading={held ? 'No contract on that day' : 'A contract is missing'} size="s" level={2}>
      <p>
        {held
          ? `${lack.terms.name}: none was in force on ${formatDay(lack.day)}. The session is recorded and counts all the same.`
          : `${lackWords(lack)}.`}
      </p>
      <WaysOn lack={lack} session={session.id} />
    </Card>
  )
}

const lacks: ReadonlySet<string> = new Set(['proposed', 'booked', 'held'])

/** A supervisee sees their own, the supervisor everybody's. */
export async function lackForAsker(work: Work, session: StoredSession): Promise<Lack | null> {
  const terms = termsIn(await policyOn(work, londonDay(session.startsAt)), session.type)
  if (!terms?.contract) return null
  const asker = work.asker.person
  const supervisees = session.supervisor === asker ? session.supervisees : [asker]
  return lackOf(work, { terms, supervisor: session.supervisor, supervisees, startsAt: session.startsAt })
}

function WaysOn({ lack, session }: { lack: Lack; session: SessionId }) {
  const none = lack.missing.filter((one) => one.state.is === 'none')
  return (
    <>
      <ul class="nhsuk-list">
        {lack.missing.map(({ state, other }) => {
          if (state.is === 'none') return null
          const step = stepOf(state, lack.day)
          return (
            <li>
              <a href={step.href}>
                {step.words} with {other}
              </a>
            </li>
          )
        })}
      </ul>
      {none.length > 0 && !lack.terms.groundRules && (
        <PostButton action={`/sessions/${session}/contract`} variant="secondary">
          {none.length === 1 ? `Start the contract with ${none[0]?.other ?? ''}` : `Start the ${none.length} contracts`}
        </PostButton>
      )}
    </>
  )
}

/** On a contract in force: the way to a session under it. */
async function bookingPanel(work: Work, about: Id<string>): Promise<VNode | null> {
  const agreement = await findAgreement(work, about as AgreementId)
  if (!agreement?.from || !agreement.until || agreement.from > work.today || work.today >= agreement.until) return null
  const policy = await policyOn(work)
  const asker = work.asker.person
  const pair = (await findPairsOf(work, asker)).find(
    (one) =>
      one.state === 'agreed' &&
      termsIn(policy, one.type)?.contract?.template === agreement.template &&
      agreement.parties.some((party) => party.person === one.supervisor && party.as === 'supervisor') &&
      agreement.parties.some((party) => party.person === one.supervisee && party.as === 'supervisee'),
  )
  if (!pair) return null
  const mine = pair.supervisee === asker
  const who = mine ? `side=they&with=${pair.supervisor}` : `side=me&with=${pair.supervisee}`
  return (
    <LinkButton href={`/supervision/booking?type=${encodeURIComponent(pair.type)}&${who}`} variant="secondary">
      Book a session
    </LinkButton>
  )
}
