// Ending supervision between two people, with its contracts, and taking that back. Each leaves its line on the trail; the line
// manager learns that somebody needs a supervisor from the pairs alone, never from here (SPEC 4.5).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type Agreement,
  agreementsBetween,
  endAgreement,
  findAgreement,
  holdsOn,
  isOpen,
  startAgreement,
  undoEnding,
  withdrawAgreement,
} from '../../agreements/index.ts'
import { type Policy, policyOn } from '../../policy/index.ts'
import { letRead, openTexts, sealTexts, type Texts, thing, writeTrail } from '../../records/index.ts'
import { choosePair, endPair, takeBackPairEnd } from '../pair/pair.changes.ts'
import { findPairsOf } from '../pair/pair.store.ts'
import type { Pair } from '../pair/pair.ts'
import {
  decideEnding,
  decideTakeBack,
  type Endable,
  type Ending,
  type EndingId,
  type NewEnding,
  type Two,
} from './ending.ts'
import { addEnding, findChoices, findEnding, lockEndings, markUndone, wasBuiltOn } from './ending.store.ts'

/** What the two have together that can end: each kind of supervision with its contract, and contracts without a pair. */
export async function endableBetween(work: Work, two: Two): Promise<readonly Endable[]> {
  const policy = await policyOn(work)
  const pairs = (await standingBetween(work, two)).filter((pair) => pair.to === null)
  const agreements = (await agreementsBetween(work, [two.supervisee, two.supervisor])).filter(
    (one) => isOfTheTwo(one, two) && (isOpen(one) || (one.state === 'signed' && (one.until ?? '') > work.today)),
  )
  const templateOf = (type: string) => policy.type(type)?.agreement
  const kinds = pairs.map((pair) => ({
    key: pair.type,
    name: policy.type(pair.type)?.name ?? pair.type.replaceAll('-', ' '),
    type: pair.type,
    pair: pair.id,
    agreements: agreements.filter((one) => one.template === templateOf(pair.type)).map((one) => one.id),
  }))
  const alone = agreements.filter((one) => !kinds.some((kind) => kind.agreements.includes(one.id)))
  return [...kinds, ...alone.map((one) => contractAlone(policy, one))]
}

const standingBetween = async (work: Work, two: Two): Promise<readonly Pair[]> =>
  (await findPairsOf(work, two.supervisee)).filter(
    (pair) => pair.state === 'agreed' && pair.supervisee === two.supervisee && pair.supervisor === two.supervisor,
  )

const isOfTheTwo = (agreement: Agreement, two: Two): boolean =>
  agreement.parties.length === 2 &&
  agreement.parties.some((party) => party.person === two.supervisee && party.as === 'supervisee')

function contractAlone(policy: Policy, agreement: Agreement): Endable {
  const template = policy.packs.flatMap((pack) => pack.agreements ?? []).find((one) => one.key === agreement.template)
  const name = template?.name ?? 'Contract'
  return { key: agreement.id, name, type: null, pair: null, agreements: [agreement.id] }
}

/** Ends what the two have together, from a day on; with a successor, chosen for the same kinds from that day (SPEC 5.10). */
export async function endSupervision(work: Work, what: Omit<NewEnding, 'id'>): Promise<Decision<Ending>> {
  await lockEndings(work, what.supervisee)
  const endable = await endableBetween(work, what)
  const { moment: now, today } = work
  const decision = decideEnding({ ...what, id: work.newId<'ending'>() }, work.asker.person, { endable, now, today })
  if (!decision.ok) return decision
  const ending = decision.value
  await addEnding(work, ending)
  for (const pair of ending.pairs) {
    const done = await endPair(work, pair, { kind: ending.kind, on: ending.on })
    if (!done.ok) return done
  }
  for (const id of ending.agreements) {
    const done = await endContract(work, ending, id)
    if (!done.ok) return done
  }
  const next = await beginWithSuccessor(work, ending)
  if (!next.ok) return next
  writeTrail(work, { deed: 'supervision came to an end', about: aboutEnding(ending.id), detail: { on: ending.on } })
  return yes(ending)
}

/** One that everybody signed is ended; one that is still on its way is given up. */
async function endContract(work: Work, ending: Ending, id: Agreement['id']): Promise<Decision> {
  const agreement = await findAgreement(work, id)
  if (!agreement) return no('There is nothing to end')
  const done = isOpen(agreement) ? await withdrawAgreement(work, id) : await endAgreement(work, id, { on: ending.on })
  return done.ok ? yes() : done
}

/** Chooses the successor for each kind from that day, and starts the contract that a kind needs. */
async function beginWithSuccessor(work: Work, { supervisee, successor, types, on }: Ending): Promise<Decision> {
  if (successor === null) return yes()
  const policy = await policyOn(work)
  for (const type of types) {
    const pair = await choosePair(work, { supervisee, supervisor: successor, type, from: on })
    if (!pair.ok && !(await arePair(work, { supervisee, supervisor: successor }, type))) return no(pair.reason, 'with')
  }
  const templates = new Set(types.map((type) => policy.type(type)?.agreement).filter((key) => key && key !== 'none'))
  for (const template of templates) await startWith(work, { supervisee, supervisor: successor }, template ?? '')
  return yes()
}

