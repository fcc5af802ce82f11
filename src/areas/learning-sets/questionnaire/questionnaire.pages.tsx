// The questionnaire before somebody's first meeting: their own page, kept as it is typed and sent with one button; and for those who
// facilitate the set, what was sent to them.
import { answersForm, answersFrom, answersShown, answersTyped } from './question.form.ts'
import type { FormState } from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, data, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { leadersOfSet, type SetSubject } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import type { LearningSet } from '../set/set.ts'
import { membersOfSet } from './questionnaire.access.ts'
import {
  declineQuestionnaire,
  keepAnswers,
  openOwn,
  questionnaireOf,
  sendAnswers,
  takeAnswersBack,
} from './questionnaire.changes.ts'
import { ownPage, sentPage, staleAnswers } from './questionnaire-page.pages.tsx'
import type { Question } from './question.ts'

const own = { subject: subjectSet, access: membersOfSet } as const
const hrefOf = (set: LearningSet): string => `/action-learning/sets/${set.id}/questionnaire`

export const questionnairePages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/questionnaire',
    ...own,
    answer: (work, { subject: { set } }) => asked(work, set, (about) => shown(work, about)),
  }),
  page({
    at: 'POST /action-learning/sets/:set/questionnaire/draft',
    ...own,
    quiet: true,
    answer: (work, { subject: { set }, form }) => asked(work, set, (about) => autosave(work, about, form)),
  }),
  page({
    at: 'POST /action-learning/sets/:set/questionnaire',
    ...own,
    answer: (work, { subject: { set }, form }) => asked(work, set, (about) => save(work, about, { form, send: false })),
  }),
  page({
    at: 'POST /action-learning/sets/:set/questionnaire/sending',
    ...own,
    answer: (work, { subject: { set }, form }) => asked(work, set, (about) => save(work, about, { form, send: true })),
  }),
  page({
    at: 'POST /action-learning/sets/:set/questionnaire/withdrawal',
    ...own,
    answer: async (work, { subject: { set } }) => {
      const done = await takeAnswersBack(work, set.id)
      return done.ok ? seeOther(hrefOf(set), 'Taken back. Only you can read it now') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/sets/:set/questionnaire/declining',
    ...own,
    answer: async (work, { subject: { set } }) => {
      const done = await declineQuestionnaire(work, set.id)
      return done.ok
        ? seeOther(`/action-learning/sets/${set.id}`, 'That is fine. You will not be asked again')
        : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /action-learning/sets/:set/questionnaires',
    subject: subjectSet,
    access: leadersOfSet,
    answer: (work, { subject: { set } }: { subject: SetSubject }) => asked(work, set, (about) => sentPage(work, about)),
  }),
]

/** The set, and what the policy asks before its first meeting. */
export type About = { readonly set: LearningSet; readonly name: string; readonly questions: readonly Question[] }

/** Not found where the policy asks nothing. */
async function asked(work: Work, set: LearningSet, answer: (about: About) => Promise<Reply>): Promise<Reply> {
  const questionnaire = await questionnaireOf(work, set)
  return questionnaire.questions.length === 0 ? notFound() : answer({ set, ...questionnaire })
}

async function shown(work: Work, about: About): Promise<Reply> {
  const opened = await openOwn(work, about.set.id)
  const state = answersForm(about.questions).filled(answersShown(about.questions, opened.answers))
  return ownPage(work, about, { own: opened.own, state })
}

async function autosave(work: Work, about: About, form: Typed): Promise<Reply> {
  const answers = answersTyped(about.questions, form)
  const done = await keepAnswers(work, about.set.id, { answers, fromSave: Number(firstOf(form, '_version')) })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

/** Keeps what was typed, or sends it; the page comes back with what is wrong, nothing lost. */
async function save(work: Work, about: About, { form, send }: { form: Typed; send: boolean }): Promise<Reply> {
  const shape = answersForm(about.questions)
  const reading = shape.read(form)
  const { own: before, answers: kept } = await openOwn(work, about.set.id)
  const again = (state: FormState) => ownPage(work, about, { own: before, state })
  if (!reading.ok) return again(reading)
  const answers = answersFrom(about.questions, reading.value)
  const typedOn = Number(firstOf(form, '_version'))
  // An autosave whose answer came too late leaves the same words behind: then nothing is stale.
  const isSame = JSON.stringify(kept) === JSON.stringify(answers)
  const fromSave = isSame ? (before?.save ?? 0) : typedOn
  if (fromSave !== (before?.save ?? 0)) return staleAnswers(about, { kept, answers, save: before?.save ?? 0 })
  const deed = send ? sendAnswers : keepAnswers
  const done = await deed(work, about.set.id, { answers, fromSave })
  if (!done.ok) return again(shape.refused(form, done))
  return seeOther(hrefOf(about.set), send ? 'Sent to your facilitator' : 'Saved. Only you can read it')
}
