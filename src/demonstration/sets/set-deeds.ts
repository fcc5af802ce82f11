// Two action learning sets: one that has met since its ground rules were signed, and one that is agreeing them, with a concern to
// talk through, suggestions that wait, and two people who have not answered yet.
import {
  type AgreementId,
  agreeWithRest,
  closeRules,
  commentOnClause,
  fillIn,
  findAgreement,
  noteTalkedThrough,
  saveHopes,
  signAgreement,
  suggestClause,
  takeStance,
} from '../../areas/agreements/index.ts'
import { beginRules, joinSet, makeSet, type SetId } from '../../areas/learning-sets/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import {
  commentWords,
  concernWords,
  filledIn,
  hopesOf,
  newClauseWords,
  otherWords,
  secondConcernWords,
  sharedOf,
  talkedWords,
} from './set-words.ts'
import type { Deed } from '../making/deeds.ts'
import { programmeDeeds } from './programme-deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import { meetingDeeds } from './meeting-deeds.ts'

const seen = Number.MAX_SAFE_INTEGER
const tuesday = {
  name: 'Tuesday set',
  facilitator: 'learning',
  members: ['dora', 'chloe', 'tom', 'adults1', 'namedMidwife', 'advisor3'],
} as const
const west = {
  name: 'Fairwater west set',
  facilitator: 'lowri',
  members: ['femi', 'advisor2', 'marcus', 'adults2', 'senior1'],
} as const
/** Those of the second set who have not answered everything. */
const silent: readonly string[] = ['marcus', 'adults2']

type Tale = { readonly name: string; readonly facilitator: string; readonly members: readonly string[] }

/** Both sets, when their people work in this demonstration. */
export function setDeeds(making: Making, staff: readonly PlannedPerson[], span: Span): readonly Deed[] {
  const works = (tale: Tale) => [tale.facilitator, ...tale.members].every((key) => staff.some((one) => one.key === key))
  return [
    ...(works(tuesday) ? signedSet(making, span) : []),
    ...(works(west) ? agreeingSet(making, span) : []),
    ...programmeDeeds(making, staff, span),
  ]
}

type Known = { set: SetId | null; rules: AgreementId | null }

/** Deeds of one set, each with the set and its rules as they are known by then. */
function telling(making: Making, span: Span, tale: Tale) {
  const known: Known = { set: null, rules: null }
  const deed = (
    ago: number,
    time: string,
    by: string,
    run: (work: Work, rules: AgreementId) => Promise<unknown>,
  ): Deed => ({
    at: at(addDays(span.today, -ago), time),
    by,
    run: (work) => (known.rules ? run(work, known.rules) : Promise.resolve()),
  })
  const begun = (ago: number): Deed => ({
    at: at(addDays(span.today, -ago), '09:05'),
    by: tale.facilitator,
    run: async (work) => {
      known.set = await made(work, making, tale, addDays(span.today, -ago))
      known.rules = sure(await beginRules(work, known.set))
      const version = (await findAgreement(work, known.rules))?.version ?? 1
      sure(await fillIn(work, known.rules, { version, blanks: filledIn }))
    },
  })
  return { deed, begun, known }
}

async function made(work: Work, making: Making, tale: Tale, from: Day): Promise<SetId> {
  const facilitator = idOf(making.people, tale.facilitator)
  const id = sure(
    await makeSet(work, { name: tale.name, type: 'action-learning-set', from, facilitator, deputy: null }),
  )
  const people = tale.members.map((key) => idOf(making.people, key))
  sure(await joinSet(work, id, { people, as: 'member', from }))
  return id
}

const agrees = async (work: Work, rules: AgreementId) => sure(await agreeWithRest(work, rules, { seen }))

function signedSet(making: Making, span: Span): readonly Deed[] {
  const { deed, begun, known } = telling(making, span, tuesday)
  const all = [tuesday.facilitator, ...tuesday.members]
  const concern = async (work: Work, rules: AgreementId) => {
    sure(await takeStance(work, rules, { clause: 'confidentiality', stance: 'concern', seen, why: secondConcernWords }))
    await agrees(work, rules)
  }
  const settle = async (work: Work, rules: AgreementId) => {
    sure(await noteTalkedThrough(work, rules, { concern: 1, how: talkedWords }))
    await agrees(work, rules)
    const version = (await findAgreement(work, rules))?.version ?? 0
    sure(await closeRules(work, rules, { version }))
  }
  const signs = async (work: Work, rules: AgreementId) => {
    const textHash = (await findAgreement(work, rules))?.textHash ?? ''
    const how = { typedName: work.asker.name, textHash, freshAt: work.moment, means: 'demonstration' } as const
    sure(await signAgreement(work, rules, how))
  }
  return [
    begun(100),
    deed(98, '08:10', 'chloe', concern),
    ...tuesday.members.filter((key) => key !== 'chloe').map((key, index) => deed(97, `1${index}:15`, key, agrees)),
    deed(96, '16:40', tuesday.facilitator, settle),
    ...all.map((key, index) => deed(95 - (index % 3), `1${index}:05`, key, signs)),
    ...meetingDeeds(making, span, { ...tuesday, setOf: () => known.set }),
  ]
}

function agreeingSet(making: Making, span: Span): readonly Deed[] {
  const { deed, begun } = telling(making, span, west)
  const hoping = (key: string) =>
    deed(9, key === 'femi' ? '08:20' : '12:45', key, async (work, rules) => {
      const agreement = await findAgreement(work, rules)
      if (agreement)
        sure(await saveHopes(work, agreement, { answers: hopesOf[key] ?? {}, ticked: sharedOf[key] ?? [] }))
    })
  return [
    begun(11),
    hoping('femi'),
    hoping('advisor2'),
    deed(8, '08:30', 'femi', async (work, rules) => {
      sure(await takeStance(work, rules, { clause: 'punctuality', stance: 'concern', seen, why: concernWords }))
      await agrees(work, rules)
    }),
    deed(7, '12:10', 'senior1', async (work, rules) => {
      sure(await commentOnClause(work, rules, { clause: 'punctuality', words: commentWords }))
      await agrees(work, rules)
    }),
    deed(6, '17:20', 'advisor2', async (work, rules) => {
      const { why, ...words } = otherWords
      const suggested = { what: 'change', ...words } as const
      sure(await suggestClause(work, rules, { clause: 'punctuality', suggested, why }))
      sure(await suggestClause(work, rules, { clause: null, ...newClauseWords }))
      await agrees(work, rules)
    }),
    deed(5, '09:00', west.facilitator, agrees),
    ...silent
      .slice(0, 1)
      .map((key) =>
        deed(3, '13:00', key, async (work, rules) =>
          sure(await takeStance(work, rules, { clause: 'commitment', stance: 'agrees', seen, why: '' })),
        ),
      ),
  ]
}
