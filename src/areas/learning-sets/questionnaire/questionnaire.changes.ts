// Writing the questionnaire, sending it to those who facilitate the set, taking it back. A draft is sealed for its author alone.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { Id, PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { About } from '../../agreements/index.ts'
import { policyOn } from '../../policy/index.ts'
import {
  draftVersion,
  findReaders,
  letRead,
  openTexts,
  removeReader,
  sealTexts,
  thing,
  writeTrail,
} from '../../records/index.ts'
import { type LearningSet, leads, type SetId } from '../set/set.ts'
import { findSet } from '../set/set.store.ts'
import type { Answers, Question } from './question.ts'
import { questionsOf } from './question.view.ts'
import {
  decideDeclining,
  decideSave,
  decideSend,
  decideTakingBack,
  mayAnswer,
  type Questionnaire,
  readersOf,
} from './questionnaire.ts'
import { findQuestionnaire, findSent, holdQuestionnaire, saveQuestionnaire } from './questionnaire.store.ts'

const aboutDraft = ({ id }: Pick<Questionnaire, 'id'>) => thing('questionnaire draft', id)
/** What was sent, as a thing with readers. */
export const aboutSent = ({ id }: Pick<Questionnaire, 'id'>) => thing('questionnaire', id)

/** What the policy asks before the first meeting of this kind of set; none where it asks nothing. */
export async function questionnaireOf(
  work: Work,
  set: LearningSet,
): Promise<{ readonly name: string; readonly questions: readonly Question[] }> {
  const policy = await policyOn(work)
  const key = policy.type(set.type)?.questionnaire
  const template = key === undefined ? null : policy.template(key)
  return { name: template?.name ?? '', questions: questionsOf(template) }
}

/** The asker's own, as it stands, with what was last typed. */
export async function openOwn(
  work: Work,
  set: SetId,
): Promise<{ readonly own: Questionnaire | null; readonly answers: Answers }> {
  const own = await findQuestionnaire(work, set, work.asker.person)
  if (!own || own.save === 0) return { own, answers: {} }
  const { texts } = await openTexts(work, { about: aboutDraft(own), version: draftVersion })
  return { own, answers: parsed(texts.answers) }
}

const parsed = (text: string | undefined): Answers => (text === undefined ? {} : (JSON.parse(text) as Answers))

/** Keeps what was typed, for its author alone; refused when it goes on from an older save. */
export async function keepAnswers(
  work: Work,
  id: SetId,
  what: { answers: Answers; fromSave: number },
): Promise<Decision<Questionnaire>> {
  const may = await mayNow(work, id)
  if (!may.ok) return may
  const decision = decideSave(await holdQuestionnaire(work, id), what.fromSave)
  if (!decision.ok) return decision
  await saveQuestionnaire(work, decision.value)
  const texts = { answers: JSON.stringify(what.answers) }
  await sealTexts(work, { kind: 'note', about: aboutDraft(decision.value), version: draftVersion, texts })
  return decision
}

async function mayNow(work: Work, id: SetId): Promise<Decision<LearningSet>> {
  const set = await findSet(work, id)
  const may = set ? mayAnswer(set, work.asker.person, work.today) : no('There is no such set')
  return may.ok && set ? yes(set) : may.ok ? no('There is no such set') : may
}

/** Sends the answers to those who facilitate the set today; SPEC 7.1, 12.1. */
export async function sendAnswers(
  work: Work,
  id: SetId,
  what: { answers: Answers; fromSave: number },
): Promise<Decision<Questionnaire>> {
  const may = await mayNow(work, id)
  if (!may.ok) return may
  const something = decideSend(await holdQuestionnaire(work, id), what.answers, work.moment)
  if (!something.ok) return something
  const kept = await keepAnswers(work, id, what)
  if (!kept.ok) return kept
  const decision = decideSend(kept.value, what.answers, work.moment)
  if (!decision.ok) return decision
  const sent = decision.value
  await saveQuestionnaire(work, sent)
  const texts = { answers: JSON.stringify(what.answers) }
  await sealTexts(work, { kind: 'set', about: aboutSent(sent), version: sent.version, texts })
  await closeToReaders(work, sent)
  const readers = readersOf(may.value, work.asker.person, work.today)
  await letRead(
    work,
    aboutSent(sent),
    readers.map((person) => ({ person, because: 'facilitator', until: null })),
  )
  writeTrail(work, { deed: 'questionnaire sent', about: aboutSent(sent) })
  return decision
}

/** Nobody but its author reads it any more. */
async function closeToReaders(work: Work, one: Questionnaire): Promise<void> {
  for (const { person } of await findReaders(work, aboutSent(one)))
    if (person !== work.asker.person) await removeReader(work, aboutSent(one), person)
}

/** Takes back what was sent. */
export async function takeAnswersBack(work: Work, id: SetId): Promise<Decision> {
  const own = await findQuestionnaire(work, id, work.asker.person)
  const decision = own ? decideTakingBack(await holdQuestionnaire(work, id)) : no('There is nothing to take back')
  if (!decision.ok) return decision
  await closeToReaders(work, decision.value)
  await saveQuestionnaire(work, decision.value)
  writeTrail(work, { deed: 'questionnaire taken back', about: aboutSent(decision.value) })
  return yes()
}

/** Says that one would rather not answer; nobody is told. */
export async function declineQuestionnaire(work: Work, id: SetId): Promise<Decision> {
  const may = await mayNow(work, id)
  if (!may.ok) return may
  const decision = decideDeclining(await holdQuestionnaire(work, id), work.moment)
  if (!decision.ok) return decision
  await saveQuestionnaire(work, decision.value)
  return yes()
}

export type SentAnswers = { readonly person: PersonId; readonly answers: Answers; readonly one: Questionnaire }

/** What people of the set sent to the asker, who leads it; each opening leaves its line. */
export async function openSent(work: Work, set: LearningSet): Promise<readonly SentAnswers[]> {
  if (!leads(set, work.asker.person, work.today)) return []
  const all: SentAnswers[] = []
  for (const one of await findSent(work, set.id)) {
    const { texts, writtenAt } = await openTexts(work, { about: aboutSent(one), version: one.version })
    if (writtenAt !== null) all.push({ person: one.person, answers: parsed(texts.answers), one })
  }
  return all
}

/** What the asker wrote in the questionnaire of the set that ground rules are about, so that nobody is asked the same twice. */
export async function answeredBefore(work: Work, about: About): Promise<readonly { readonly answers: Answers }[]> {
  if (about.kind !== 'set') return []
  const { answers } = await openOwn(work, about.id as Id<string> as SetId)
  return Object.keys(answers).length === 0 ? [] : [{ answers }]
}
