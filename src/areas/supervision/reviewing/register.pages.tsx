// The open register of a peer review: whoever is invited says whether they come, and that they are here; whoever facilitates enters
// those without a device, and takes off those who are not there after all.
import { ButtonGroup, LinkButton, type FormState, PostButton, searchIn, Table } from '../../../design/index.ts'
import { parseId, type PersonId } from '../../../platform/ids.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage, peopleFor } from '../../people/index.ts'
import { chairsOfForum } from '../peer-review/forum.access.ts'
import { reviewAddress } from '../peer-review/forum.view.ts'
import { namer } from '../supervision.changes.ts'
import { registerOther, type ReviewSubject, subjectReview } from './review.changes.ts'
import { registerForm } from './review.form.ts'
import { findRegister } from './review.store.ts'
import type { PeerReview, Registered } from './review.ts'

const chaired = { subject: subjectReview, access: chairsOfForum } as const

export const registerPages: readonly Page[] = [
  page({
    at: 'GET /peer-reviews/:review/attendance',
    ...chaired,
    answer: (work, { subject: { review } }) => enterPage(work, review, { state: registerForm.filled({}), form: {} }),
  }),
  page({
    at: 'POST /peer-reviews/:review/attendance',
    ...chaired,
    answer: async (work, { subject: { review }, form }) => {
      if (searchIn(form))
        return enterPage(work, review, { state: { errors: [], typed: registerForm.typed(form) }, form })
      const reading = registerForm.read(form)
      if (!reading.ok) return enterPage(work, review, { state: reading, form })
      const person = parseId<'person'>(reading.value.person)
      const done = person
        ? await registerOther(work, review.id, { person, here: true })
        : { ok: false as const, reason: 'Choose one of the people found', field: 'person' }
      if (!done.ok) return enterPage(work, review, { state: registerForm.refused(form, done), form })
      return seeOther(reviewAddress(review), 'Entered on the register')
    },
  }),
]

async function enterPage(
  work: Work,
  review: PeerReview,
  { state, form }: { state: FormState; form: Typed },
): Promise<Reply> {
  return formPage({
    title: 'Enter somebody on the register',
    form: registerForm,
    state,
    action: `${reviewAddress(review)}/attendance`,
    button: 'They are here',
    back: { href: reviewAddress(review), label: 'Peer review' },
    options: await peopleFor(work, 'person', form),
  })
}

/** The part of the page of a peer review. */
export async function registerPart(work: Work, { review, forum, invited }: ReviewSubject) {
  const all = await findRegister(work, review.id)
  const nameOf = await namer(
    work,
    all.map((one) => one.person),
  )
  const mine = all.find((one) => one.person === work.asker.person)
  const chair = forum.chairs.includes(work.asker.person)
  const here = all.filter((one) => one.stands === 'here')
  const isOver = review.state === 'open' || review.state === 'held'
  return (
    <>
      <h2>{headings[review.state]}</h2>
      {(invited || chair) && <OwnAnswer review={review} mine={mine} />}
      <Names review={review} rows={isOver ? here : all} {...{ nameOf, chair }} />
      {chair && review.state === 'open' && (
        <LinkButton href={`${reviewAddress(review)}/attendance`} variant="secondary">
          Enter somebody without a device
        </LinkButton>
      )}
    </>
  )
}

const invitedMay = (review: PeerReview): boolean => review.state === 'planned' || review.state === 'open'

function OwnAnswer({ review, mine }: { review: PeerReview; mine: Registered | undefined }) {
  if (!invitedMay(review)) return null
  const action = `${reviewAddress(review)}/register`
  if (review.state === 'open')
    return mine?.stands === 'here' ? (
      <p>You are on the register.</p>
    ) : (
      <PostButton action={action} fields={{ stands: 'here' }}>
        I am here
      </PostButton>
    )
  return (
    <>
      {mine && <p>You said that you are {mine.stands}.</p>}
      <ButtonGroup>
        {mine?.stands !== 'coming' && (
          <PostButton action={action} fields={{ stands: 'coming' }}>
            I am coming
          </PostButton>
        )}
        {mine?.stands !== 'not coming' && (
          <PostButton action={action} fields={{ stands: 'not coming' }} variant="secondary">
            I cannot come
          </PostButton>
        )}
      </ButtonGroup>
    </>
  )
}

const headings: Readonly<Record<PeerReview['state'], string>> = {
  planned: 'Who comes',
  open: 'Who is here',
  held: 'Who was there',
  'called off': 'Who would have come',
}

type NamesProps = {
  review: PeerReview
  rows: readonly Registered[]
  nameOf: (person: PersonId) => string
  chair: boolean
}

function Names({ review, rows, nameOf, chair }: NamesProps) {
  if (rows.length === 0) return <p>Nobody has said so yet. Whoever is invited may simply come.</p>
  if (chair && review.state === 'open') return <TakingOff {...{ review, rows, nameOf }} />
  const named = (stands: Registered['stands']) =>
    rows.filter((one) => one.stands === stands).map((one) => nameOf(one.person))
  return (
    <>
      {(['here', 'coming', 'not coming'] as const)
        .filter((stands) => named(stands).length > 0)
        .map((stands) => (
          <p>
            {standsWords[stands]}
            <bdi>{named(stands).join(', ')}</bdi>
          </p>
        ))}
    </>
  )
}

const standsWords = { here: '', coming: 'Coming: ', 'not coming': 'Cannot come: ' } as const

const TakingOff = ({ review, rows, nameOf }: Omit<NamesProps, 'chair'>) => (
  <Table
    caption="The register"
    captionHidden
    compact
    rows={rows}
    columns={[
      { heading: 'Name', cell: (one: Registered) => <bdi>{nameOf(one.person)}</bdi> },
      {
        heading: 'Not here after all?',
        cell: (one: Registered) =>
          one.person === review.ledBy ? (
            'Leads it'
          ) : (
            <PostButton
              action={`${reviewAddress(review)}/taking-off`}
              fields={{ person: one.person }}
              variant="secondary"
              small
            >
              Take off <span class="nhsuk-u-visually-hidden">{nameOf(one.person)}</span>
            </PostButton>
          ),
      },
    ]}
  />
)
