// Somebody is no longer in a set from a day on: a member says so for themselves, or whoever keeps the set for them.
import { Button, ErrorSummary, FormFields, type FormState, PostForm, titleWith } from '../../../design/index.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { access, type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { looksAfterSets, mayEndMembership, type SetSubject } from '../set/set.access.ts'
import { belongs, type Membership, type MembershipId } from '../set/set.ts'
import { findSetOfMembership } from '../set/set.store.ts'
import { leaveForm } from './membership.form.ts'
import { leaveSet } from './membership.changes.ts'

type Leaving = SetSubject & { readonly membership: Membership }

async function subject(work: Work, { membership: id }: { membership: MembershipId }): Promise<Leaving | null> {
  const set = await findSetOfMembership(work, id)
  const membership = set?.memberships.find((one) => one.id === id)
  return set && membership ? { set, today: work.today, membership } : null
}

const endsIt = access<Leaving>(
  'Whoever leaves; the facilitator and the deputy of the set, administrators and programme leads',
  (asker, leaving) => mayEndMembership(asker, leaving, leaving.membership.person),
)

export const leavingPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/memberships/:membership/end',
    subject,
    access: endsIt,
    answer: (work, { subject: leaving }) => leavePage(work, leaving, leaveForm.filled({ until: work.today })),
  }),
  page({
    at: 'POST /action-learning/memberships/:membership/end',
    subject,
    access: endsIt,
    answer: async (work, { subject: leaving, form }) => {
      const reading = leaveForm.read(form, { today: work.today })
      if (!reading.ok) return leavePage(work, leaving, reading)
      const until = parseDay(reading.value.until) ?? work.today
      const { set, membership } = leaving
      const done = await leaveSet(work, set.id, { membership: membership.id, until })
      if (!done.ok) return leavePage(work, leaving, leaveForm.refused(form, done))
      const stays = membership.person !== work.asker.person || until > work.today || looksAfterSets(work.asker)
      return seeOther(
        stays ? `/action-learning/sets/${set.id}` : '/action-learning',
        'Saved: who leaves the set, and when',
      )
    },
  }),
]

async function leavePage(work: Work, { set, membership, today }: Leaving, state: FormState): Promise<Reply> {
  const name = (await namesOf(work, [membership.person])).get(membership.person) ?? 'Somebody'
  const self = membership.person === work.asker.person
  return html({
    title: titleWith(state, 'Leave the set'),
    status: state.errors.length > 0 ? 422 : 200,
    back: belongs(set, work.asker.person, today)
      ? { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' }
      : { href: '/action-learning', label: 'Action learning' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{self ? 'Leave the set' : `${name} leaves the set`}</h1>
        <p>
          {self ? 'You keep' : 'They keep'} the ground rules that {self ? 'you' : 'they'} signed, and nothing that comes
          after. The others agree their ground rules again.
        </p>
        <PostForm action={`/action-learning/memberships/${membership.id}/end`} version={set.version}>
          <FormFields form={leaveForm} state={state} />
          <Button variant="warning">{self ? 'Leave the set' : 'Save'}</Button>
        </PostForm>
      </>
    ),
  })
}
