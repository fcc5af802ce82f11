// Starting an agreement, giving it up, ending it. Each deed leaves its line on the trail (SPEC 4.1, 4.4, 4.5).
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { findPersons } from '../../people/index.ts'
import { letRead, writeTrail } from '../../records/index.ts'
import {
  type About,
  type Agreement,
  type AgreementId,
  end,
  isOpen,
  isParty,
  type Party,
  start,
  takeBackEnding,
  withdraw,
} from './agreement.ts'
import { agreementsBetween, findAgreement, findFollower, holdAgreement, lockStarting } from './agreement.store.ts'
import { cutEarlier, restoreEarlier } from './chain.changes.ts'
import type { AgreementText } from './clauses.ts'
import { aboutAgreement, keep, note, openAgreementText, sealRows, sealText, templateToday } from './keeping.changes.ts'
import { addAgreement, peopleOf } from './saving.store.ts'
import type { AgreementTemplate } from './template.view.ts'
import { holdsOn } from './term.ts'

export type Starting = {
  /** The template's key in the policy. */
  readonly template: string
  readonly parties: readonly Party[]
  readonly about?: About
  /** The one that it renews; its text is the one to begin from. */
  readonly follows?: AgreementId
}

/**
 * Starts an agreement in its first text: the template's, or that of the one it follows. Only somebody who will sign it can
 * start it; one at a time between the same people by the same template (SPEC 4.1, 4.4).
 */
export async function startAgreement(work: Work, what: Starting): Promise<Decision<AgreementId>> {
  const template = await templateToday(work, what.template)
  if (!template) return no('Choose a kind of contract that the policy has', 'template')
  const people = await mayBeNamed(work, what.parties)
  if (!people.ok) return people
  if (what.parties.some((party) => !template.signedBy.includes(party.as)))
    return no('This is not signed by people in that part', 'template')
  await lockStarting(work, peopleOf(what))
  const free = await hasRoom(work, what)
  if (!free.ok) return free
  return begin(work, template, { ...what, text: await firstText(work, template, what) })
}

async function mayBeNamed(work: Work, parties: readonly Party[]): Promise<Decision> {
  const found = new Map((await findPersons(work, peopleOf({ parties }))).map((one) => [one.id, one]))
  const gone = parties.find(({ person }) => found.get(person)?.leftOn !== null)
  return gone ? no('Choose somebody who works here', 'with') : yes()
}

/** Nothing is open between them, and what holds is renewed rather than begun beside. */
async function hasRoom(work: Work, what: Starting): Promise<Decision> {
  const between = (await agreementsBetween(work, peopleOf(what))).filter(
    (one) => one.template === what.template && one.parties.length === what.parties.length && isSameThing(one, what),
  )
  if (between.some(isOpen)) return no('You are already at work on this one', 'with')
  if (what.follows !== undefined) return mayFollow(work, what.follows)
  const holds = between.find((one) => one.state === 'signed' && holdsOn(one, work.today))
  return holds?.until
    ? no(`What you signed holds until ${formatDay(addDays(holds.until, -1))}. Renew it instead`, 'with')
    : yes()
}

/** Two who supervise each other have a contract for each way round. */
const isSameThing = (one: Agreement, { about, parties }: Starting): boolean =>
  one.about?.id === about?.id &&
  one.parties.every((party) => parties.some(({ person, as }) => person === party.person && as === party.as))

async function mayFollow(work: Work, id: AgreementId): Promise<Decision> {
  const earlier = await findAgreement(work, id)
  if (!earlier || isOpen(earlier) || earlier.state === 'withdrawn') return no('There is nothing to renew')
  if (!isParty(earlier, work.asker.person)) return no('Only the people named in it can renew it')
  return (await findFollower(work, id)) ? no('It is being renewed already') : yes()
}

