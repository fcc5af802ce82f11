// The forms of a cohort: its name and days, who takes part, which set belongs to it.
import {
  Button,
  ErrorSummary,
  FormField,
  type FormState,
  type Option,
  PostForm,
  titleWith,
} from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, namesOf, searchPeople } from '../../people/index.ts'
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
  const options = await optionsFor(work, subject, given)
  const errors = options.length === 0 ? given.errors.map(toTheSearch) : given.errors
  const state = { ...given, errors }
  const searched = String(state.typed['people-search'] ?? '').trim()
  return html({
    title: titleWith(state, 'Add people to the cohort'),
    status: errors.length > 0 ? 422 : 200,
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

/** As long as nobody was found there is no box to tick, so the fault stands beside the search. */
const toTheSearch = (error: FormState['errors'][number]): FormState['errors'][number] =>
  error.field === 'people' ? { ...error, field: 'people-search', input: 'people-search' } : error

/** Those found now, and those ticked before, who stay; nobody who takes part already. */
async function optionsFor(work: Work, { cohort }: CohortSubject, { typed }: FormState): Promise<readonly Option[]> {
  const there = new Set<string>((await findParticipants(work, cohort.id)).map((one) => one.person))
  const ticked = [typed.people ?? []].flat().flatMap((one) => parseId<'person'>(one) ?? [])
  const names = await namesOf(work, ticked.slice(0, 50))
  const text = String(typed['people-search'] ?? '')
    .trim()
    .slice(0, 100)
  const found = text === '' ? [] : (await searchPeople(work, { text, day: work.today, most: 20, skip: 0 })).people
  const others = found.filter((one) => !there.has(one.id) && !names.has(one.id))
  return [
    ...[...names].map(([value, label]: [PersonId, string]) => ({ value, label })),
    ...others.map((one) => ({ value: one.id, label: one.name, hint: one.unit ?? undefined })),
  ]
}
