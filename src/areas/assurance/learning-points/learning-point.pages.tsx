// One learning point on its way: its words, who has agreed, and what the asker may do about it (SPEC 10.3).
import {
  ButtonGroup,
  Details,
  InsetText,
  LinkButton,
  PostButton,
  StateTag,
  SummaryList,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, unitTree, whoSeesFoot } from '../../people/index.ts'
import {
  approversOfPoint,
  concernedByPoint,
  drafterOfPoint,
  type PointSubject,
  readersOfPoint,
  secondReaderOfPoint,
} from './learning-point.access.ts'
import {
  answerPoint,
  approvePoint,
  readPointOver,
  subjectPoint,
  textsOfPoint,
  thePoint,
  withdrawPoint,
} from './learning-point.changes.ts'
import { sentence } from './learning-point.form.ts'
import { findPointAgreed } from './learning-point.store.ts'
import { backReasons, type LearningPoint, waitsFor } from './learning-point.ts'
import { backWords, leadWords, pointAddress, pointTones, sentAddress } from './learning-point.view.ts'
import { stillHere } from './sources.changes.ts'

const lookedAt = (form: Typed) => ({
  textHash: firstOf(form, 'text-hash'),
  back: backReasons.find((one) => one === firstOf(form, 'back')) ?? null,
})

