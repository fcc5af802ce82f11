// Concerns that were passed on, and records opened in need: two concerns (one decided not to share), one about practice with
// the plan of support that came of it, one record opened last month and reviewed, one request that waits for a second person.
import {
  addToConcern,
  answerGlass,
  askForRecord,
  closeConcern,
  type ConcernId,
  findConcern,
  findPractices,
  type GlassId,
  openGlass,
  passOn,
  reportStep,
  reviewGlass,
  seeConcern,
  writePlan,
} from '../../areas/disclosure/index.ts'
import { findNamedRecords, type NamedRecord } from '../../areas/supervision/index.ts'
import { addDays, type Day } from '../../platform/time/day.ts'
import { addMinutes, type Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { concernWords, glassWords, supportWords } from '../words/disclosure-words.ts'
import type { Deed } from './deeds.ts'
import { at, idOf, type Making, sure } from './making.ts'

/** Everything of the above whose people work in this demonstration; `now` is when it is made. */
export function disclosureDeeds(
  making: Making,
  staff: readonly PlannedPerson[],
  { span, now }: { span: Span; now: Moment },
): readonly Deed[] {
  const works = (...keys: readonly string[]) => keys.every((key) => staff.some((one) => one.key === key))
  const ago = (days: number, time: string) => at(addDays(span.today, -days), time)
  return [
    ...(works('dora', 'amina') ? passedOn(ago) : []),
    ...(works('femi', 'amina') ? notShared(ago) : []),
    ...(works('tom', 'dora', 'grace') ? supported(making, ago, span.today) : []),
    ...(works('tom', 'senior1', 'designatedNurse') ? openedInNeed(making, ago, span.today) : []),
    ...(works('advisor2', 'amina') ? [waitingForSecond(making, addMinutes(now, -40), span.today)] : []),
  ]
}

type Ago = (days: number, time: string) => Moment
const plain = { about: null, named: null, telling: 'nobody is named' } as const
const kind = { kind: 'safeguarding children', routeKey: 'child-concern' } as const

function passedOn(ago: Ago): readonly Deed[] {
  const known: { id: ConcernId | null } = { id: null }
  const about =
    <T>(run: (work: Work, id: ConcernId) => Promise<T>) =>
    (work: Work) =>
      known.id ? run(work, known.id) : Promise.resolve()
  const texts = { concern: concernWords.worry, whom: concernWords.whom, why: '', risk: '', forManager: '' }
  const toldAt = ago(18, '14:50')
  return [
    {
      at: ago(18, '15:20'),
      by: 'dora',
      run: async (work) => {
        known.id = sure(await passOn(work, { ...plain, ...kind, outcome: 'told', toldAt, toldHow: 'phone', texts }))
      },
    },
    {
      at: ago(17, '09:10'),
      by: 'amina',
      run: about(async (work, id) => sure(await addToConcern(work, id, { words: concernWords.added }))),
    },
    {
      at: ago(11, '16:05'),
      by: 'amina',
      run: about(async (work, id) => sure(await closeConcern(work, id, { came: concernWords.came }))),
    },
  ]
}

const notShared = (ago: Ago): readonly Deed[] => [
  {
    at: ago(2, '12:35'),
    by: 'femi',
    run: async (work) => {
      const texts = { concern: concernWords.doubt, whom: '', why: concernWords.why, risk: '', forManager: '' }
      const what = { ...plain, ...kind, outcome: 'not shared', toldAt: null, toldHow: null, texts } as const
      sure(await passOn(work, what))
    },
  },
]

/** A concern about practice: spoken of first, written for the line manager, and a plan with steps that the two agreed. */
function supported(making: Making, ago: Ago, today: Day): readonly Deed[] {
  const known: { id: ConcernId | null } = { id: null }
  const texts = { concern: supportWords.concern, whom: supportWords.whom, why: '', risk: '' }
  const about = { ...plain, kind: 'practice', routeKey: 'practice-concern', telling: 'told', outcome: 'told' } as const
  const toldAt = ago(24, '11:30')
  return [
    {
      at: ago(24, '12:10'),
      by: 'tom',
      run: async (work) => {
        const named = idOf(making.people, 'dora')
        const what = { ...about, named, toldAt, toldHow: 'in person' as const }
        known.id = sure(await passOn(work, { ...what, texts: { ...texts, forManager: supportWords.forManager } }))
      },
    },
    {
      at: ago(23, '08:50'),
      by: 'dora',
      run: async (work) => {
        const concern = known.id && (await findConcern(work, known.id))
        if (concern) await seeConcern(work, concern)
      },
    },
    { at: ago(20, '14:20'), by: 'grace', run: (work) => planOf(work, known.id, today) },
    {
      at: ago(6, '16:40'),
      by: 'dora',
      run: async (work) => {
        const practice = await practiceOf(work, known.id)
        if (practice) sure(await reportStep(work, practice, { step: 1, outcome: 'done', due: null }))
      },
    },
  ]
}

const practiceOf = async (work: Work, id: ConcernId | null) => id && (await findPractices(work, { concern: id }))[0]

async function planOf(work: Work, id: ConcernId | null, today: Day): Promise<void> {
  const practice = await practiceOf(work, id)
  if (!practice) return
  const [first, second, third] = supportWords.steps
  const steps = [
    { words: first, doer: 'person' as const, due: addDays(today, -5) },
    { words: second, doer: 'manager' as const, due: addDays(today, 16) },
    { words: third, doer: 'person' as const, due: addDays(today, 30) },
  ]
  sure(await writePlan(work, practice, { kind: 'plan', words: supportWords.plan, on: addDays(today, 37), steps }))
}

/** The latest signed record of a supervisor's before a day, within two months. */
async function recordOf(work: Work, making: Making, supervisor: string, before: Day): Promise<NamedRecord | null> {
  const person = idOf(making.people, supervisor)
  const [from, to] = [at(addDays(before, -60), '00:00'), at(before, '00:00')]
  const found = await findNamedRecords(work, { person, from, to })
  return found.findLast((one) => one.supervisor === person && one.kind !== 'own part') ?? null
}

function openedInNeed(making: Making, ago: Ago, today: Day): readonly Deed[] {
  const known: { id: GlassId | null } = { id: null }
  const about =
    <T>(run: (work: Work, id: GlassId) => Promise<T>) =>
    (work: Work) =>
      known.id ? run(work, known.id) : Promise.resolve()
  return [
    {
      at: ago(33, '10:40'),
      by: 'tom',
      run: async (work) => {
        const named = await recordOf(work, making, 'advisor1', addDays(today, -34))
        if (!named) return
        const what = { reason: glassWords.reason, riskInTelling: false, risk: '' }
        known.id = sure(await askForRecord(work, named, { cause: 'author ill or away', ...what }))
      },
    },
    {
      at: ago(33, '10:55'),
      by: 'senior1',
      run: about(async (work, id) =>
        sure(await answerGlass(work, id, { answer: 'agreed', words: glassWords.agreed, tellOn: null })),
      ),
    },
    { at: ago(33, '11:05'), by: 'tom', run: about(async (work, id) => sure(await openGlass(work, id))) },
    {
      at: ago(29, '15:30'),
      by: 'designatedNurse',
      run: about(async (work, id) =>
        sure(await reviewGlass(work, id, { outcome: 'justified', follows: glassWords.follows })),
      ),
    },
  ]
}

const waitingForSecond = (making: Making, when: Moment, today: Day): Deed => ({
  at: when,
  by: 'advisor2',
  run: async (work) => {
    const named = await recordOf(work, making, 'tom', today)
    if (!named) return
    const what = { reason: glassWords.waiting, riskInTelling: false, risk: '' }
    sure(await askForRecord(work, named, { cause: 'author cannot be reached', ...what }))
  },
})
