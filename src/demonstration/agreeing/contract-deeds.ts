// Before a session is booked, its people have the contract that its kind needs: whatever is missing for its day is begun and
// signed by the supervisor that morning, and by each of the others an hour later. What holds already stays.
import {
  type Agreement,
  type AgreementId,
  closeText,
  fillIn,
  findAgreement,
  openAgreementText,
  signAgreement,
  startAgreement,
} from '../../areas/agreements/index.ts'
import { lackOfWanted } from '../../areas/supervision/index.ts'
import type { Work } from '../../platform/work.ts'
import { blankWords } from '../words/contract-words.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { PlannedSession } from '../history/planned-session.ts'

/** Kinds of the shipped packs that need a contract of two, each with its template. */
const needed: Readonly<Record<string, string>> = {
  'child-protection-case-work': 'safeguarding-contract',
  'safeguarding-professionals-planned': 'safeguarding-contract',
  'named-professionals-supervision': 'safeguarding-contract',
  'one-to-one-clinical': 'one-to-one-contract',
}

/** What must be signed before this session can be booked. */
export function contractDeeds(making: Making, plan: PlannedSession): readonly Deed[] {
  const template = needed[plan.type]
  const { bookedOn } = plan
  if (template === undefined || bookedOn === null) return []
  const begun = new Map<string, AgreementId>()
  const begins: Deed = {
    at: at(bookedOn, '10:20'),
    by: plan.supervisor,
    run: (work) => beginMissing(work, making, { plan, template, begun }),
  }
  const signs = (person: string): Deed => ({
    at: at(bookedOn, '11:20'),
    by: person,
    run: async (work) => {
      const id = begun.get(person)
      const agreement = id && (await findAgreement(work, id))
      if (agreement) await sign(work, agreement)
    },
  })
  return [begins, ...plan.people.map(signs)]
}

/** Begins what is missing, from the earlier text where there was one, closes it and signs. */
async function beginMissing(
  work: Work,
  making: Making,
  { plan, template, begun }: { plan: PlannedSession; template: string; begun: Map<string, AgreementId> },
): Promise<void> {
  const keys = new Map(plan.people.map((key) => [idOf(making.people, key), key]))
  const supervisor = idOf(making.people, plan.supervisor)
  const wanted = { type: plan.type, supervisor, supervisees: [...keys.keys()], startsAt: at(plan.day, plan.time) }
  const lack = await lackOfWanted(work, wanted)
  for (const { person, state } of lack?.missing ?? []) {
    if (state.is === 'on its way') continue
    const parties = [
      { person, as: 'supervisee' },
      { person: supervisor, as: 'supervisor' },
    ] as const
    const follows = state.is === 'over' ? state.id : undefined
    const id = sure(await startAgreement(work, { template, parties, follows }))
    await closeAndSign(work, id)
    begun.set(keys.get(person) ?? '', id)
  }
}

async function closeAndSign(work: Work, id: AgreementId): Promise<void> {
  const opened = await openAgreementText(work, id)
  if (!opened) throw new Error('The demonstration cannot open its own contract')
  const empty = opened.text.blanks.filter((blank) => blank.value === '' && blankWords[blank.key])
  const blanks = Object.fromEntries(empty.map((blank) => [blank.key, blankWords[blank.key] ?? '']))
  const { version } = opened.agreement
  const now = empty.length > 0 ? sure(await fillIn(work, id, { version, blanks })).version : version
  await sign(work, sure(await closeText(work, id, { version: now })))
}

async function sign(work: Work, { id, textHash }: Agreement): Promise<void> {
  sure(
    await signAgreement(work, id, {
      typedName: work.asker.name,
      textHash: textHash ?? '',
      freshAt: work.moment,
      means: 'demonstration',
    }),
  )
}