const arePair = async (work: Work, two: Two, type: string): Promise<boolean> =>
  (await standingBetween(work, two)).some((pair) => pair.type === type)

/** Starts a contract unless the two have one that holds or is on its way. */
async function startWith(work: Work, two: Two, template: string): Promise<void> {
  const between = (await agreementsBetween(work, [two.supervisee, two.supervisor])).filter(
    (one) => one.template === template && isOfTheTwo(one, two),
  )
  if (between.some((one) => isOpen(one) || holdsOn(one, work.today))) return
  await startAgreement(work, {
    template,
    parties: [
      { person: two.supervisee, as: 'supervisee' },
      { person: two.supervisor, as: 'supervisor' },
    ],
  })
}

/** Takes an ending back within a day while nothing was built on it: pairs and contracts hold as before. */
export async function takeBackEnding(work: Work, id: EndingId): Promise<Decision> {
  const known = await findEnding(work, id)
  if (!known) return no('There is nothing to take back')
  await lockEndings(work, known.supervisee)
  const decision = await mayTakeBack(work, known)
  if (!decision.ok) return decision
  await markUndone(work, id)
  for (const pair of known.pairs) {
    const done = await takeBackPairEnd(work, pair)
    if (!done.ok) return done
  }
  for (const agreement of known.agreements) {
    const ended = (await findAgreement(work, agreement))?.state === 'ended'
    const done = ended ? await undoEnding(work, agreement) : null
    if (done && !done.ok) return done
  }
  await undoSuccessor(work, known)
  writeTrail(work, { deed: 'ending of supervision taken back', about: aboutEnding(id) })
  return yes()
}

/** Whether the asker may take an ending back now, for the button and for the deed. */
export async function mayTakeBack(work: Work, ending: Ending): Promise<Decision<Ending>> {
  const actedOn =
    (await findChoices(work, ending.id)).length > 0 ||
    (await wasBuiltOn(work, ending)) ||
    (await hasSignedWith(work, ending))
  return decideTakeBack(ending, work.asker.person, { now: work.moment, actedOn })
}

async function hasSignedWith(work: Work, { supervisee, successor, at }: Ending): Promise<boolean> {
  if (successor === null) return false
  const between = await agreementsBetween(work, [supervisee, successor])
  return between.some((one) => one.startedAt >= at && one.signatures.length > 0)
}

/** The pair with the successor ends with it, and the contract that was begun is given up. */
async function undoSuccessor(work: Work, ending: Ending): Promise<void> {
  const { supervisee, successor, types, at } = ending
  if (successor === null) return
  for (const pair of await standingBetween(work, { supervisee, supervisor: successor }))
    if (types.includes(pair.type) && pair.consentedAt === at) await endPair(work, pair.id, { kind: 'no longer needed' })
  for (const one of await agreementsBetween(work, [supervisee, successor]))
    if (isOpen(one) && one.startedAt === at) await withdrawAgreement(work, one.id)
}

/** What the words of whoever ended it are sealed about. */
export const aboutEnding = (id: EndingId) => thing('ending', id)
const aboutReply = (id: EndingId) => thing('ending reply', id)

/** Whether what somebody says is theirs who ended it, or the other's. */
const wordsOf = (ending: Ending, person: PersonId) => (ending.by === person ? aboutEnding : aboutReply)(ending.id)

/** A few words that the asker leaves for the other one of the two, sealed for both; once. */
export async function leaveWords(work: Work, ending: Ending, { texts }: { texts: Texts }): Promise<Decision> {
  const about = wordsOf(ending, work.asker.person)
  if (Object.values(texts).every((text) => text.trim() === '')) return no('Write a few words first')
  if (Object.keys((await openTexts(work, { about, version: 1 })).texts).length > 0)
    return no('You have left a few words already. They stay as they are')
  await sealTexts(work, { kind: 'one-to-one record', about, version: 1, texts })
  const other = ending.supervisee === work.asker.person ? ending.supervisor : ending.supervisee
  const because = other === ending.supervisor ? ('supervisor' as const) : ('supervisee' as const)
  await letRead(work, about, [{ person: other, because, until: null }])
  return yes()
}

/** What the two left for each other, by who wrote it. */
export async function wordsLeft(
  work: Work,
  ending: Ending,
): Promise<readonly { readonly by: PersonId; readonly texts: Texts }[]> {
  const left = []
  for (const by of [ending.supervisee, ending.supervisor]) {
    const { texts } = await openTexts(work, { about: wordsOf(ending, by), version: 1 })
    if (Object.keys(texts).length > 0) left.push({ by, texts })
  }
  return left
}
