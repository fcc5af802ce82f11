// The ground rules of a set while they are agreed: every clause with how it stands, one's own answer beside it, who has still to
// answer; for the facilitator what is left before the text can be closed (SPEC 4.3).
import {
  Button,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostButton,
  PostForm,
  Table,
  titleWith,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, whoSeesFoot } from '../../people/index.ts'
import { type AgreementId, type Party } from '../agreement/agreement.ts'
import { aboutAgreement } from '../agreement/keeping.changes.ts'
import { findHopes } from '../hopes/hopes.store.ts'
import { closingForm } from './ground-rules.form.ts'
import { ItemCard, NewOnes } from './item.pages.tsx'
import { facilitatorOfRules, peopleOfRules } from './rules.access.ts'
import { subjectRules } from './rules.changes.ts'
import { closeRules } from '../talk/settling.changes.ts'
import { agreeWithRest, openTalk, takeStance } from '../talk/talk.changes.ts'
import { settled } from '../talk/settling.ts'
import { itemsOf, looksAfter, stillToAnswer, type Talk, unansweredBy } from '../talk/talk.ts'
import { leftWords } from '../talk/talk.view.ts'

export const boardPages: readonly Page[] = [
  page({
    at: 'GET /ground-rules/:agreement',
    subject: subjectRules,
    access: peopleOfRules,
    answer: (work, { subject: { agreement } }) => boardPage(work, agreement.id, closingForm.filled({})),
  }),
  page({
    at: 'POST /ground-rules/:agreement/agreement',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement }, form }) => {
      const done = await agreeWithRest(work, agreement.id, { seen: Number(firstOf(form, '_version')) || 0 })
      if (!done.ok) return conflict(done.reason)
      return seeOther(`/ground-rules/${agreement.id}`, 'You have agreed with everything that was left')
    },
  }),
  page({
    at: 'POST /ground-rules/:agreement/clauses/:clauseKey/agreement',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement }, params: { clauseKey }, form }) => {
      const seen = Number(firstOf(form, '_version')) || 0
      const done = await takeStance(work, agreement.id, { clause: clauseKey, stance: 'agrees', seen, why: '' })
      return done.ok ? seeOther(`/ground-rules/${agreement.id}#${clauseKey}`, 'You agree') : conflict(done.reason)
    },
  }),
  page({
    at: 'POST /ground-rules/:agreement/closing',
    subject: subjectRules,
    access: facilitatorOfRules,
    answer: async (work, { subject: { agreement }, form }) => {
      const reading = closingForm.read(form)
      if (!reading.ok) return boardPage(work, agreement.id, reading)
      const done = await closeRules(work, agreement.id, { version: Number(firstOf(form, '_version')) || 0 })
      if (!done.ok) return boardPage(work, agreement.id, closingForm.refused(form, done))
      return seeOther(`/agreements/${agreement.id}`, 'The text is closed. Now everybody signs it')
    },
  }),
]

export type Named = {
  readonly talk: Talk
  readonly work: Work
  readonly nameOf: (party: Pick<Party, 'person'>) => string
}

async function boardPage(work: Work, id: AgreementId, state: FormState): Promise<Reply> {
  const talk = await openTalk(work, id)
  if (!talk) return notFound()
  const names = await namesOf(
    work,
    talk.agreement.parties.map((party) => party.person),
  )
  const shown: Named = { talk, work, nameOf: ({ person }) => names.get(person) ?? 'Somebody' }
  const isOpen = talk.agreement.state === 'adapting'
  return html({
    title: titleWith(state, 'Ground rules, clause by clause'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/agreements/${id}`, label: 'The ground rules and who signs them' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{talk.text.title}</h1>
        <p class="app-lede">
          {isOpen ? standingWords(talk) : 'The text is closed. What was said stays here to be read.'}
        </p>
        {isOpen && <OwnPart {...shown} />}
        <HopesPart talk={talk} shared={await countShared(work, id)} />
        <p>{talk.text.opening}</p>
        {itemsOf(talk.text).map((item, at) => (
          <ItemCard item={item} at={at} {...shown} />
        ))}
        <NewOnes {...shown} />
        {isOpen && <SettlingPart {...shown} state={state} />}
        {
          await whoSeesFoot(work, aboutAgreement({ id }), {
            what: 'these rules',
            notThese:
              'Managers see that ground rules are in force and until when, never the text nor what was said of it.',
          })
        }
      </>
    ),
  })
}

function standingWords(talk: Talk): string {
  const all = talk.agreement.parties.length
  return `Being agreed, clause by clause. ${all - stillToAnswer(talk).length} of ${all} have answered everything.`
}

const countShared = async (work: Work, id: AgreementId): Promise<number> =>
  (await findHopes(work, id)).filter((one) => one.shared > 0).length

const HopesPart = ({ talk, shared }: { talk: Talk; shared: number }) => (
  <p>
    <a href={`/ground-rules/${talk.agreement.id}/hopes`}>Hopes and worries</a>{' '}
    <span class="app-quiet">
      {shared === 0
        ? 'What do you look forward to, what makes you hesitate?'
        : `${shared === 1 ? '1 person shares' : `${shared} people share`} theirs`}
    </span>
  </p>
)

function OwnPart({ talk, work }: Named) {
  const left = unansweredBy(talk, work.asker.person).length
  if (left === 0)
    return <InsetText>You have answered everything. You can still change an answer, or say something.</InsetText>
  return (
    <InsetText>
      <p>
        {left === 1 ? 'One thing waits for your answer.' : `${left} things wait for your answer.`} Read each; say what
        you think.
      </p>
      <PostButton
        action={`/ground-rules/${talk.agreement.id}/agreement`}
        version={talk.agreement.version}
        variant="secondary"
      >
        {left === 1 ? 'I agree with it' : `I agree with all ${left}`}
      </PostButton>
    </InsetText>
  )
}

/** Who has still to answer, for everybody; for the facilitator also the end of it. */
function SettlingPart({ talk, work, nameOf, state }: Named & { state: FormState }) {
  const ready = settled(talk)
  const leads = looksAfter(talk, work.asker.person)
  const { id, version, parties } = talk.agreement
  return (
    <>
      <h2>Who has answered</h2>
      <Table
        caption="Who has answered"
        captionHidden
        columns={[
          { heading: 'Name', cell: (party) => <Who name={nameOf(party)} part={party.as} /> },
          { heading: 'Answers', cell: (party) => leftWords(talk, party.person) },
        ]}
        rows={parties}
      />
      {leads && <h2>Close the text</h2>}
      {leads && !ready.ok && <p>{ready.reason}.</p>}
      {leads && ready.ok && (
        <PostForm action={`/ground-rules/${id}/closing`} version={version}>
          <p>
            All have answered. When you close the text, everybody signs it; changing it afterwards clears what was
            signed.
          </p>
          <FormFields form={closingForm} state={state} />
          <Button>Close the text for signing</Button>
        </PostForm>
      )}
    </>
  )
}

const Who = ({ name, part }: { name: string; part: Party['as'] }) => (
  <>
    <bdi>{name}</bdi>
    {part === 'facilitator' && <span class="app-quiet">, facilitator</span>}
  </>
)
