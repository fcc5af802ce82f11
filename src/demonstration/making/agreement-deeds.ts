// Contracts of those who supervise each other one to one: signed when they began, renewed each year; and for the people to be one
// in every state: one that ends soon, one being written again, one that waits for a signature, one opened again after it
// was signed, one that ran out, one ended, one given up.
import {
  type Agreement,
  type AgreementId,
  agreementsBetween,
  answerProposal,
  closeText,
  endAgreement,
  fillIn,
  findAgreement,
  findProposals,
  openAgreementText,
  proposeChange,
  reopenText,
  signAgreement,
  startAgreement,
  withdrawAgreement,
} from '../../areas/agreements/index.ts'
import { addDays, type Day, daysBetween } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedPair } from '../history/plan-pairs.ts'
import { clinicalFrom, type Span } from '../trust/staff.ts'
import { blankWords, ownClause, proposedClause } from '../words/agreement-words.ts'
import { renewalDeeds } from '../agreeing/renewal-deeds.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

type Two = { readonly supervisee: string; readonly supervisor: string; readonly template: string }

/** How the contract of a person to be stands today; everybody else's was renewed in time. */
type Story = 'ends soon' | 'being renewed' | 'waits for a signature' | 'opened again' | 'own words' | 'ran out'
const stories: Readonly<Record<string, Story>> = {
  ben: 'ends soon',
  dora: 'being renewed',
  femi: 'waits for a signature',
  chloe: 'opened again',
  grace: 'own words',
  advisor1: 'ran out',
}
/** Days ago on which the last contract of a story was signed. */
const signedAgo: Readonly<Record<Story, number>> = {
  'ends soon': 336,
  'being renewed': 345,
  'waits for a signature': 350,
  'opened again': 341,
  'own words': 190,
  'ran out': 390,
}

/** The contracts of one pair, from its beginning to today. */
export function agreementDeeds(making: Making, pair: PlannedPair, span: Span): readonly Deed[] {
  const template = pair.type === 'one-to-one-clinical' ? 'one-to-one-contract' : 'safeguarding-contract'
  const two = { ...pair, template }
  const story = stories[pair.supervisee]
  const ago = story === undefined ? daysBetween(pair.from, span.today) : signedAgo[story]
  const first = addDays(span.today, -ago)
  const deeds: Deed[] = []
  for (let day = first; day < span.today; day = addDays(day, 350)) {
    if (story !== undefined && day > first) break
    deeds.push(...signedOn(making, two, { day, own: story === 'own words' }))
  }
  const all = [...deeds, ...(story === undefined ? [] : storyDeeds(making, two, { story, span }))]
  // Nothing is signed before the policy with its text was there.
  const signed = all.filter((deed) => deed.at > at(addDays(clinicalFrom(span), 2), '00:00'))
  return [...signed, ...renewalDeeds(making, pair, span)]
}

/** Written, closed and signed by both on one day; it follows whatever there is between them. */
function signedOn(making: Making, two: Two, { day, own }: { day: Day; own: boolean }): readonly Deed[] {
  const first: Deed = {
    at: at(day, '09:46'),
    by: two.supervisee,
    run: async (work) => {
      const id = await started(work, making, two)
      if (own) sure(await proposeChange(work, id, ownClause))
      else await closedAndSigned(work, id)
    },
  }
  const second: Deed = {
    // Before the sessions of that day are booked.
    at: at(day, '11:10'),
    by: two.supervisor,
    run: async (work) => {
      const id = await newest(work, making, two)
      if (!id) return
      if (own) await acceptAll(work, id)
      else await signedBy(work, id)
    },
  }
  const after = [two.supervisor, two.supervisee].map(
    (by, index): Deed => ({
      at: at(day, index === 0 ? '11:12' : '11:40'),
      by,
      run: async (work) => {
        const id = await newest(work, making, two)
        if (id && index === 0) await closedAndSigned(work, id)
        else if (id) await signedBy(work, id)
      },
    }),
  )
  return own ? [first, second, ...after] : [first, second]
}

