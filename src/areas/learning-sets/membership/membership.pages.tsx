// Who joins a set and who leaves it: several people found and ticked at once, from a day; each leaves by a page of their own.
import {
  Button,
  ErrorSummary,
  FormField,
  FormFields,
  type FormState,
  type Option,
  PostForm,
  searchIn,
  titleWith,
} from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { latest, parseDay } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleToTick } from '../../people/index.ts'
import { keepersOfSet } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { isGoingOn, type LearningSet, peopleOn } from '../set/set.ts'
import { joinForm } from './membership.form.ts'
import { joinSet } from './membership.changes.ts'

export const joinPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/members',
    subject: subjectSet,
    access: keepersOfSet,
    answer: (work, { subject: { set } }) =>
      joinPage(work, set, joinForm.filled({ as: 'member', from: latest(firstDayOf(work, set), set.from) })),
  }),
  page({
    at: 'POST /action-learning/sets/:set/members',
    subject: subjectSet,
    access: keepersOfSet,
    answer: async (work, { subject: { set }, form }) => {
      if (searchIn(form)) return joinPage(work, set, { errors: [], typed: joinForm.typed(form) })
      const reading = joinForm.read(form, { today: work.today })
      if (!reading.ok) return joinPage(work, set, reading)
      const people = reading.value.people.flatMap((one) => parseId<'person'>(one) ?? [])
      if (people.length === 0)
        return joinPage(
          work,
          set,
          joinForm.refused(form, { reason: 'Find people, then tick who joins', field: 'people' }),
        )
      const from = parseDay(reading.value.from) ?? work.today
      const done = await joinSet(work, set.id, { people, as: reading.value.as, from })
      if (!done.ok) return joinPage(work, set, joinForm.refused(form, done))
      return seeOther(
        `/action-learning/sets/${set.id}`,
        people.length === 1 ? 'Added to the set' : `${people.length} people added to the set`,
      )
    },
  }),
]

/** A set that was made today takes its members from its first day on; later ones join from today. */
const firstDayOf = (work: Work, set: LearningSet) =>
  set.memberships.some((one) => one.as === 'member') ? work.today : set.from

async function joinPage(work: Work, set: LearningSet, typed: FormState): Promise<Reply> {
  const inIt = new Set(peopleOn(set, work.today).map((one) => one.person))
  const { options, state } = await peopleToTick(work, typed, inIt)
  return html({
    title: titleWith(state, 'Add people to the set'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Add people to the set</h1>
        {!isGoingOn(set, work.today) && <p>This set has ended.</p>}
        <p>
          They may come from any team. From the day on which they join they see the set’s pages, and the ground rules
          are agreed again with them.
        </p>
        <PostForm action={`/action-learning/sets/${set.id}/members`}>
          <FormField form={joinForm} state={state} name="people-search" />
          <p>
            <Button variant="secondary" small name="_find" value="people" formNoValidate>
              Find people
            </Button>
          </p>
          <Found state={state} options={options} />
          <FormFields form={joinForm} state={state} only={['as', 'from']} />
          <Button>Add to the set</Button>
        </PostForm>
      </>
    ),
  })
}

function Found({ state, options }: { state: FormState; options: readonly Option[] }) {
  if (options.length > 0) return <FormField form={joinForm} state={state} name="people" options={{ people: options }} />
  const searched = String(state.typed['people-search'] ?? '').trim()
  return searched === '' ? null : <p>Nobody else found for “{searched}”. Try fewer letters, or the team.</p>
}
