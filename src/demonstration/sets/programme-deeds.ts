// One programme with two cohorts, round the two sets: the first cohort is about to end and says how it was, one answer is quoted;
// the second has just begun, some have answered the questionnaire, and two people have no set yet.
import {
  addParticipants,
  addSetToCohort,
  changeProgramme,
  type CohortId,
  findSetsOf,
  giveFeedback,
  type LearningSet,
  makeCohort,
  makeProgramme,
  openFeedback,
  type ProgrammeId,
  sendAnswers,
  showQuote,
  subjectFeedback,
} from '../../areas/learning-sets/index.ts'
import { addDays } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { feedbackGiven, programmeWords, questionnaires, shownQuote, wellbeingWords } from './programme-words.ts'

const lead = 'learning'
const west = 'lowri'
/** Who takes part in the second cohort and has no set yet. */
const waiting = ['ben', 'grace'] as const

type Known = { programme: ProgrammeId | null; first: CohortId | null }

/** The programme, when the people of both sets work in this demonstration. */
export function programmeDeeds(making: Making, staff: readonly PlannedPerson[], span: Span): readonly Deed[] {
  const needed = [lead, west, ...waiting, ...Object.keys(questionnaires), ...Object.keys(feedbackGiven)]
  if (!needed.every((key) => staff.some((one) => one.key === key))) return []
  const known: Known = { programme: null, first: null }
  const deed = (ago: number, time: string, by: string, run: Deed['run']): Deed => ({
    at: at(addDays(span.today, -ago), time),
    by,
    run,
  })
  return [
    deed(99, '09:30', lead, (work) => begin(work, known, span)),
    deed(10, '09:40', lead, (work) => beginSecond(work, known, { making, span })),
    ...Object.entries(questionnaires).map(([key, answers]) =>
      deed(9, '18:05', key, async (work) => {
        const set = await setOf(work)
        sure(await sendAnswers(work, set.id, { answers, fromSave: 0 }))
      }),
    ),
    ...Object.entries(feedbackGiven).map(([key, said]) => deed(4, '12:35', key, (work) => give(work, known, said))),
    deed(2, '15:20', lead, (work) => quote(work, known)),
  ]
}

/** The set that somebody is in. */
async function setOf(work: Work): Promise<LearningSet> {
  const [set] = await findSetsOf(work, work.asker.person)
  if (!set) throw new Error('The demonstration expected a set here')
  return set
}

async function begin(work: Work, known: Known, span: Span): Promise<void> {
  known.programme = sure(await makeProgramme(work, { ...programmeWords, lead: work.asker.person }))
  sure(await changeProgramme(work, known.programme, { change: wellbeingWords, version: 1 }))
  const days = { from: addDays(span.today, -99), lastDay: addDays(span.today, 11) }
  known.first = sure(await makeCohort(work, known.programme, { name: 'First cohort', ...days }))
  sure(await addSetToCohort(work, known.first, { set: (await setOf(work)).id }))
}

async function beginSecond(work: Work, known: Known, { making, span }: { making: Making; span: Span }): Promise<void> {
  if (!known.programme) return
  const days = { from: addDays(span.today, -10), lastDay: addDays(span.today, 350) }
  const second = sure(await makeCohort(work, known.programme, { name: 'Second cohort', ...days }))
  const [set] = await findSetsOf(work, idOf(making.people, west))
  if (set) sure(await addSetToCohort(work, second, { set: set.id }))
  sure(await addParticipants(work, second, { people: waiting.map((key) => idOf(making.people, key)) }))
}

async function give(work: Work, known: Known, said: (typeof feedbackGiven)[string]): Promise<void> {
  const subject = known.first && (await subjectFeedback(work, { cohort: known.first }))
  if (!subject || !said) return
  const consent = new Map(
    Object.entries(said.consent).map(([question, how]) => [
      question,
      how === 'with name' ? ('with name' as const) : ('without name' as const),
    ]),
  )
  sure(await giveFeedback(work, subject, { answers: said.answers, consent, fromSave: 0 }))
}

async function quote(work: Work, known: Known): Promise<void> {
  const subject = known.first && (await subjectFeedback(work, { cohort: known.first }))
  if (!subject) return
  const wanted = feedbackGiven[shownQuote.by]?.answers[shownQuote.of]
  const given = (await openFeedback(work, subject)).find((one) => one.answers[shownQuote.of] === wanted)
  const quoting = given?.quoting.find((one) => one.question === shownQuote.of)
  if (quoting) sure(await showQuote(work, subject, { quoting: quoting.id }))
}
