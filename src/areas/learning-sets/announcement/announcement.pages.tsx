// What a set wants to be told outside it: the list of its set, and one text with who has agreed to it (SPEC 7.8).
import {
  EmptyState,
  InsetText,
  LinkButton,
  PostButton,
  StateTag,
  Table,
  type Tone,
  Written,
} from '../../../design/index.ts'
import { londonDay } from '../../../platform/time/moment.ts'
import { formatDay, formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { becauseField } from '../../records/index.ts'
import { peopleOfSetItself } from '../set/set.access.ts'
import { subjectSet } from '../set/set.changes.ts'
import { belongs, type LearningSet, peopleOn } from '../set/set.ts'
import {
  type AnnouncementSubject,
  endersOfAnnouncement,
  peopleOfAnnouncement,
  readersOfAnnouncement,
  recipientsOfAnnouncement,
} from './announcement.access.ts'
import { addressOf, Agreeing, type NameOf, NotLetIn } from './agreeing.pages.tsx'
import {
  agreeToTelling,
  noteReading,
  subjectAnnouncement,
  tellAnnouncement,
  textsOfAnnouncement,
  withdrawAnnouncement,
} from './announcement.changes.ts'
import { findAgreed, findAnnouncementsOf, findReadersOf } from './announcement.store.ts'
import { type Announcement, waitsFor } from './announcement.ts'

export const announcementPages: readonly Page[] = [
  page({
    at: 'GET /action-learning/sets/:set/announcements',
    subject: subjectSet,
    access: peopleOfSetItself,
    answer: (work, { subject: { set } }) => listPage(work, set),
  }),
  page({
    at: 'GET /action-learning/announcements/:announcement',
    subject: subjectAnnouncement,
    access: readersOfAnnouncement,
    answer: (work, { subject }) => onePage(work, subject),
  }),
  page({
    at: 'POST /action-learning/announcements/:announcement/agreement',
    subject: subjectAnnouncement,
    access: peopleOfAnnouncement,
    answer: async (work, { subject: { announcement }, form }) => {
      const agrees = firstOf(form, 'agrees') !== 'no'
      const done = await agreeToTelling(work, announcement.id, { textHash: firstOf(form, 'text-hash'), agrees })
      if (!done.ok) return conflict(done.reason)
      return seeOther(addressOf(announcement), agrees ? 'You agree that it may be told' : 'You no longer agree')
    },
  }),
  page({
    at: 'POST /action-learning/announcements/:announcement/telling',
    subject: subjectAnnouncement,
    access: endersOfAnnouncement,
    answer: async (work, { subject: { announcement }, form }) => {
      const done = await tellAnnouncement(work, announcement.id, { textHash: firstOf(form, 'text-hash') })
      return done.ok ? seeOther(addressOf(announcement), 'Told') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/announcements/:announcement/withdrawal',
    subject: subjectAnnouncement,
    access: endersOfAnnouncement,
    answer: async (work, { subject: { announcement } }) => {
      const done = await withdrawAnnouncement(work, announcement.id)
      return done.ok ? seeOther(addressOf(announcement), 'Withdrawn. It is not told') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /action-learning/announcements/:announcement/reading',
    subject: subjectAnnouncement,
    access: recipientsOfAnnouncement,
    answer: async (work, { subject: { announcement } }) => {
      await noteReading(work, announcement.id)
      return seeOther(addressOf(announcement), 'Thank you')
    },
  }),
]

const standing: Readonly<Record<Announcement['state'], { tone: Tone; words: string }>> = {
  proposed: { tone: 'waiting', words: 'Asked' },
  told: { tone: 'good', words: 'Told' },
  withdrawn: { tone: 'quiet', words: 'Withdrawn' },
}

async function listPage(work: Work, set: LearningSet): Promise<Reply> {
  const all = await findAnnouncementsOf(work, set.id)
  const names = await namesOf(
    work,
    all.map((one) => one.proposedBy),
  )
  return html({
    title: 'What may be told',
    back: { href: `/action-learning/sets/${set.id}`, label: 'Action learning set' },
    body: (
      <>
        <h1>What may be told</h1>
        <p class="app-lede">
          What is said in the set stays there. When a change has to be known outside, the whole set agrees first to the
          exact words.
        </p>
        <LinkButton href={`/action-learning/sets/${set.id}/announcements/new`}>Propose what may be told</LinkButton>
        <Table
          caption="What was proposed, the newest first"
          captionHidden
          rows={all}
          columns={[
            { heading: 'Proposed', cell: (one) => <a href={addressOf(one)}>{proposedInWords(one, all)}</a> },
            { heading: 'By', cell: (one) => <bdi>{names.get(one.proposedBy) ?? 'Somebody'}</bdi> },
            {
              heading: 'State',
              cell: (one) => <StateTag tone={standing[one.state].tone}>{standing[one.state].words}</StateTag>,
            },
          ]}
          empty={
            <EmptyState heading="Nothing yet" level={2}>
              <p>Everybody in the set can propose something. It is told only when all of you agree.</p>
            </EmptyState>
          }
        />
      </>
    ),
  })
}

/** Two of one day are told apart by their number. */
function proposedInWords(one: Announcement, all: readonly Announcement[]): string {
  const day = londonDay(one.proposedAt)
  const same = all.filter((other) => londonDay(other.proposedAt) === day).toReversed()
  return same.length > 1 ? `${formatDay(day)}, number ${same.indexOf(one) + 1}` : formatDay(day)
}

async function onePage(work: Work, subject: AnnouncementSubject): Promise<Reply> {
  const { announcement, set } = subject
  const isOfSet = belongs(set, work.asker.person, work.today)
  const agreed = await findAgreed(work, announcement.id)
  const names = await namesOf(work, [
    ...peopleOn(set, work.today).map((one) => one.person),
    ...announcement.recipients,
    ...agreed.map((one) => one.person),
    announcement.proposedBy,
  ])
  const nameOf: NameOf = (person) => names.get(person) ?? 'Somebody who is no longer here'
  const { text = '', [becauseField]: because = '' } = await textsOfAnnouncement(work, subject)
  return html({
    title: 'What may be told',
    back: isOfSet ? { href: `/action-learning/sets/${set.id}/announcements`, label: 'What may be told' } : undefined,
    body: (
      <>
        <h1>{announcement.state === 'told' ? 'Told by a learning set' : 'What may be told'}</h1>
        <p class="app-lede">{leadIn(subject, nameOf)}</p>
        <InsetText>
          {text === '' ? <NotLetIn nameOf={nameOf} subject={subject} /> : <Written>{text}</Written>}
        </InsetText>
        {isOfSet && (
          <p>
            To be told to: <bdi>{announcement.recipients.map(nameOf).join(', ')}</bdi>
          </p>
        )}
        {because !== '' && <Written>{`It identifies nobody because: ${because}`}</Written>}
        {isOfSet && announcement.state === 'proposed' && (
          <Agreeing
            {...{ work, subject, nameOf, waits: waitsFor(announcement, agreed, subject), canRead: text !== '' }}
          />
        )}
        {isOfSet ? <Viewers subject={subject} nameOf={nameOf} /> : await readingPart(work, subject)}
      </>
    ),
  })
}

function leadIn({ announcement }: AnnouncementSubject, nameOf: NameOf): string {
  const { state, proposedBy, proposedAt, endedAt } = announcement
  if (state === 'told') return `Agreed by everybody in the set and told ${endedAt ? formatMoment(endedAt) : ''}.`
  const by = `Proposed by ${nameOf(proposedBy)}, ${formatMoment(proposedAt)}.`
  return state === 'withdrawn' ? `${by} It was withdrawn and is not told.` : by
}

const Viewers = ({ subject: { announcement }, nameOf }: { subject: AnnouncementSubject; nameOf: NameOf }) => (
  <p class="app-quiet">
    The people of the set can see this text while they belong to it
    {announcement.state === 'told' && (
      <>
        , and so can <bdi>{announcement.recipients.map(nameOf).join(', ')}</bdi>, to whom it was told
      </>
    )}
    . Line managers, administrators and programme leads see nothing of it unless they are named here.
  </p>
)

async function readingPart(work: Work, { announcement }: AnnouncementSubject) {
  const readers = await findReadersOf(work, announcement.id)
  return readers.includes(work.asker.person) ? (
    <p class="app-quiet">You have said that you read it.</p>
  ) : (
    <PostButton action={`${addressOf(announcement)}/reading`}>I have read it</PostButton>
  )
}
