// Giving a recommendation to somebody else.
import { type FormState, searchIn } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../../people/index.ts'
import { chairsOfForum } from '../peer-review/forum.access.ts'
import { subjectRecommendation } from '../recommendation/recommendation.changes.ts'
import { isSettled, type Recommendation } from '../recommendation/recommendation.ts'
import { recommendationAddress } from '../recommendation/recommendation.view.ts'
import { namer } from '../supervision.changes.ts'
import { giveRecommendation } from './owner.changes.ts'
import { ownerForm } from './owner.form.ts'

const chaired = { subject: subjectRecommendation, access: chairsOfForum } as const

export const ownerPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/recommendations/:recommendation/owner',
    ...chaired,
    answer: (work, { subject: { recommendation } }) =>
      ownerPage(work, recommendation, { state: ownerForm.filled({}), form: {} }),
  }),
  page({
    at: 'POST /peer-reviews/recommendations/:recommendation/owner',
    ...chaired,
    answer: (work, { subject: { recommendation }, form }) => give(work, recommendation, form),
  }),
]

async function give(work: Work, one: Recommendation, form: Typed): Promise<Reply> {
  const again = (state: FormState) => ownerPage(work, one, { state, form })
  if (searchIn(form)) return again({ errors: [], typed: ownerForm.typed(form) })
  const reading = ownerForm.read(form)
  if (!reading.ok) return again(reading)
  const owner = parseId<'person'>(reading.value.owner)
  if (!owner) return again(ownerForm.refused(form, { reason: 'Choose one of the people found', field: 'owner' }))
  const done = await giveRecommendation(work, one.id, { owner, version: Number(firstOf(form, '_version')) })
  if (!done.ok) return again(ownerForm.refused(form, done))
  return seeOther(recommendationAddress(one), 'Given. Whoever sees to it now is told')
}

async function ownerPage(
  work: Work,
  one: Recommendation,
  { state, form }: { state: FormState; form: Typed },
): Promise<Reply> {
  if (isSettled(one)) return conflict('It is settled. Nobody has to see to it')
  const nameOf = await namer(work, [one.owner])
  return formPage({
    title: 'Give it to somebody else',
    form: ownerForm,
    state,
    action: `${recommendationAddress(one)}/owner`,
    button: 'Give it to them',
    back: { href: recommendationAddress(one), label: 'Recommendation' },
    version: one.version,
    options: await peopleFor(work, 'owner', form),
    intro: (
      <p>
        <bdi>{nameOf(one.owner)}</bdi> sees to it now. Whoever you choose can read it and what was reported on it.
      </p>
    ),
  })
}