function storyDeeds(making: Making, two: Two, { story, span }: { story: Story; span: Span }): readonly Deed[] {
  const on = (
    daysAgo: number,
    time: string,
    by: string,
    run: (work: Work, id: AgreementId) => Promise<unknown>,
  ): Deed => ({
    at: at(addDays(span.today, -daysAgo), time),
    by,
    run: async (work) => {
      const id = await newest(work, making, two)
      if (id) await run(work, id)
    },
  })
  const again: Deed = {
    at: at(addDays(span.today, -6), '10:12'),
    by: two.supervisor,
    run: (work) => started(work, making, two),
  }
  const propose = async (work: Work, id: AgreementId) => sure(await proposeChange(work, id, proposedClause))
  if (story === 'being renewed')
    return [
      again,
      on(6, '10:15', two.supervisor, propose),
      on(4, '08:40', two.supervisee, async (work, id) => sure(await proposeChange(work, id, ownClause))),
    ]
  if (story === 'waits for a signature') return [again, on(3, '12:05', two.supervisor, closedAndSigned)]
  if (story === 'opened again')
    return [
      again,
      on(5, '12:05', two.supervisor, closedAndSigned),
      on(1, '16:30', two.supervisee, async (work, id) => {
        sure(await reopenText(work, id))
        await propose(work, id)
      }),
    ]
  return story === 'ends soon' ? endings(making, span) : []
}

/** Of Ben: one that was given up, and one with an earlier supervisor that was ended. */
function endings(making: Making, span: Span): readonly Deed[] {
  const earlier = { supervisee: 'ben', supervisor: 'advisor1', template: 'one-to-one-contract' }
  const other = { supervisee: 'ben', supervisor: 'advisor3', template: 'one-to-one-contract' }
  const on = (daysAgo: number, run: (work: Work) => Promise<unknown>): Deed => ({
    at: at(addDays(span.today, -daysAgo), '14:35'),
    by: 'ben',
    run,
  })
  const last = (two: Two, deed: typeof endAgreement | typeof withdrawAgreement) => async (work: Work) => {
    const id = await newest(work, making, two)
    if (id) sure(await deed(work, id))
  }
  return [
    ...signedOn(making, earlier, { day: addDays(span.today, -380), own: false }),
    on(340, last(earlier, endAgreement)),
    on(352, (work) => started(work, making, other)),
    on(349, last(other, withdrawAgreement)),
  ]
}

async function started(work: Work, making: Making, two: Two): Promise<AgreementId> {
  const [supervisee, supervisor] = [idOf(making.people, two.supervisee), idOf(making.people, two.supervisor)]
  const before = (await agreementsBetween(work, [supervisee, supervisor])).find(
    (one) => one.template === two.template && one.state === 'signed',
  )
  const parties = [
    { person: supervisee, as: 'supervisee' },
    { person: supervisor, as: 'supervisor' },
  ] as const
  return sure(await startAgreement(work, { template: two.template, parties, follows: before?.id }))
}

async function newest(work: Work, making: Making, two: Two): Promise<AgreementId | null> {
  const people = [idOf(making.people, two.supervisee), idOf(making.people, two.supervisor)]
  return (await agreementsBetween(work, people)).find((one) => one.template === two.template)?.id ?? null
}

async function closedAndSigned(work: Work, id: AgreementId): Promise<void> {
  const opened = await openAgreementText(work, id)
  if (!opened) throw new Error('The demonstration cannot open its own contract')
  const empty = opened.text.blanks.filter((blank) => blank.value === '' && blankWords[blank.key])
  const blanks = Object.fromEntries(empty.map((blank) => [blank.key, blankWords[blank.key] ?? '']))
  const { version } = opened.agreement
  const filled = empty.length > 0 ? sure(await fillIn(work, id, { version, blanks })).version : version
  await signAs(work, sure(await closeText(work, id, { version: filled })))
}

async function signedBy(work: Work, id: AgreementId): Promise<void> {
  const agreement = await findAgreement(work, id)
  if (agreement) await signAs(work, agreement)
}

async function signAs(work: Work, { id, textHash }: Agreement): Promise<void> {
  const by = { typedName: work.asker.name, textHash: textHash ?? '', freshAt: work.moment }
  sure(await signAgreement(work, id, { ...by, means: 'demonstration' }))
}

async function acceptAll(work: Work, id: AgreementId): Promise<void> {
  for (const proposal of await findProposals(work, id)) {
    if (proposal.state !== 'open' || proposal.by === work.asker.person) continue
    const answer = { proposal: proposal.id, accepts: true, reply: 'Good idea, thank you.' }
    sure(await answerProposal(work, id, answer))
  }
}
