// Gathers what the page of an ending says to the one of the two who looks; reads only. Why they could not talk is said to
// whoever said so, and to nobody else: it could be that somebody is at risk.
import type { PersonId } from '../../../platform/ids.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { toldApart } from '../../actions/index.ts'
import { agreementsBetween, findAgreement, isOpen } from '../../agreements/index.ts'
import { policyOn } from '../../policy/index.ts'
import { findCasesOf } from '../case/case.store.ts'
import { findOpenSessionsOf } from '../session/session.store.ts'
import { shortWhen } from '../session/session.view.ts'
import { namer, typeNamer } from '../supervision.changes.ts'
import { plainPart, type RecordPart } from '../terms/terms.ts'
import { templateParts } from '../terms/terms.view.ts'
import { mayTakeBack } from '../ending/ending.changes.ts'
import { type Ending, type NotTalked, otherOf } from '../ending/ending.ts'
import { leftOpen } from './left-open.changes.ts'

/** Everything that the page of an ending says. */
export type EndingShown = Awaited<ReturnType<typeof gatherEnding>>

/** All of it at once, for the one who asks; opens the words of their actions (SPEC 4.5). */
export async function gatherEnding(work: Work, ending: Ending) {
  const asker = work.asker.person
  const nameOf = await namer(work, [
    ending.supervisee,
    ending.supervisor,
    ...(ending.successor ? [ending.successor] : []),
  ])
  const typeName = await typeNamer(work)
  const left = await leftOpen(work, ending)
  const mine = ending.supervisee === asker
  const successor = ending.successor ? nameOf(ending.successor) : ''
  return {
    nameOf,
    typeName,
    left,
    successor,
    other: nameOf(otherOf(ending, asker)),
    kinds: ending.types.length === 0 ? 'Your contract' : ending.types.map(typeName).join(', '),
    talked: talkedWords(ending, asker),
    next: nextWords(ending, { mine, successor }),
    told: toldWords(ending, { mine, supervisee: nameOf(ending.supervisee), successor }),
    duties: toldApart(left.actions.map(({ action }) => `the action due ${formatDay(action.due)}`)),
    contract: mine ? await newContract(work, ending, successor) : null,
    due: mine ? await dueWords(work, ending, typeName) : [],
    cases: mine ? await casesWords(work, ending, nameOf(ending.supervisor)) : null,
    groups: await groupWords(work, ending, { typeName, supervisor: nameOf(ending.supervisor) }),
    parts: await endingParts(work, ending),
    mayTakeBack: (await mayTakeBack(work, ending)).ok,
  }
}

const whyNot: Readonly<Record<NotTalked, string>> = {
  away: 'One of you was away or had left.',
  'no answer': 'You tried, and could not reach the other.',
  risk: 'It could have put somebody at risk. Only you see this line.',
}

function talkedWords({ talked, by }: Ending, asker: PersonId): string {
  if ('on' in talked) return `On ${formatDay(talked.on)}`
  return by === asker ? `No. ${whyNot[talked.notBecause]}` : 'Not before it ended'
}

function nextWords({ on, kind }: Ending, { mine, successor }: { mine: boolean; successor: string }): string {
  if (successor !== '') return mine ? `${successor}, from ${formatDay(on)}` : 'Has been chosen'
  if (kind === 'no longer needed') return 'Not needed'
  return mine ? 'Choose one yourself, or with your line manager’s help' : 'Not chosen yet'
}

function toldWords(
  { kind }: Ending,
  { mine, supervisee, successor }: { mine: boolean; supervisee: string; successor: string },
): string {
  if (successor !== '')
    return mine ? `${successor}, that you have chosen them. Nobody else.` : 'The new supervisor. Nobody else.'
  if (kind === 'no longer needed') return 'Nobody but the two of you'
  const whose = mine ? 'Your line manager' : `The line manager of ${supervisee}`
  return `${whose}, that a supervisor is needed. Not why, and not who ended it.`
}

async function newContract(work: Work, { supervisee, successor, at }: Ending, name: string) {
  if (successor === null) return null
  const found = (await agreementsBetween(work, [supervisee, successor])).find(
    (one) => isOpen(one) && one.startedAt >= at,
  )
  return found ? { href: `/agreements/${found.id}`, words: `Look at the contract with ${name}` } : null
}

/** When the supervisee needs supervision of these kinds next: the obligation goes on without this supervisor. */
async function dueWords(work: Work, { supervisee, types }: Ending, typeName: (key: string) => string) {
  const words: string[] = []
  for (const type of types)
    for (const { on } of await work.ask('when supervision is due', { people: [supervisee], type, day: work.today }))
      if (on) words.push(`${typeName(type)} is due by ${formatDay(on)}.`)
  return [...new Set(words)]
}

async function casesWords(work: Work, ending: Ending, supervisor: string): Promise<string | null> {
  const policy = await policyOn(work)
  const caseWork = ending.types.some((type) => [true, 'yes'].includes(policy.type(type)?.caseWork ?? false))
  const open = caseWork ? (await findCasesOf(work, ending.supervisee)).filter((one) => one.state === 'open').length : 0
  if (open === 0) return null
  const count = open === 1 ? '1 case stays' : `${open} cases stay`
  return `${count} on your list. ${supervisor} reads nothing that is written of them from now on, unless you bring them to a session that you keep.`
}

/** Groups that the supervisor leads go on: they belong to the team. */
async function groupWords(
  work: Work,
  ending: Ending,
  { typeName, supervisor }: { typeName: (key: string) => string; supervisor: string },
): Promise<readonly string[]> {
  if (ending.supervisee !== work.asker.person) return []
  const open = await findOpenSessionsOf(work, ending.supervisee)
  return open
    .filter((one) => one.format === 'group' && one.supervisor === ending.supervisor && one.startsAt > work.moment)
    .map((one) => `The group that ${supervisor} leads on ${shortWhen(one)} goes on as booked (${typeName(one.type)}).`)
}

const plain: readonly RecordPart[] = [
  plainPart('thanks', 'What do you take with you?', 'What was good, what you learned, what you wish each other', 'no'),
]

/**
 * What the policy asks of the two when they part, by the template of their contract, as far as the page does not answer it
 * already; else one plain question. The questions for a few words, none of which must be answered. Ticks and
 * choices are the page's own.
 */
export async function endingParts(work: Work, ending: Ending): Promise<readonly RecordPart[]> {
  const policy = await policyOn(work)
  const templates = new Set<string>()
  for (const type of ending.types) templates.add(policy.type(type)?.agreement ?? 'none')
  for (const id of ending.agreements) templates.add((await findAgreement(work, id))?.template ?? 'none')
  const data = policy.packs.flatMap((pack) => pack.agreements ?? []).find((one) => templates.has(one.key))
  const template = data?.endingTemplate === undefined ? null : policy.template(data.endingTemplate)
  const parts = template ? templateParts(policy, template).filter(isWords) : []
  return parts.length > 0 ? parts.map((part) => ({ ...part, needed: 'no' })) : plain
}

const isWords = (part: RecordPart): boolean => part.answer === 'long text' || part.answer === 'short text'
