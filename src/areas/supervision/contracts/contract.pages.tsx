// Starting a contract in one click: from a pair, and from a session that lacks one (SPEC 4.4).
import { LinkButton, PostButton } from '../../../design/index.ts'
import { access, type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { findPair } from '../pair/pair.store.ts'
import type { Pair, PairId } from '../pair/pair.ts'
import { peopleOfSession } from '../session/session.access.ts'
import { findSession } from '../session/session.store.ts'
import type { SessionId } from '../session/session.ts'
import { namer } from '../supervision.changes.ts'
import { termsIn } from '../terms/terms.view.ts'
import { lackForAsker } from './contract-panels.pages.tsx'
import { beginContracts, contractsOn } from './contract.changes.ts'
import { stepOf } from './contract-ways.pages.tsx'

const peopleOfPair = access<Pair>(
  'The two people of the pair',
  (asker, pair) => asker.person === pair.supervisee || asker.person === pair.supervisor,
)
const pairSubject = (work: Work, { pair }: { pair: PairId }) => findPair(work, pair)

export const contractPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:pair/contract',
    subject: pairSubject,
    access: peopleOfPair,
    answer: (work, { subject: pair }) => contractPage(work, pair),
  }),
  page({
    at: 'POST /supervisors/:pair/contract',
    subject: pairSubject,
    access: peopleOfPair,
    answer: async (work, { subject: pair }) => {
      if (pair.state !== 'agreed') return conflict('This pair has ended, or waits for an answer')
      const done = await beginContracts(work, { ...pair, supervisees: [pair.supervisee] })
      if (!done.ok) return conflict(done.reason)
      const [begun] = done.value
      return begun
        ? seeOther(`/agreements/${begun.id}`, 'Contract begun. Both of you see it now.')
        : seeOther(`/supervisors/${pair.id}/contract`)
    },
  }),
  page({
    at: 'POST /sessions/:session/contract',
    subject: (work, { session }: { session: SessionId }) => findSession(work, session),
    access: peopleOfSession,
    answer: async (work, { subject: session }) => {
      const lack = await lackForAsker(work, session)
      const supervisees = lack?.missing.map((one) => one.person) ?? []
      const done = await beginContracts(work, { type: session.type, supervisor: session.supervisor, supervisees })
      if (!done.ok) return conflict(done.reason)
      const [begun, ...more] = done.value
      if (begun && more.length === 0)
        return seeOther(`/agreements/${begun.id}`, 'Contract begun. Both of you see it now.')
      return seeOther(`/sessions/${session.id}`, begun ? `${done.value.length} contracts begun` : undefined)
    },
  }),
]

/** How the contract of a pair stands, and its one next step. */
async function contractPage(work: Work, pair: Pair): Promise<Reply> {
  const terms = termsIn(await policyOn(work), pair.type)
  const asker = work.asker.person
  const nameOf = await namer(work, [pair.supervisee, pair.supervisor])
  const other = nameOf(pair.supervisee === asker ? pair.supervisor : pair.supervisee)
  const contract = terms?.contract
  const { supervisor, supervisee } = pair
  const states = contract
    ? await contractsOn(work, { terms: contract, supervisor, supervisees: [supervisee], day: work.today })
    : null
  const state = states?.get(supervisee)
  return html({
    title: 'Contract',
    back: { href: '/supervision/supervisors', label: 'Supervisors' },
    body: (
      <>
        <h1>Contract with {other}</h1>
        <p class="app-lede">{terms?.name}</p>
        {!contract && <p>This kind of supervision needs no contract.</p>}
        {state?.is === 'none' && (
          <>
            <p>
              {contract?.name}: you both read it, change what does not fit, and sign. It takes a few minutes each. Until
              then no session can be booked.
            </p>
            <PostButton action={`/supervisors/${pair.id}/contract`}>Start the contract</PostButton>
          </>
        )}
        {state?.is === 'in force' && <LinkButton href={`/agreements/${state.id}`}>Open the contract</LinkButton>}
        {state && state.is !== 'none' && state.is !== 'in force' && <OtherStep state={state} day={work.today} />}
      </>
    ),
  })
}

const OtherStep = (props: { state: Parameters<typeof stepOf>[0]; day: Parameters<typeof stepOf>[1] }) => {
  const step = stepOf(props.state, props.day)
  return <LinkButton href={step.href}>{step.words}</LinkButton>
}
