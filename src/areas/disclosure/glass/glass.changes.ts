// Asking for a record, deciding as the second person, opening it for an hour, telling those concerned, reviewing. Each deed
// leaves its line on the trail, about the request and, once it is opened, about the record itself.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import { writeMail } from '../../../platform/mail/outbox.ts'
import type { Day } from '../../../platform/time/day.ts'
import { addMinutes } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { findReaders, letRead, sealTexts, thing, writeTrail } from '../../records/index.ts'
import { findNamedRecord, type NamedRecord, thingsOf } from '../../supervision/index.ts'
import {
  agreementOf,
  decide,
  type Glass,
  type GlassCause,
  type GlassId,
  HOURS_TO_ANSWER,
  open,
  review,
  type ReviewOutcome,
  stateOf,
  tellConcerned,
} from './glass.ts'
import { addGlass, addGlassAnswer, addOpening, addReview, addTelling, findGlassOf, lockGlass } from './glass.store.ts'
import { answeredMail, askedMail, concernedMail, toReviewMail } from './mails.view.ts'
import { againstSecond, mayAsk, mayReviewBy, peopleOf, possibleSeconds } from '../asking/second.changes.ts'

/** The thing that the words of a request are sealed about. */
export const aboutGlass = (id: GlassId) => thing('glass', id)

/** The sealed versions of a request: its reason, the review, each answer and each putting off, in their order. */
export const versionOf = {
  reason: 1,
  review: 5,
  answer: (index: number) => 10 + index,
  telling: (index: number) => 20 + index,
}

/** Asks for one named record; everybody who could be the second person hears of it and reads the reason. SPEC 12.4. */
export async function askForRecord(
  work: Work,
  named: NamedRecord,
  what: { cause: GlassCause; reason: string; riskInTelling: boolean; risk: string },
): Promise<Decision<GlassId>> {
  const may = await mayAsk(work, named)
  if (!may.ok) return may
  const before = await findGlassOf(work, [named.record])
  const live = before.filter((one) => one.askedBy === work.asker.person)
  if (live.some((one) => ['waiting', 'agreed', 'open'].includes(stateOf(one, work.moment))))
    return no('You have asked for this record already. It is on your list')
  const id = work.newId<'glass'>()
  await addGlass(work, {
    id,
    record: named.record,
    askedBy: work.asker.person,
    askedAt: work.moment,
    expiresAt: addMinutes(work.moment, HOURS_TO_ANSWER * 60),
    cause: what.cause,
    riskInTelling: what.riskInTelling,
    answers: [],
    opening: null,
    tellings: [],
    review: null,
  })
  const texts = { reason: what.reason, ...(what.riskInTelling ? { risk: what.risk } : {}) }
  await sealTexts(work, { kind: 'concern', about: aboutGlass(id), version: versionOf.reason, texts })
  writeTrail(work, { deed: 'asked to break the glass', about: aboutGlass(id), detail: { record: named.record } })
  await letSecondsRead(work, id, named)
  return yes(id)
}

async function letSecondsRead(work: Work, id: GlassId, named: NamedRecord): Promise<void> {
  const seconds = await possibleSeconds(work, { asker: work.asker.person, named })
  await letRead(
    work,
    aboutGlass(id),
    seconds.map((person) => ({ person, because: 'safeguarding lead', until: null })),
  )
  for (const person of seconds) await writeMail(work, person, askedMail, { glass: id })
}

/** The second person agrees or refuses, with the reason, and decides when those concerned are told. */
export async function answerGlass(
  work: Work,
  id: GlassId,
  what: { answer: 'agreed' | 'refused'; words: string; tellOn: Day | null },
): Promise<Decision> {
  const found = await findBoth(work, id)
  if (!found) return no('There is no such request')
  const by = work.asker.person
  const decision = decide(found.glass, { by, answer: what.answer, tellOn: what.tellOn }, work.moment)
  if (!decision.ok) return decision
  const against = await againstSecond(work, { second: by, asker: found.glass.askedBy, named: found.named })
  if (against) return no(against)
  await addGlassAnswer(work, id, decision.value)
  await keepWords(work, id, { version: versionOf.answer(found.glass.answers.length), words: what.words })
  const deed = what.answer === 'agreed' ? 'agreed to break the glass' : 'refused to break the glass'
  writeTrail(work, { deed, about: aboutGlass(id), detail: { record: found.named.record } })
  await writeMail(work, found.glass.askedBy, answeredMail, { glass: id })
  return yes()
}

