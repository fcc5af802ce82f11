// One clause of ground rules that are being agreed: its words, how each person stands to it, everything that was said of it, and
// the ways to say more. The same page serves what is filled in and the clauses that were suggested anew.
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  FormFields,
  type FormState,
  LinkButton,
  PostForm,
  StateTag,
  SummaryList,
  titleWith,
  Written,
} from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf, whoSeesFoot } from '../../people/index.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { commentForm } from './ground-rules.form.ts'
import { peopleOfRules } from './rules.access.ts'
import { Said } from './said.pages.tsx'
import { subjectRules } from './rules.changes.ts'
import { aboutTalk, commentOnClause, openWholeTalk, type OpenedTalk } from '../talk/talk.changes.ts'
import { details, type Entry, looksAfter, openConcerns, newClause, stancesOn } from '../talk/talk.ts'
import { clauseIn, countWords, nameOfItem, ownTag } from '../talk/talk.view.ts'

export const clausePages: readonly Page[] = [
  page({
    at: 'GET /ground-rules/:agreement/clauses/:clauseKey',
    subject: subjectRules,
    access: peopleOfRules,
    answer: (work, { subject: { agreement }, params: { clauseKey } }) =>
      clausePage(work, agreement.id, { item: clauseKey, state: commentForm.filled({}) }),
  }),
  page({
    at: 'POST /ground-rules/:agreement/clauses/:clauseKey/comments',
    subject: subjectRules,
    access: peopleOfRules,
    answer: async (work, { subject: { agreement }, params: { clauseKey: item }, form }) => {
      const reading = commentForm.read(form)
      if (!reading.ok) return clausePage(work, agreement.id, { item, state: reading })
      const done = await commentOnClause(work, agreement.id, { clause: item, words: reading.value.words })
      if (!done.ok) return clausePage(work, agreement.id, { item, state: commentForm.refused(form, done) })
      return seeOther(`/ground-rules/${agreement.id}/clauses/${item}`, 'Said to the set')
    },
  }),
]

/** What the parts of the page need. */
export type ClauseShown = {
  readonly talk: OpenedTalk
  readonly item: string
  readonly asker: PersonId
  readonly nameOf: (person: PersonId) => string
}

/** Whether there is such a clause, or anything was ever said of it. */
const isThere = (talk: OpenedTalk, item: string): boolean =>
  (item === details && talk.text.blanks.length > 0) ||
  clauseIn(talk, item) !== null ||
  talk.entries.some((one) => one.clause === item)

async function clausePage(
  work: Work,
  id: AgreementId,
  { item, state }: { item: string; state: FormState },
): Promise<Reply> {
  const talk = await openWholeTalk(work, id)
  if (!talk || !isThere(talk, item)) return notFound()
  const names = await namesOf(
    work,
    talk.agreement.parties.map((party) => party.person),
  )
  const shown: ClauseShown = {
    talk,
    item,
    asker: work.asker.person,
    nameOf: (person) => names.get(person) ?? 'Somebody',
  }
  const isOpen = talk.agreement.state === 'adapting'
  return html({
    title: titleWith(state, 'One clause of the ground rules'),
    status: state.errors.length > 0 ? 422 : 200,
    back: { href: `/ground-rules/${id}`, label: 'Ground rules' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{item === newClause ? 'Clauses that were suggested' : nameOfItem(talk, item)}</h1>
        <WordsNow {...shown} />
        {isOpen && item !== newClause && <OwnAnswer {...shown} />}
        <h2>What was said</h2>
        <Said {...shown} />
        {isOpen && <SayIt href={`/ground-rules/${id}/clauses/${item}/comments`} state={state} />}
        {talk.entries.length > 0 && (await whoSeesFoot(work, aboutTalk(id), { what: 'what was said of these rules' }))}
      </>
    ),
  })
}

const SayIt = ({ href, state }: { href: string; state: FormState }) => (
  <PostForm action={href}>
    <FormFields form={commentForm} state={state} />
    <Button variant="secondary">Say it to the set</Button>
  </PostForm>
)

/** The words as they are now, and who stands how to them. */
function WordsNow({ talk, item, nameOf }: ClauseShown) {
  if (item === newClause) return <p>Whatever is put in becomes a clause of its own, at the end of the text.</p>
  const clause = clauseIn(talk, item)
  if (item !== details && !clause) return <p>This clause is no longer in the text. What was said of it stays here.</p>
  const stances = stancesOn(talk, item)
  const those = (kind: Entry['kind'] | undefined) =>
    talk.agreement.parties
      .filter((party) => stances.get(party.person)?.kind === kind)
      .map((party) => nameOf(party.person))
  const rows = [
    { name: 'Agree', value: those('agrees') },
    { name: 'Have a concern', value: those('concern') },
    { name: 'Not answered yet', value: those(undefined) },
  ].filter((row) => row.value.length > 0)
  return (
    <>
      {clause ? <Written>{clause.text}</Written> : <BlankValues talk={talk} />}
      <p class="app-quiet">{countWords(talk, item)}</p>
      <SummaryList rows={rows.map(({ name, value }) => ({ name, value: <bdi>{value.join(', ')}</bdi> }))} />
    </>
  )
}

const BlankValues = ({ talk }: { talk: OpenedTalk }) => (
  <SummaryList
    rows={talk.text.blanks.map((blank) => ({
      name: blank.label,
      value: blank.value === '' ? 'Not filled in yet' : <bdi>{blank.value}</bdi>,
    }))}
  />
)

function OwnAnswer({ talk, item, asker }: ClauseShown) {
  const tag = ownTag(talk, item, asker)
  const href = `/ground-rules/${talk.agreement.id}/clauses/${item}`
  const isClause = clauseIn(talk, item) !== null
  if (!isClause && item !== details) return null
  const waits = openConcerns(talk).some((one) => one.clause === item && one.by === asker)
  return (
    <>
      <p>
        <StateTag tone={tag.tone}>{tag.words}</StateTag>
      </p>
      <ButtonGroup>
        {tag.words !== 'You agree' && (
          <PostForm action={`${href}/agreement`} version={talk.agreement.version} classes="app-post-button">
            <Button>I agree</Button>
          </PostForm>
        )}
        {!waits && (
          <LinkButton href={`${href}/concern`} variant="secondary">
            {tag.words === 'You have a concern' ? 'I still have a concern' : 'I have a concern'}
          </LinkButton>
        )}
        {isClause && (
          <LinkButton href={`${href}/suggestion`} variant="secondary">
            Suggest other words
          </LinkButton>
        )}
        {item === details && looksAfter(talk, asker) && (
          <LinkButton href={`/ground-rules/${talk.agreement.id}/details`} variant="secondary">
            Fill in
          </LinkButton>
        )}
      </ButtonGroup>
    </>
  )
}
