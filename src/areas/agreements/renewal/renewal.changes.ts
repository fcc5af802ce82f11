// Renewing: looking back, each alone, then beginning the next text from the present one (SPEC 4.4). What is written is sealed and
// is read by the two alone; the other side's only once one's own was sent.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { draftVersion, letRead, openTexts, sealTexts, type Texts, thing, writeTrail } from '../../records/index.ts'
import { type Agreement, type AgreementId, isParty } from '../agreement/agreement.ts'
import { startAgreement } from '../agreement/agreement.changes.ts'
import { findFollower } from '../agreement/agreement.store.ts'
import { aboutAgreement, templateToday } from '../agreement/keeping.changes.ts'
import { usualTerm } from '../agreement/term.ts'
import { neededAnswers } from './look-back.form.ts'
import { findLookBacks, openLookBack, saveLookBack } from './look-back.store.ts'
import { type LookBackQuestions, questionsFor } from './look-back.view.ts'
import {
  decideNext,
  type LookBack,
  mayLookBack,
  mayReadOthers,
  opensFor,
  type Renewable,
  type RenewalStep,
  renewalStep,
  sendLookBack,
} from './renewal.ts'

/** The renewal of an agreement as it stands for the asker. */
export type Renewal = {
  readonly agreement: Agreement
  /** The policy's name for it: 'Clinical supervision contract'. */
  readonly name: string
  readonly renewable: Renewable
  readonly step: RenewalStep
  readonly lookBacks: readonly LookBack[]
  readonly own: LookBack | null
  readonly asks: LookBackQuestions
}

/** What a look back's words are sealed about. */
export const aboutLookBack = ({ id }: Pick<LookBack, 'id'>) => thing('look back', id)
const sentVersion = 1

/** How an agreement's renewal stands for the asker; `meetingOn`: a day on which the two want to meet. */
export async function renewalOf(
  work: Work,
  agreement: Agreement,
  { meetingOn = null }: { meetingOn?: Day | null } = {},
): Promise<Renewal> {
  const person = work.asker.person
  const template = await templateToday(work, agreement.template)
  const lookBacks = await findLookBacks(work, [agreement.id])
  const { from, until } = agreement
  const opening = { today: work.today, meetingOn, isBegun: lookBacks.length > 0 }
  const renewable: Renewable = {
    parties: agreement.parties.map((party) => party.person),
    state: agreement.state,
    from,
    until,
    opens: from && until ? opensFor({ from, until }, template?.rules ?? usualTerm, opening) : null,
    looksBack: agreement.kind !== 'ground rules',
    next: (await findFollower(work, agreement.id))?.id ?? null,
  }
  return {
    agreement,
    name: template?.name ?? 'Contract',
    renewable,
    step: renewalStep(renewable, lookBacks, { person, today: work.today }),
    lookBacks,
    own: lookBacks.find((one) => one.person === person) ?? null,
    asks: questionsFor(await policyOn(work), agreement.template),
  }
}

/** Keeps what has been typed; refused with nothing lost when it was typed on an older page. */
export async function keepLookBack(
  work: Work,
  renewal: Renewal,
  { texts, fromSave }: { texts: Texts; fromSave: number },
): Promise<Decision<LookBack>> {
  const { agreement } = renewal
  if (!isParty(agreement, work.asker.person)) return no('Only the people named in it look back on it')
  const may = mayLookBack(renewal.step, renewal.own)
  if (!may.ok) return may
  const own = await openLookBack(work, agreement.id)
  if (!own) return no('You have sent it already')
  if (own.save !== fromSave && !(await isAsKept(work, own, texts)))
    return no('You saved this in another window meanwhile. What you typed here is below; save it again to keep it')
  const next = { ...own, save: own.save + 1 }
  await saveLookBack(work, next)
  await sealTexts(work, { kind: 'agreement', about: aboutLookBack(own), version: draftVersion, texts })
  return yes(next)
}

/** As after an autosave whose answer came too late: nothing in what is sent now is different from what was kept. */
async function isAsKept(work: Work, own: LookBack, texts: Texts): Promise<boolean> {
  const kept = (await openTexts(work, { about: aboutLookBack(own), version: draftVersion })).texts
  return Object.entries(texts).every(([key, text]) => (kept[key] ?? '') === text)
}

/** Sends one's own look back: from now on it stays as it is, and the other side reads it once they have sent theirs. */
export async function sendOwnLookBack(
  work: Work,
  renewal: Renewal,
  what: { texts: Texts; fromSave: number },
): Promise<Decision<LookBack>> {
  const kept = await keepLookBack(work, renewal, what)
  if (!kept.ok) return kept
  const needed = neededAnswers(renewal.asks.questions)
  const sent = sendLookBack(kept.value, { texts: what.texts, needed, now: work.moment })
  if (!sent.ok) return sent
  await saveLookBack(work, sent.value)
  const about = aboutLookBack(sent.value)
  await sealTexts(work, { kind: 'agreement', about, version: sentVersion, texts: what.texts })
  const others = renewal.agreement.parties.filter((party) => party.person !== work.asker.person)
  await letRead(
    work,
    about,
    others.map(({ person, as }) => ({ person, because: as, until: null })),
  )
  writeTrail(work, { deed: 'looked back', about: aboutAgreement(renewal.agreement) })
  return sent
}

/** What the asker has written so far. */
export async function readOwnDraft(work: Work, { own }: Renewal): Promise<Texts> {
  return own ? (await openTexts(work, { about: aboutLookBack(own), version: draftVersion })).texts : {}
}

export type ReadLookBack = { readonly lookBack: LookBack; readonly person: PersonId; readonly texts: Texts }

/** What was sent: one's own, and the other side's once one's own was sent too. Each opening leaves its line. */
export async function readSent(work: Work, { lookBacks }: Renewal): Promise<readonly ReadLookBack[]> {
  const asker = work.asker.person
  const mayAll = mayReadOthers(lookBacks, asker)
  const read: ReadLookBack[] = []
  for (const lookBack of lookBacks) {
    if (lookBack.sentAt === null || (lookBack.person !== asker && !mayAll)) continue
    const opened = await openTexts(work, { about: aboutLookBack(lookBack), version: sentVersion })
    read.push({ lookBack, person: lookBack.person, texts: opened.texts })
  }
  return read
}

/** Begins the next agreement from the present text, for the same people (SPEC 4.4). */
export async function beginNext(work: Work, renewal: Renewal): Promise<Decision<AgreementId>> {
  const { agreement } = renewal
  const may = decideNext(renewal.step)
  if (!may.ok) return may
  const { template, parties, about } = agreement
  const started = await startAgreement(work, {
    template,
    parties,
    ...(about ? { about } : {}),
    follows: agreement.id,
  })
  if (!started.ok) return started
  const detail = { follows: agreement.id, silent: may.value.length }
  writeTrail(work, { deed: 'renewal begun', about: aboutAgreement({ id: started.value }), detail })
  return started
}
