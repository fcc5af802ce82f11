// A concern about practice on the line manager's side: the words written for them, and the plan that starts from it.
import {
  ErrorSummary,
  type FormState,
  InsetText,
  Lede,
  StateTag,
  titleWith,
  WhoCanSee,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts, thing, whoSees } from '../../records/index.ts'
import { namer } from '../lead.changes.ts'
import { PlanForm, planPart } from './plan-parts.pages.tsx'
import { managerOfPractice, readersOfPractice } from './practice.access.ts'
import { writePlan } from './practice.changes.ts'
import { planForm, stepsIn } from './practice.form.ts'
import { stateInWords, tones } from './practice-list.pages.tsx'
import { findPractice } from './practice.store.ts'
import { type PracticeConcern, type PracticeId, practiceState } from './practice.ts'

const subject = (work: Work, { practice }: { practice: PracticeId }) => findPractice(work, practice)

export const practicePages: readonly Page[] = [
  page({
    at: 'GET /practice-concerns/:practice',
    subject,
    access: readersOfPractice,
    answer: (work, { subject: practice }) => practicePage(work, practice),
  }),
  page({
    at: 'POST /practice-concerns/:practice/plan',
    subject,
    access: managerOfPractice,
    answer: async (work, { subject: practice, form }) => {
      const reading = planForm.read(form, { today: work.today })
      if (!reading.ok) return practicePage(work, practice, reading)
      const { what, words, on } = reading.value
      const steps = stepsIn(reading.value)
      const done = await writePlan(work, practice, { kind: what, words, on: parseDay(on), steps })
      if (!done.ok) return practicePage(work, practice, planForm.refused(form, done))
      return seeOther(`/practice-concerns/${practice.id}`, 'Kept. The two of you read it.')
    },
  }),
]

async function practicePage(work: Work, practice: PracticeConcern, state?: FormState): Promise<Reply> {
  const asker = work.asker.person
  const nameOf = await namer(work, [practice.person, practice.manager, practice.raisedBy])
  const sent = await openTexts(work, { about: thing('practice concern', practice.id), version: 1 })
  const stands = practiceState(practice)
  const open = stands === 'waiting for a plan' || stands === 'plan agreed'
  return html({
    title: titleWith(state, 'Concern about practice'),
    status: (state?.errors.length ?? 0) > 0 ? 422 : 200,
    back: { href: '/concerns', label: 'Concerns' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Support and development for {nameOf(practice.person)}</h1>
        <Lede>
          Passed on by {nameOf(practice.raisedBy)}, {formatMoment(practice.raisedAt)}{' '}
          <StateTag tone={tones[stands]}>{stateInWords[stands]}</StateTag>
        </Lede>
        {asker === practice.manager && <WhatItIs told={practice.told} name={nameOf(practice.person)} />}
        {asker === practice.person && (
          <p>
            You and {nameOf(practice.manager)} agree this together, to support you. What was said in supervision is not
            part of it.
          </p>
        )}
        {(sent.texts.words ?? '') !== '' && (
          <>
            <h2>What was written for the line manager</h2>
            <Written>{sent.texts.words}</Written>
          </>
        )}
        {await planPart(work, practice, nameOf)}
        {asker === practice.manager && open && practice.told && (
          <PlanForm practice={practice} nameOf={nameOf} state={state} />
        )}
        {await footOf(work, practice, nameOf)}
      </>
    ),
  })
}

type Names = (person: PersonId) => string

const WhatItIs = ({ told, name }: { told: boolean; name: string }) => (
  <InsetText>
    <p>
      {told
        ? `Talk with ${name}, agree a plan of support and development, and look at it again on a set day.`
        : `${name} has not been told, because it would put somebody at risk. Do not tell them; talk to the safeguarding lead.`}{' '}
      What was said in supervision is not part of this.
    </p>
  </InsetText>
)

/** Who reads what: the plan, for its two; what was written for the line manager, for whoever reads that. */
async function footOf(work: Work, practice: PracticeConcern, nameOf: Names) {
  const isPerson = work.asker.person === practice.person
  const about = isPerson ? thing('practice plan', practice.id) : thing('practice concern', practice.id)
  const { can, has } = await whoSees(work, about)
  if (can.length === 0) return null
  return (
    <WhoCanSee
      what={isPerson ? 'this plan' : 'what was written for the line manager'}
      viewers={can.map((one) => ({ who: nameOf(one.person), why: one.because }))}
      looks={has.map((one) => ({ who: nameOf(one.person), when: formatMoment(one.last) }))}
    />
  )
}
