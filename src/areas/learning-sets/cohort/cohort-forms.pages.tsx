// The forms of a cohort: its name and days, who takes part, which set belongs to it.
import { Button, ErrorSummary, FormField, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleToTick } from '../../people/index.ts'
import type { Programme } from '../programme/programme.ts'
import type { CohortSubject } from './cohort.access.ts'
import { addSetForm, cohortForm, participantsForm } from './cohort.form.ts'
import { findParticipants, setsAlone } from './cohort.store.ts'
import { cohortHref } from './cohort.view.ts'

/** Asks for a new cohort. */
export const newCohortPage = (programme: Programme, state: FormState): Reply =>
  formPage({
    title: 'Make a cohort',
    about: programme.name,
    intro: <p>The people who take the programme together. They can come from any team.</p>,
    form: cohortForm,
    state,
    action: `/action-learning/programmes/${programme.id}/cohorts`,
    button: 'Make the cohort',
    back: { href: `/action-learning/programmes/${programme.id}`, label: 'Programme' },
  })

/** Asks for another name or other days. */
export const detailsPage = (subject: CohortSubject, state: FormState): Reply =>
  formPage({
    title: 'Change the cohort',
    about: subject.cohort.name,
    form: cohortForm,
    state,
    action: `${cohortHref(subject)}/details`,
    version: subject.cohort.version,
    button: 'Save',
    back: { href: cohortHref(subject), label: 'Cohort' },
  })

/** Asks which set that stands alone belongs to the cohort. */
export async function addSetPage(work: Work, subject: CohortSubject, state: FormState): Promise<Reply> {
  const alone = await setsAlone(work)
  return formPage({
    title: 'Add a set to the cohort',
    about: subject.cohort.name,
    intro: (
      <p>
        {alone.length === 0 ? 'There is no set that stands alone.' : 'Sets that go on and stand alone are offered.'}{' '}
        Another one can be <a href="/action-learning/sets/new">made first</a>.
      </p>
    ),
    form: addSetForm,
    state,
    action: `${cohortHref(subject)}/sets`,
    button: 'Add the set',
    back: { href: cohortHref(subject), label: 'Cohort' },
    options: { set: alone.map(({ id, name }) => ({ value: id, label: name })) },
  })
}

/** Finds people, who are then ticked. */
export async function participantsPage(work: Work, subject: CohortSubject, given: FormState): Promise<Reply> {
  const there = new Set((await findParticipants(work, subject.cohort.id)).map((one) => one.person))
  const { options, state } = await peopleToTick(work, given, there)
  const searched = String(state.typed['people-search'] ?? '').trim()
  return html({
    title: titleWith(state, 'Add people to the cohort'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: cohortHref(subject), label: 'Cohort' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{subject.cohort.name}</bdi>
          </span>
          Add people to the cohort
        </h1>
        <p>They may come from any team. A set is found for them afterwards.</p>
        <PostForm action={`${cohortHref(subject)}/people`}>
          <FormField form={participantsForm} state={state} name="people-search" />
          <p>
            <Button variant="secondary" small name="_find" value="people" formNoValidate>
              Find people
            </Button>
          </p>
          {options.length > 0 && (
            <FormField form={participantsForm} state={state} name="people" options={{ people: options }} />
          )}
          {options.length === 0 && searched !== '' && (
            <p>Nobody else found for “{searched}”. Try fewer letters, or the team.</p>
          )}
          <Button>Add to the cohort</Button>
        </PostForm>
      </>
    ),
  })
}