/** That of the earlier one as far as the asker may read it, with the term of today's policy; else the template's. */
async function firstText(work: Work, template: AgreementTemplate, { follows }: Starting): Promise<AgreementText> {
  const earlier = follows && (await openAgreementText(work, follows))
  return earlier ? { ...earlier.text, term: template.text.term } : template.text
}

/** Starts an agreement with a text that is there already. */
export async function begin(
  work: Work,
  template: AgreementTemplate,
  what: Omit<Starting, 'template'> & { text: AgreementText },
): Promise<Decision<AgreementId>> {
  const { kind, policyVersion, key } = template
  const named = { parties: what.parties, about: what.about ?? null, follows: what.follows ?? null }
  const id = work.newId<'agreement'>()
  const started = start({ id, kind, policyVersion, template: key, ...named }, work.asker.person, work.moment)
  if (!started.ok) return started
  await addAgreement(work, started.value)
  await sealText(work, started.value, what)
  const others = what.parties.filter((party) => party.person !== work.asker.person)
  await letRead(
    work,
    aboutAgreement({ id }),
    others.map(({ person, as }) => ({ person, because: as, until: null })),
  )
  const step = what.follows ? ('began from the earlier one' as const) : null
  await note(work, started.value, { happened: [{ kind: 'started', step }] })
  await sealRows(work, id)
  writeTrail(work, { deed: 'agreement started', about: aboutAgreement({ id }) })
  return yes(id)
}

/** Gives an agreement up before it was signed by all. It stays readable to its parties. */
export async function withdrawAgreement(work: Work, id: AgreementId): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  if (!agreement) return no('There is nothing to give up')
  const decision = withdraw(agreement, work.asker.person)
  if (!decision.ok) return decision
  return keep(work, decision.value, { happened: [{ kind: 'given up' }], deed: 'agreement given up' })
}

/**
 * Ends an agreement that holds, from today or a later day on. By one of its parties, after it was talked through, which
 * whoever calls has recorded; or with the thing that it is about, such as a set, when a later area says so (SPEC 4.5).
 */
export async function endAgreement(
  work: Work,
  id: AgreementId,
  { withItsThing = false, on = work.today }: { withItsThing?: boolean; on?: Day } = {},
): Promise<Decision<Agreement>> {
  const agreement = await lastSigned(work, await holdAgreement(work, id))
  if (!agreement) return no('There is nothing to end')
  if (!withItsThing && !isParty(agreement, work.asker.person)) return no('Only the people named in it can end it')
  if (on < work.today) return no('It can be ended from today on, not before')
  const decision = end(agreement, work.asker.person, on)
  if (!decision.ok) return decision
  await cutEarlier(work, agreement.follows, { day: on })
  await work.tell({ name: 'facts changed', people: peopleOf(agreement) })
  return keep(work, decision.value, { happened: [{ kind: 'ended' }], deed: 'agreement ended' })
}

/** One that is renewed already is ended with what renews it. */
async function lastSigned(work: Work, agreement: Agreement | null): Promise<Agreement | null> {
  const later = agreement?.state === 'replaced' ? await findFollower(work, agreement.id) : null
  return later ? lastSigned(work, await holdAgreement(work, later.id)) : agreement
}

/** Takes an ending back, by whoever ended it, as long as nothing new was begun in its place. How long is the caller's to say. */
export async function undoEnding(work: Work, id: AgreementId): Promise<Decision<Agreement>> {
  const agreement = await holdAgreement(work, id)
  if (!agreement || agreement.endedBy !== work.asker.person) return no('Only whoever ended it can take that back')
  if (await findFollower(work, id)) return no('A new one has been begun meanwhile')
  const decision = takeBackEnding(agreement)
  if (!decision.ok) return decision
  await restoreEarlier(work, agreement)
  await work.tell({ name: 'facts changed', people: peopleOf(agreement) })
  return keep(work, decision.value, { happened: [{ kind: 'ending undone' }], deed: 'agreement ending undone' })
}
