// One's own topic that waits since the last meeting, where somebody leads the set who was not there.
import { PostButton, Written } from '../../../design/index.ts'
import { parseId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { peopleOfSetItself } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import type { LearningSet } from '../set/set.ts'
import { ownWaitingTopics, shareTopic, unshareTopic, type WaitingTopic } from './shared-topic.changes.ts'

export const sharedTopicPages: readonly Page[] = [
  page({
    at: 'POST /action-learning/sets/:set/waiting-topics',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: async (work, { subject: { set }, form }) => {
      const topic = parseId<'topic'>(firstOf(form, 'topic'))
      const deed = firstOf(form, 'share') === 'no' ? unshareTopic : shareTopic
      const done = topic ? await deed(work, set.id, { topic }) : notThere
      return done.ok ? seeOther(`/action-learning/sets/${set.id}`, 'Saved') : conflict(done.reason)
    },
  }),
]

const notThere = { ok: false, reason: 'There is no such topic of yours' } as const

/** The part of the pages of a set and of its next meeting; null where nothing of the asker's waits. */
export async function waitingTopicsPart(work: Work, set: LearningSet) {
  const waiting = await ownWaitingTopics(work, set)
  if (waiting.length === 0) return null
  const names = await namesOf(
    work,
    waiting.flatMap((one) => one.strangers),
  )
  const leaders = (waiting[0]?.strangers ?? []).map((one) => names.get(one) ?? 'Somebody').join(' and ')
  return (
    <>
      <h2>Your topic that waits</h2>
      {waiting.map((one) => (
        <OneWaiting {...{ one, leaders }} action={`/action-learning/sets/${set.id}/waiting-topics`} />
      ))}
    </>
  )
}

const OneWaiting = ({ one, leaders, action }: { one: WaitingTopic; leaders: string; action: string }) => (
  <>
    <Written>{one.topic.words}</Written>
    <p>
      <bdi>{leaders}</bdi>{' '}
      {one.shared
        ? 'can read it, and it comes back when the next meeting is opened.'
        : 'was not in the last meeting and cannot read it. Let them read it, and it comes back when the next meeting is opened.'}
    </p>
    <PostButton action={action} fields={{ topic: one.topic.id, share: one.shared ? 'no' : 'yes' }} variant="secondary">
      {one.shared ? 'Take it back' : 'Let them read it'}
    </PostButton>
  </>
)
