// Putting the register of a closed peer review right: one page to put somebody on it, one to take somebody off, each with its reason
// in fixed words; and what was put right, on the page of the peer review.
import { type FormState, searchIn } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../../people/index.ts'
import { chairsOfForum } from '../peer-review/forum.access.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import { type ReviewSubject, subjectReview } from '../reviewing/review.changes.ts'
import { findRegister } from '../reviewing/review.store.ts'
import { cameOf, type PeerReview } from '../reviewing/review.ts'
import { namer } from '../supervision.changes.ts'
import { correctRegister } from './correction.changes.ts'
import { puttingOnForm, reasonWords, takingOffForm } from './correction.form.ts'
import { findCorrections } from './correction.store.ts'
import { type CorrectionReason, reasonsOff, reasonsOn } from './correction.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

export const correctionPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/late-entry',
    ...chaired,
    answer: (work, { subject: { review } }) => onPage(work, review, { state: puttingOnForm.filled({}), form: {} }),
  }),
  page({
    at: 'POST /peer-reviews/:review/late-entry',
    ...chaired,
    answer: (work, { subject: { review }, form }) => putOn(work, review, form),
  }),
  page({
    at: 'GET /peer-reviews/:review/removal',
    ...chaired,
    answer: (work, { subject: { review } }) => offPage(work, review, takingOffForm.filled({})),
  }),
  page({
    at: 'POST /peer-reviews/:review/removal',
    ...chaired,
    answer: (work, { subject: { review }, form }) => takeOff(work, review, form),
  }),
]

const notClosedWords = 'The register is put right once the peer review is closed'

async function putOn(work: Work, review: PeerReview, form: Typed): Promise<Reply> {
  if (searchIn(form)) return onPage(work, review, { state: { errors: [], typed: puttingOnForm.typed(form) }, form })
  const reading = puttingOnForm.read(form)
  if (!reading.ok) return onPage(work, review, { state: reading, form })
  const person = parseId<'person'>(reading.value.person)
  const reason = reasonsOn.find((one) => one === reading.value.reason)
  const done =
    person && reason
      ? await correctRegister(work, review.id, { person, nowOn: true, reason })
      : { ok: false as const, reason: 'Choose one of the people found', field: 'person' }
  if (!done.ok) return onPage(work, review, { state: puttingOnForm.refused(form, done), form })
  return seeOther(reviewAddress(review), 'Put on the register. It counts for them')
}

async function takeOff(work: Work, review: PeerReview, form: Typed): Promise<Reply> {
  const reading = takingOffForm.read(form)
  if (!reading.ok) return offPage(work, review, reading)
  const person = parseId<'person'>(reading.value.person)
  const reason = reasonsOff.find((one) => one === reading.value.reason)
  const done: Awaited<ReturnType<typeof correctRegister>> =
    person && reason
      ? await correctRegister(work, review.id, { person, nowOn: false, reason })
      : { ok: false, reason: 'Choose one of those on the register', field: 'person' }
  if (!done.ok) return offPage(work, review, takingOffForm.refused(form, done))
  return seeOther(reviewAddress(review), 'Taken off the register. It no longer counts for them')
}

async function onPage(
  work: Work,
  review: PeerReview,
  { state, form }: { state: FormState; form: Typed },
): Promise<Reply> {
  if (review.state !== 'held') return conflict(notClosedWords)
  return formPage({
    title: 'Put somebody on the register',
    form: puttingOnForm,
    state,
    action: `${reviewAddress(review)}/late-entry`,
    button: 'Put them on the register',
    back: { href: reviewAddress(review), label: 'Peer review' },
    options: await peopleFor(work, 'person', form),
    intro: (
      <p>It counts for them from now on, and they can read what was learned. Your name and the reason stay with it.</p>
    ),
  })
}

async function offPage(work: Work, review: PeerReview, state: FormState): Promise<Reply> {
  if (review.state !== 'held' || review.ledBy === null) return conflict(notClosedWords)
  const came = cameOf(await findRegister(work, review.id), review.ledBy)
  const nameOf = await namer(work, came)
  return formPage({
    title: 'Take somebody off the register',
    form: takingOffForm,
    state,
    action: `${reviewAddress(review)}/removal`,
    button: 'Take them off the register',
    back: { href: reviewAddress(review), label: 'Peer review' },
    options: { person: came.map((value) => ({ value, label: nameOf(value) })) },
    intro: (
      <p>It no longer counts for them, and they no longer read what was said. Your name and the reason stay with it.</p>
    ),
  })
}

/** What was put right, on the page of its peer review; the ways to do so, for whoever facilitates. */
export async function correctionPart(work: Work, { review, forum }: ReviewSubject) {
  if (review.state !== 'held') return null
  const corrections = await findCorrections(work, review.id)
  const nameOf = await namer(
    work,
    corrections.flatMap((one) => [one.person, one.by]),
  )
  const here = reviewAddress(review)
  return (
    <>
      {corrections.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {corrections.map((one) => (
            <li>
              <bdi>{nameOf(one.person)}</bdi> was {one.nowOn ? 'put on the register' : 'taken off the register'} on{' '}
              {formatMoment(one.at)} by <bdi>{nameOf(one.by)}</bdi>: {lowered(one)}.
            </li>
          ))}
        </ul>
      )}
      {forum.chairs.includes(work.asker.person) && (
        <p>
          Is the register wrong? <a href={`${here}/late-entry`}>Put somebody on it</a> or{' '}
          <a href={`${here}/removal`}>take somebody off it</a>.
        </p>
      )}
    </>
  )
}

const lowered = (one: { reason: CorrectionReason; nowOn: boolean }): string => {
  const words = reasonWords(one)
  return words.charAt(0).toLowerCase() + words.slice(1)
}
