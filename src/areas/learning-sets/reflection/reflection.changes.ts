// Writing down what one has learned, and sharing some of it with the set (SPEC 7.9). One's own is sealed for its author alone,
// what is shared for the people of the set as it is then.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn, textOf } from '../../policy/index.ts'
import { letRead, openTexts, removeReader, sealTexts, thing } from '../../records/index.ts'
import type { MeetingId } from '../room/planned-meeting.ts'
import { type LearningSet, peopleOn } from '../set/set.ts'
import {
  answersToShare,
  type LearningAnswers,
  type LearningQuestion,
  mayReflect,
  ownLearningQuestions,
  type Reflection,
} from './reflection.ts'
import { findReflections, insertReflection, saveReflection } from './reflection.store.ts'

/** Of what somebody writes what they learned: one meeting of a set, or its whole life. */
export type Learned = { readonly set: LearningSet; readonly meeting: MeetingId | null }

const aboutOwn = ({ id }: Pick<Reflection, 'id'>) => thing('reflection', id)
const aboutShared = ({ sharedAbout }: Pick<Reflection, 'sharedAbout'>) => thing('shared reflection', sharedAbout)
/** One's own can be written over, so it is kept as a draft; what is shared is sealed anew each time. */
const OWN = 0
const SHARED = 1

/** What is asked: by the policy's template for this kind of set, or questions of our own. */
export async function learningQuestions(work: Work, set: LearningSet): Promise<readonly LearningQuestion[]> {
  const policy = await policyOn(work)
  const key = policy.type(set.type)?.reflection
  const sections = (key && policy.template(key)?.sections) || []
  const asked = sections
    .flatMap((section) => section.questions)
    .filter((one) => one.answer === 'long text' || one.answer === 'short text')
    .map((one) => ({ key: one.key, label: textOf(one.label), isShort: one.answer === 'short text' }))
  return asked.length > 0 ? asked : ownLearningQuestions
}

export type MyLearning = {
  readonly save: number
  readonly answers: LearningAnswers
  readonly shared: readonly string[]
}

/** The asker's own answers, and which of them they share. */
export async function openMyLearning(work: Work, of: Learned): Promise<MyLearning> {
  const own = await findOwn(work, of)
  if (!own) return { save: 0, answers: {}, shared: [] }
  const { texts } = await openTexts(work, { about: aboutOwn(own), version: OWN })
  const answers = texts.answers === undefined ? {} : (JSON.parse(texts.answers) as LearningAnswers)
  const shared = texts.shared === undefined ? [] : (JSON.parse(texts.shared) as readonly string[])
  return { save: own.save, answers, shared }
}

const findOwn = async (work: Work, { set, meeting }: Learned): Promise<Reflection | null> =>
  (await findReflections(work, { set: set.id, meeting })).find((one) => one.person === work.asker.person) ?? null

/** Saves the asker's answers, and shares those that are ticked; what is no longer ticked is taken back. */
export async function saveLearning(
  work: Work,
  of: Learned,
  what: { readonly save: number; readonly answers: LearningAnswers; readonly ticked: readonly string[] },
): Promise<Decision> {
  const may = mayReflect(of.set, work.today)
  if (!may.ok) return may
  const shared = answersToShare(what.answers, what.ticked)
  const before = await findOwn(work, of)
  if ((before?.save ?? 0) !== what.save) return no('You saved this somewhere else meanwhile. Look at it again')
  const own = await saveRow(work, of, { before, shared: Object.keys(shared).length })
  if (!own) return no('You saved this somewhere else meanwhile. Look at it again')
  const texts = { answers: JSON.stringify(what.answers), shared: JSON.stringify(what.ticked) }
  await sealTexts(work, { kind: 'note', about: aboutOwn(own), version: OWN, texts })
  await share(work, of, { before, own, shared })
  return yes()
}

async function share(
  work: Work,
  { set }: Learned,
  what: { before: Reflection | null; own: Reflection; shared: LearningAnswers },
): Promise<void> {
  const others = [...new Set(set.memberships.map((one) => one.person))].filter((one) => one !== work.asker.person)
  if (what.before && what.before.shared > 0)
    for (const person of others) await removeReader(work, aboutShared(what.before), person)
  if (what.own.shared === 0) return
  const about = aboutShared(what.own)
  await sealTexts(work, { kind: 'set', about, version: SHARED, texts: { shared: JSON.stringify(what.shared) } })
  const now = peopleOn(set, work.today).map((one) => one.person)
  const readers = [...new Set(now)].filter((one) => one !== work.asker.person)
  await letRead(
    work,
    about,
    readers.map((person) => ({ person, because: 'member', until: null })),
  )
}

async function saveRow(
  work: Work,
  { set, meeting }: Learned,
  { before, shared }: { before: Reflection | null; shared: number },
): Promise<Reflection | null> {
  const sharedAbout = work.newId<'shared reflection'>()
  if (before) {
    const next = { ...before, shared, sharedAbout, save: before.save + 1 }
    return (await saveReflection(work, next)) ? next : null
  }
  const own = { id: work.newId<'reflection'>(), set: set.id, meeting, person: work.asker.person }
  const first: Reflection = { ...own, shared, sharedAbout, save: 1 }
  await insertReflection(work, first)
  return first
}

/** What people share with the set, each with their answers; as far as the asker may open them. */
export async function openSharedLearning(
  work: Work,
  { set, meeting }: Learned,
): Promise<readonly { readonly person: PersonId; readonly answers: LearningAnswers }[]> {
  const all: { person: PersonId; answers: LearningAnswers }[] = []
  for (const one of (await findReflections(work, { set: set.id, meeting })).filter((each) => each.shared > 0)) {
    const { texts } = await openTexts(work, { about: aboutShared(one), version: SHARED })
    if (texts.shared !== undefined)
      all.push({ person: one.person, answers: JSON.parse(texts.shared) as LearningAnswers })
  }
  return all
}
