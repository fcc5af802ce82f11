// Which of the asker's contracts want renewing now; reads only. Later areas say which of those that are over still matter.
import type { Need } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { policyHistory } from '../../policy/index.ts'
import type { Agreement, AgreementId } from '../agreement/agreement.ts'
import { findAgreementsOf } from '../agreement/agreement.store.ts'
import { templateOn } from '../agreement/template.view.ts'
import { findLookBacks } from './look-back.store.ts'
import { opensFor, type Renewable, renewalStep } from './renewal.ts'
import { type OpenRenewal, renewalNeed } from './renewal.view.ts'

/** Which of these agreements still stand for something: two people who go on together, a set that goes on meeting. */
declare module '../../../platform/area.ts' {
  interface Questions {
    'which agreements go on': { about: { readonly agreements: readonly Agreement[] }; answer: AgreementId }
  }
}

/** What waits for the asker in renewals, until the next one has been begun (SPEC 4.4). */
export async function renewalNeeds(work: Work): Promise<readonly Need[]> {
  const open = await openRenewals(work)
  return open.flatMap((one) => renewalNeed(one, work.today))
}

async function openRenewals(work: Work): Promise<readonly OpenRenewal[]> {
  const all = await findAgreementsOf(work, work.asker.person)
  const followed = new Set(all.flatMap((one) => (one.state === 'withdrawn' ? [] : (one.follows ?? []))))
  const signed = all.filter((one) => one.state === 'signed' && !followed.has(one.id))
  if (signed.length === 0) return []
  const history = await policyHistory(work)
  const lookBacks = await findLookBacks(
    work,
    signed.map((one) => one.id),
  )
  const steps = signed.flatMap((agreement) => {
    const own = lookBacks.filter((one) => one.agreement === agreement.id)
    const template = templateOn(history, work.today, agreement.template)
    const { from, until } = agreement
    if (!from || !until || !template) return []
    const opening = { today: work.today, meetingOn: null, isBegun: own.length > 0 }
    const renewable: Renewable = {
      parties: agreement.parties.map((party) => party.person),
      state: agreement.state,
      from,
      until,
      opens: opensFor({ from, until }, template.rules, opening),
      looksBack: agreement.kind !== 'ground rules',
      next: null,
    }
    const step = renewalStep(renewable, own, { person: work.asker.person, today: work.today })
    const waits = step.step === 'look back' || (step.step === 'ready' && leads(agreement, work))
    return waits ? [{ agreement, until, step, name: template.name }] : []
  })
  return inWords(work, await stillMeant(work, steps))
}

type Step = { readonly agreement: Agreement } & Pick<OpenRenewal, 'until' | 'step' | 'name'>

/** Ground rules are begun anew by whoever facilitates. */
const leads = (agreement: Agreement, { asker }: Work): boolean =>
  agreement.kind !== 'ground rules' ||
  agreement.parties.some((party) => party.person === asker.person && party.as === 'facilitator')

/** Those that are over only where somebody says that they go on. */
async function stillMeant(work: Work, steps: readonly Step[]): Promise<readonly Step[]> {
  const over = steps.filter((one) => one.until <= work.today).map((one) => one.agreement)
  if (over.length === 0) return steps
  const goOn = new Set(await work.ask('which agreements go on', { agreements: over }))
  return steps.filter((one) => one.until > work.today || goOn.has(one.agreement.id))
}

async function inWords(work: Work, steps: readonly Step[]): Promise<readonly OpenRenewal[]> {
  const others = (one: Step) =>
    one.agreement.parties.map((party) => party.person).filter((person) => person !== work.asker.person)
  const names = await namesOf(work, steps.flatMap(others))
  return steps.map((one) => ({
    agreement: one.agreement.id,
    name: one.name,
    groundRules: one.agreement.kind === 'ground rules',
    others: others(one)
      .map((person) => names.get(person) ?? 'somebody')
      .join(', '),
    until: one.until,
    step: one.step,
  }))
}
