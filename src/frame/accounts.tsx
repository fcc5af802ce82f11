// How a person's account looks to an administrator, and how the state of mail does.
import type { VNode } from 'preact'
import { Heading, InsetText, PostButton, SummaryList } from '../design/index.ts'
import type { MailProblem, OutboxState } from '../platform/mail/outbox.ts'
import type { AccountState } from '../platform/sign-in/account/account-state.ts'
import { formatMoment } from '../platform/time/words.ts'

export function AccountOfPerson(props: {
  name: string
  id: string
  account: AccountState
  own: boolean
  inviting: VNode
}) {
  const { account } = props
  const isThere = account.state === 'open' || account.state === 'setting up'
  return (
    <>
      <Heading level={1} size="l">
        Account of {props.name}
      </Heading>
      <p>{stateWords(account)}</p>
      {!isThere && props.inviting}
      {isThere && !props.own && (
        <>
          <p>
            Close it when they have left, or when they have lost both their phone and their recovery codes. Closing
            signs them out everywhere at once; afterwards you can send a new invitation. Nothing that they wrote is
            lost.
          </p>
          <PostButton action={`/people/${props.id}/account/closure`} variant="warning">
            Close account
          </PostButton>
        </>
      )}
      <InsetText>
        <p>
          You cannot see their password, their codes or the link that is mailed to them, and you cannot sign in as them.
          After an account was closed, an invitation to another e-mail address is sent by another administrator than the
          one who closed it.
        </p>
      </InsetText>
    </>
  )
}

function stateWords(account: AccountState): string {
  if (account.state === 'none') return 'There is no account yet.'
  if (account.state === 'invited')
    return `Invited as ${account.email}. The link works until ${formatMoment(account.until)}. A new invitation replaces it.`
  if (account.state === 'setting up') return `${account.email} has chosen a password and has still to set up codes.`
  const seen = account.lastSeenAt === null ? 'not signed in yet' : `last here on ${formatMoment(account.lastSeenAt)}`
  return `${account.email} has an account, ${seen}.`
}

const problemWords: Readonly<Record<MailProblem, string>> = {
  'no address': 'The person has no account and so no e-mail address here',
  refused: 'The mail server refused them',
  'server away': 'The mail server did not answer; they are tried again',
  'unknown mail': 'This version does not know what they say',
}

export function MailState({ hasMailServer, state }: { hasMailServer: boolean; state: OutboxState }) {
  const known = Object.entries(state.problems) as [MailProblem, number][]
  return (
    <>
      <Heading level={1} size="l">
        Mail
      </Heading>
      <p>{waitingWords(state, hasMailServer)}</p>
      {!hasMailServer && (
        <InsetText>
          <p>
            No mail server is set, so nothing is sent. Mails are kept, and go out once whoever runs the service sets
            SMTP_URL and MAIL_FROM. Until then, the command “invitation-links” shows the links of open invitations.
          </p>
        </InsetText>
      )}
      {known.length > 0 && (
        <SummaryList rows={known.map(([problem, count]) => ({ name: problemWords[problem], value: String(count) }))} />
      )}
    </>
  )
}

function waitingWords({ waiting, oldest }: OutboxState, hasMailServer: boolean): string {
  if (waiting === 0 || oldest === null) return 'No mail is waiting.'
  const why = hasMailServer ? '' : ' Not sent: no mail server.'
  return `${waiting} ${waiting === 1 ? 'mail waits' : 'mails wait'}, the oldest since ${formatMoment(oldest)}.${why}`
}
