// Beginning, changing and ending a post by hand.
import { type FormState, searchIn } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { notFound, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../register/form-page.pages.tsx'
import { findPersonSeen, type PersonSeen } from '../register/person-seen.store.ts'
import { administrators } from '../register/register.access.ts'
import { unitTree } from '../unit/unit.changes.ts'
import { changePost, endPost, startPost } from './post.changes.ts'
import { changePostForm, endPostForm, newPostForm } from './post.form.ts'
import { findStaffGroupsInUse, postsOf } from './post.store.ts'
import type { Post, PostFacts, PostId } from './post.ts'

type PostSeen = PersonSeen & { readonly post: Post }

async function findPostSeen(
  work: Work,
  params: { person: PersonSeen['person']; post: PostId },
): Promise<PostSeen | null> {
  const seen = await findPersonSeen(work, params)
  const post = seen && (await postsOf(work, params.person)).filter((one) => one.post === params.post).at(-1)
  return seen && post ? { ...seen, post } : null
}

const backTo = ({ found }: PersonSeen) => ({ href: `/people/${found.id}`, label: found.name })

async function optionsOf(work: Work, form: Typed | null, given: PostFacts | null) {
  const units = (await unitTree(work, work.today)).map(({ unit, path }) => ({
    value: unit as string,
    label: path.join(' > '),
  }))
  const known = (await work.ask('staff groups', work.today)).map(({ key, name }) => ({ value: key, label: name }))
  const inUse = (await findStaffGroupsInUse(work, work.today))
    .filter((word) => !known.some(({ value }) => value === word))
    .map((word) => ({ value: word, label: word }))
  return {
    unit: units,
    staffGroup: [...known, ...inUse],
    ...(await peopleFor(work, 'manager', form, given?.manager ?? null)),
  }
}

type Facts = Readonly<Record<'unit' | 'manager', string | null>> & Omit<PostFacts, 'unit' | 'manager'>

function factsFrom({
  unit,
  staffGroup,
  profession,
  band,
  trainingStage,
  hoursPerWeek,
  kind,
  caseload,
  manager,
}: Facts): PostFacts {
  const said = { staffGroup, profession, band, trainingStage, hoursPerWeek, kind, caseload }
  return { ...said, unit: parseId<'unit'>(unit), manager: parseId<'person'>(manager) }
}

async function newPage(
  work: Work,
  seen: PersonSeen,
  form: Typed | null,
  state: FormState = newPostForm.filled({ from: work.today, kind: 'permanent' }),
) {
  const options = await optionsOf(work, form, null)
  const at = `/people/${seen.person}/posts`
  return formPage({
    title: 'Add a post',
    about: seen.found.name,
    form: newPostForm,
    state,
    action: at,
    button: 'Add post',
    back: backTo(seen),
    options,
  })
}

async function changePage(work: Work, seen: PostSeen, form: Typed | null, state?: FormState) {
  const options = await optionsOf(work, form, seen.post)
  const filled = changePostForm.filled({ ...seen.post, from: work.today })
  const action = `/people/${seen.person}/posts/${seen.post.post}/change`
  return formPage({
    title: 'Change a post',
    about: seen.found.name,
    form: changePostForm,
    state: state ?? filled,
    action,
    button: 'Save change',
    back: backTo(seen),
    options,
  })
}

const endPage = (seen: PostSeen, state: FormState = endPostForm.filled()) =>
  formPage({
    title: 'End a post',
    about: seen.found.name,
    form: endPostForm,
    state,
    action: `/people/${seen.person}/posts/${seen.post.post}/end`,
    button: 'Save last day',
    back: backTo(seen),
  })

const asState = (form: Typed, typed: (form: Typed) => FormState['typed']): FormState => ({
  errors: [],
  typed: typed(form),
})

async function addPost(work: Work, subject: PersonSeen, form: Typed) {
  if (searchIn(form)) return newPage(work, subject, form, asState(form, newPostForm.typed))
  const reading = newPostForm.read(form, { today: work.today })
  if (!reading.ok) return newPage(work, subject, form, reading)
  const given = { ...factsFrom(reading.value), from: reading.value.from as Day, to: parseDay(reading.value.to) }
  const done = await startPost(work, subject.person, given)
  return done.ok
    ? seeOther(`/people/${subject.person}`, 'Post added')
    : newPage(work, subject, form, newPostForm.refused(form, done))
}

async function savePost(work: Work, subject: PostSeen, form: Typed) {
  if (searchIn(form)) return changePage(work, subject, form, asState(form, changePostForm.typed))
  const reading = changePostForm.read(form, { today: work.today })
  if (!reading.ok) return changePage(work, subject, form, reading)
  const about = { person: subject.person, post: subject.post.post, from: reading.value.from as Day }
  const done = await changePost(work, about, factsFrom(reading.value))
  if (!done.ok) return changePage(work, subject, form, changePostForm.refused(form, done))
  return seeOther(`/people/${subject.person}`, 'Change saved')
}

async function finishPost(work: Work, subject: PostSeen, form: Typed) {
  const reading = endPostForm.read(form, { today: work.today })
  if (!reading.ok) return endPage(subject, reading)
  const lastDay = parseDay(reading.value.lastDay)
  if (lastDay === null) return notFound()
  const done = await endPost(work, { person: subject.person, post: subject.post.post, lastDay })
  return done.ok
    ? seeOther(`/people/${subject.person}`, 'Last day saved')
    : endPage(subject, endPostForm.refused(form, done))
}

export const postPages: readonly Page[] = [
  page({
    at: 'GET /people/:person/posts/new',
    subject: findPersonSeen,
    access: administrators,
    answer: (work, { subject }) => newPage(work, subject, null),
  }),
  page({
    at: 'POST /people/:person/posts',
    subject: findPersonSeen,
    access: administrators,
    answer: (work, { subject, form }) => addPost(work, subject, form),
  }),
  page({
    at: 'GET /people/:person/posts/:post/change',
    subject: findPostSeen,
    access: administrators,
    answer: (work, { subject }) => changePage(work, subject, null),
  }),
  page({
    at: 'POST /people/:person/posts/:post/change',
    subject: findPostSeen,
    access: administrators,
    answer: (work, { subject, form }) => savePost(work, subject, form),
  }),
  page({
    at: 'GET /people/:person/posts/:post/end',
    subject: findPostSeen,
    access: administrators,
    answer: (_work, { subject }) => endPage(subject),
  }),
  page({
    at: 'POST /people/:person/posts/:post/end',
    subject: findPostSeen,
    access: administrators,
    answer: (work, { subject, form }) => finishPost(work, subject, form),
  }),
]