export const pointPages: readonly Page[] = [
  page({
    at: 'GET /learning-points/:point',
    subject: subjectPoint,
    access: readersOfPoint,
    answer: (work, { subject }) => pointPage(work, subject),
  }),
  page({
    at: 'POST /learning-points/:point/answer',
    subject: subjectPoint,
    access: concernedByPoint,
    answer: async (work, { subject: { point }, form }) => {
      const agrees = firstOf(form, 'agrees') === 'yes'
      const done = await answerPoint(work, point.id, { textHash: firstOf(form, 'text-hash'), agrees })
      if (!done.ok) return conflict(done.reason)
      return seeOther(pointAddress(point), agrees ? 'You agree' : 'Thank you. It is not sent as it reads now')
    },
  }),
  page({
    at: 'POST /learning-points/:point/reading-over',
    subject: subjectPoint,
    access: secondReaderOfPoint,
    answer: async (work, { subject: { point }, form }) => {
      const done = await readPointOver(work, point.id, lookedAt(form))
      return done.ok ? seeOther('/learning-points', 'Thank you for reading it over') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /learning-points/:point/approval',
    subject: subjectPoint,
    access: approversOfPoint,
    answer: async (work, { subject: { point }, form }) => {
      const looked = lookedAt(form)
      const done = await approvePoint(work, point.id, looked)
      if (!done.ok) return conflict(done.reason)
      return looked.back ? seeOther('/learning-points', 'Sent back') : seeOther(sentAddress(point), 'Sent')
    },
  }),
  page({
    at: 'POST /learning-points/:point/withdrawal',
    subject: subjectPoint,
    access: concernedByPoint,
    answer: async (work, { subject: { point } }) => {
      const done = await withdrawPoint(work, point.id)
      return done.ok ? seeOther(pointAddress(point), 'Withdrawn. It is not sent') : conflict(done.reason)
    },
  }),
]

async function pointPage(work: Work, subject: PointSubject): Promise<Reply> {
  const { point } = subject
  const texts = await textsOfPoint(work, point)
  const agreed = await findPointAgreed(work, point.id)
  const here = await stillHere(work, point.concerned)
  const left = new Set(point.concerned.filter((person) => !here.has(person)))
  const waits = waitsFor(point, agreed, left)
  const isTheirs = concernedByPoint.may(work.asker, subject)
  const { tone, words } = pointTones[point.state]
  return html({
    title: 'Learning point',
    back: { href: '/learning-points', label: 'Learning points' },
    body: (
      <>
        <h1>
          Learning point <StateTag tone={tone}>{words}</StateTag>
        </h1>
        {isTheirs && <p class="app-lede">{leadWords(point, waits.length)}</p>}
        <InsetText>
          <h2 class="nhsuk-heading-m">
            <bdi>{texts.title ?? ''}</bdi>
          </h2>
          <Written>{texts.words ?? ''}</Written>
        </InsetText>
        <Because words={texts.identifiesNobody ?? ''} />
        {await factsOf(work, point)}
        {isTheirs && <OwnWays {...{ work, subject }} mine={waits.includes(work.asker.person)} />}
        {secondReaderOfPoint.may(work.asker, subject) && <LookedAt point={point} deed="reading-over" />}
        {approversOfPoint.may(work.asker, subject) && point.secondReader !== work.asker.person && (
          <LookedAt point={point} deed="approval" />
        )}
        {await whoSeesFoot(work, thePoint(point.id), { what: 'these words', notThese: notThese, called })}
      </>
    ),
  })
}

/** What the second reader has to know of words that were pointed out. */
const Because = ({ words }: { words: string }) =>
  words === '' ? null : (
    <p>
      Words in it were pointed out. It was said that they identify nobody because: <bdi>{words}</bdi>
    </p>
  )

/** Those in the room it comes from are asked; somebody who was not there reads it over. */
const called = { owner: 'is asked to agree', adviser: 'second reader' } as const

const notThese = 'Managers and everybody else see nothing of it until it is sent, and then never where it came from.'

async function factsOf(work: Work, point: LearningPoint) {
  const names = await namesOf(work, [point.draftedBy, point.secondReader])
  const units = new Map((await unitTree(work, work.today)).map((unit) => [unit.unit, unit.name]))
  const teams = point.units.map((unit) => units.get(unit) ?? 'a team that has ended')
  return (
    <SummaryList
      rows={[
        { name: 'About', value: point.subjects.map(sentence).join(', ') },
        {
          name: point.state === 'sent' ? 'Sent to' : 'To be sent to',
          value: <bdi>{teams.length === 0 ? 'Everybody' : teams.join(', ')}</bdi>,
        },
        { name: 'Drafted', value: `${formatMoment(point.draftedAt)}, ${names.get(point.draftedBy) ?? 'somebody'}` },
        { name: 'Second reader', value: <bdi>{names.get(point.secondReader) ?? 'Somebody who has left'}</bdi> },
      ]}
    />
  )
}

function OwnWays({ work, subject, mine }: { work: Work; subject: PointSubject; mine: boolean }) {
  const { point } = subject
  const hash = { 'text-hash': point.textHash }
  const answer = `${pointAddress(point)}/answer`
  const isOpen = point.state !== 'sent' && point.state !== 'withdrawn'
  const changes = drafterOfPoint.may(work.asker, subject) && isOpen && !point.state.startsWith('to be')
  return (
    <>
      {point.state === 'asked' && mine && (
        <PostButton action={answer} fields={{ ...hash, agrees: 'yes' }}>
          I agree that exactly this is sent
        </PostButton>
      )}
      <ButtonGroup>
        {point.state === 'asked' && point.draftedBy !== work.asker.person && (
          <PostButton action={answer} variant="secondary" fields={{ ...hash, agrees: 'no' }}>
            I do not want this to be sent
          </PostButton>
        )}
        {changes && (
          <LinkButton href={`${pointAddress(point)}/text`} variant="secondary">
            Change it
          </LinkButton>
        )}
        {isOpen && (
          <PostButton action={`${pointAddress(point)}/withdrawal`} variant="secondary">
            Withdraw it
          </PostButton>
        )}
        {point.state === 'sent' && <LinkButton href={sentAddress(point)}>See what was sent</LinkButton>}
      </ButtonGroup>
    </>
  )
}

/** What the second reader, and whoever approves it, may say. */
function LookedAt({ point, deed }: { point: LearningPoint; deed: 'reading-over' | 'approval' }) {
  const action = `${pointAddress(point)}/${deed}`
  const hash = { 'text-hash': point.textHash }
  const isReading = deed === 'reading-over'
  return (
    <>
      <h2>{isReading ? 'Could anybody be known by it?' : 'May it be sent?'}</h2>
      <p>
        {isReading
          ? 'Think of a colleague, a neighbour or a relative who knows a little. A rare event, an age, a place or a day can be enough.'
          : 'Everybody whose it is has agreed, and somebody who was not there has read it over.'}
      </p>
      <PostButton action={action} fields={hash}>
        {isReading ? 'Nobody can be known by it' : 'Approve and send it'}
      </PostButton>
      <Details summary="Send it back">
        <ButtonGroup>
          {backReasons.map((back) => (
            <PostButton action={action} variant="secondary" fields={{ ...hash, back }}>
              {backWords[back]}
            </PostButton>
          ))}
        </ButtonGroup>
      </Details>
    </>
  )
}
