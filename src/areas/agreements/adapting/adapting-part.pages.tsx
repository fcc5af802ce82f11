// While two adapt their contract: what is proposed and by whom, what is still to be filled in, and closing the text.
import {
  Button,
  ButtonGroup,
  Card,
  Details,
  FormFields,
  LinkButton,
  PostButton,
  PostForm,
  Quiet,
  type VNode,
  Written,
} from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { hrefOf } from '../agreement/agreement.view.ts'
import { boundBy } from '../agreement/agreement.view.ts'
import { clauseOf } from '../agreement/clauses.ts'
import type { Shown } from '../reading/agreement-page.pages.tsx'
import { mayClose } from '../signing/closing.changes.ts'
import { openReply, openWords } from './proposal.changes.ts'
import { answerForm } from './proposal.form.ts'
import { findProposals } from './proposal.store.ts'
import type { Proposal, ProposalWords } from './proposal.ts'

/** Null when it is not being adapted, or is the rules of a set, which adapt theirs on a page of their own. */
export async function adaptingPart(work: Work, shown: Shown): Promise<VNode | null> {
  const { agreement, opened } = shown
  if (agreement.state !== 'adapting' || agreement.kind === 'ground rules') return null
  const proposals = await openedProposals(work, await findProposals(work, agreement.id))
  const open = proposals.filter((one) => one.proposal.state === 'open')
  const waits = open.filter((one) => one.proposal.by !== work.asker.person)
  const mine = open.filter((one) => one.proposal.by === work.asker.person)
  const done = proposals.filter((one) => one.proposal.state !== 'open')
  const ready = await mayClose(work, agreement, { text: opened.text })
  return (
    <section>
      {waits.length > 0 && <h2>Proposed to you</h2>}
      {waits.map((one) => (
        <ProposalCard one={one} shown={shown} answerable />
      ))}
      {mine.length > 0 && <h2>What you proposed</h2>}
      {mine.map((one) => (
        <ProposalCard one={one} shown={shown} />
      ))}
      <ClosingPart shown={shown} reason={ready.ok ? null : ready.reason} />
      <AnsweredPart done={done} shown={shown} />
    </section>
  )
}

type OpenedProposal = { readonly proposal: Proposal; readonly words: ProposalWords | null; readonly reply: string }

async function openedProposals(work: Work, proposals: readonly Proposal[]): Promise<readonly OpenedProposal[]> {
  const opened: OpenedProposal[] = []
  for (const proposal of proposals)
    opened.push({ proposal, words: await openWords(work, proposal), reply: await openReply(work, proposal) })
  return opened
}

function ProposalCard({ one, shown, answerable = false }: { one: OpenedProposal; shown: Shown; answerable?: boolean }) {
  const { proposal, words } = one
  const href = `${hrefOf(shown.agreement)}/proposals/${proposal.id}`
  const answering = answerForm(proposal).form
  return (
    <Card heading={headingOf(one, shown)} level={3} size="s" id={`proposal-${proposal.id}`}>
      <ProposedWords one={one} shown={shown} />
      {words && words.why !== '' && (
        <>
          <p class="app-quiet">Why</p>
          <Written>{words.why}</Written>
        </>
      )}
      {answerable ? (
        <PostForm action={`${href}/answer`}>
          <FormFields form={answering} state={answering.filled({})} />
          <Button variant="secondary">Send your answer</Button>
        </PostForm>
      ) : (
        <PostButton action={`${href}/withdrawal`} variant="secondary" small>
          Take it back<span class="nhsuk-u-visually-hidden">: {headingOf(one, shown)}</span>
        </PostButton>
      )}
    </Card>
  )
}

function headingOf({ proposal, words }: OpenedProposal, { opened }: Shown): string {
  const called = clauseOf(opened.text, proposal.clause)?.heading ?? words?.heading ?? ''
  const quoted = called === '' ? 'a clause' : `“${called}”`
  if (proposal.step === 'add') return `Add ${quoted}`
  return proposal.step === 'leave out' ? `Leave out ${quoted}` : `Change ${quoted}`
}

/** The words now and the words proposed, one below the other. */
function ProposedWords({ one: { proposal, words }, shown }: { one: OpenedProposal; shown: Shown }) {
  const now = clauseOf(shown.opened.text, proposal.clause)
  return (
    <>
      {proposal.step !== 'add' && now && (
        <>
          <p class="app-quiet">{proposal.step === 'leave out' ? 'It says' : 'It says now'}</p>
          <Written>{now.text}</Written>
        </>
      )}
      {proposal.step !== 'leave out' && words && (
        <>
          <p class="app-quiet">
            {proposal.step === 'add' ? `It would say, for ${boundBy(words.party).toLowerCase()}` : 'It would say'}
          </p>
          {words.heading !== '' && words.heading !== now?.heading && <strong>{words.heading}</strong>}
          <Written>{words.text}</Written>
        </>
      )}
    </>
  )
}

function ClosingPart({ shown, reason }: { shown: Shown; reason: string | null }) {
  const { agreement, adaptable } = shown
  const href = hrefOf(agreement)
  return (
    <>
      <h2>Next</h2>
      {reason === null ? (
        <>
          <p>When the text says what you both mean, close it. Then each of you signs it.</p>
          <PostButton action={`${href}/closing`} version={agreement.version}>
            Close the text for signing
          </PostButton>
        </>
      ) : (
        <p>{reason}. After that the text can be closed and signed.</p>
      )}
      <ButtonGroup>
        <LinkButton href={`${href}/blanks`} variant={reason?.startsWith('Fill') ? undefined : 'secondary'} small>
          Fill in
        </LinkButton>
        {adaptable && (
          <LinkButton href={`${href}/clauses/new`} variant="secondary" small>
            Suggest a clause of your own
          </LinkButton>
        )}
      </ButtonGroup>
      <Details summary="Give it up">
        <p>Nothing of it will hold. The text stays readable to the two of you, and you can start another.</p>
        <PostButton action={`${href}/withdrawal`} variant="warning" small>
          Give this contract up
        </PostButton>
      </Details>
    </>
  )
}

const outcomeWords = {
  accepted: 'accepted',
  declined: 'declined',
  'taken back': 'taken back',
  overtaken: 'overtaken by another change of the same clause',
  open: '',
} as const

function AnsweredPart({ done, shown }: { done: readonly OpenedProposal[]; shown: Shown }) {
  if (done.length === 0) return null
  return (
    <Details summary={`What was proposed before (${done.length})`}>
      {done.toReversed().map((one) => (
        <div>
          <p>
            <strong>{headingOf(one, shown)}</strong>, proposed by {shown.nameOf(one.proposal.by)}:{' '}
            {outcomeWords[one.proposal.state]}
            {one.proposal.answeredAt && <Quiet> {formatMoment(one.proposal.answeredAt)}</Quiet>}
          </p>
          {one.reply !== '' && <Written>{one.reply}</Written>}
        </div>
      ))}
    </Details>
  )
}