/** Words beside a deed, for whoever reads the request. */
async function keepWords(work: Work, id: GlassId, what: { version: number; words: string }): Promise<void> {
  const { version, words } = what
  if (words !== '') await sealTexts(work, { kind: 'concern', about: aboutGlass(id), version, texts: { words } })
}

/** Opens the record for the asker, once, for an hour; those concerned are told now, unless the second person put it off. */
export async function openGlass(work: Work, id: GlassId): Promise<Decision> {
  const found = await findBoth(work, id)
  if (!found) return no('There is no such request')
  const decision = open(found.glass, work.asker.person, work.moment)
  if (!decision.ok) return decision
  const may = await mayAsk(work, found.named)
  if (!may.ok) return may
  await addOpening(work, id, decision.value)
  const { until } = decision.value
  for (const about of await thingsOf(work, found.named))
    await letRead(work, about, [{ person: work.asker.person, because: 'broke the glass', until }])
  const second = agreementOf(found.glass)
  writeTrail(work, {
    deed: 'broke the glass',
    about: thing('session record', found.named.record),
    detail: { glass: id, second: second?.by ?? '', until },
  })
  if (second?.tellOn === null) await tellAll(work, found)
  for (const reader of await findReaders(work, aboutGlass(id)))
    if (reader.person !== work.asker.person && reader.person !== second?.by)
      if (await mayReviewBy(work, reader.person, found.named))
        await writeMail(work, reader.person, toReviewMail, { glass: id })
  return yes()
}

type Both = { readonly glass: Glass; readonly named: NamedRecord }

async function findBoth(work: Work, id: GlassId): Promise<Both | null> {
  const glass = await lockGlass(work, id)
  const named = glass && (await findNamedRecord(work, glass.record))
  return glass && named ? { glass, named } : null
}

async function tellAll(work: Work, { glass, named }: Both): Promise<void> {
  const { person: by } = work.asker
  await addTelling(work, glass, { by, at: work.moment, decision: 'told', tellOn: null })
  writeTrail(work, { deed: 'told those concerned', about: aboutGlass(glass.id), detail: { record: named.record } })
  for (const person of peopleOf(named))
    if (person !== by) await writeMail(work, person, concernedMail, { glass: glass.id })
}

/** Tells those concerned now, or puts it off again with the reason. */
export async function decideTelling(
  work: Work,
  id: GlassId,
  what: { decision: 'told' | 'later'; tellOn: Day | null; words: string },
): Promise<Decision> {
  const found = await findBoth(work, id)
  if (!found) return no('There is no such request')
  const by = work.asker.person
  const mayReview = await mayReviewBy(work, by, found.named)
  const decision = tellConcerned(found.glass, { ...what, by, mayReview }, work.moment)
  if (!decision.ok) return decision
  if (what.decision === 'told') {
    await tellAll(work, found)
    return yes()
  }
  if (what.words === '') return no('Say who would be at risk, and how', 'words')
  await addTelling(work, found.glass, decision.value)
  await keepWords(work, id, { version: versionOf.telling(found.glass.tellings.length), words: what.words })
  writeTrail(work, { deed: 'put off telling', about: aboutGlass(id), detail: { until: what.tellOn ?? '' } })
  return yes()
}

/** The review by another: was it justified, and what follows. */
export async function reviewGlass(
  work: Work,
  id: GlassId,
  what: { outcome: ReviewOutcome; follows: string },
): Promise<Decision> {
  const found = await findBoth(work, id)
  if (!found) return no('There is no such request')
  const by = work.asker.person
  const decision = review(found.glass, { by, outcome: what.outcome }, work.moment)
  if (!decision.ok) return decision
  if (!(await mayReviewBy(work, by, found.named)))
    return no('A senior advisor, named or designated professional reviews it, who is not near to those concerned')
  await addReview(work, id, decision.value)
  await keepWords(work, id, { version: versionOf.review, words: what.follows })
  writeTrail(work, {
    deed: 'reviewed a broken glass',
    about: aboutGlass(id),
    detail: { outcome: what.outcome, record: found.named.record },
  })
  return yes()
}
