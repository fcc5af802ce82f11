// How "Your account" looks.
import { Button, Heading, PostButton, PostForm, SummaryList, Table } from '../design/index.ts'
import type { SignInLook } from '../platform/sign-in/pages/look.ts'
import { formatMoment } from '../platform/time/words.ts'
import { Faults, PasswordField, passwordHint } from './door-fields.tsx'

type OwnAccount = Parameters<SignInLook['account']>[0]

const account: SignInLook['account'] = ({ own, visits }) => (
  <>
    <Heading level={1} size="l">
      Your account
    </Heading>
    {own ? <Means {...own} /> : <p>You are one of the demonstration’s people, so there is no password to change.</p>}
    <Heading level={2} size="m">
      Where you are signed in
    </Heading>
    <p>A visit ends by itself 15 minutes after you last did something, and after 8 hours in any case.</p>
    <Visits visits={visits} />
    <PostButton action="/account/visits/ending" variant="secondary">
      Sign out everywhere
    </PostButton>
  </>
)

function Means({ email, recoveryCodesLeft }: NonNullable<OwnAccount['own']>) {
  return (
    <>
      <SummaryList
        rows={[
          { name: 'E-mail address', value: email },
          {
            name: 'Password',
            value: 'Set',
            actions: [{ href: '/account/password', text: 'Change', of: 'password' }],
          },
          {
            name: 'E-mails',
            value: 'About things to do',
            actions: [{ href: '/account/mail', text: 'Change', of: 'e-mails' }],
          },
          { name: 'Recovery codes left', value: leftWords(recoveryCodesLeft) },
        ]}
      />
      <PostButton action="/account/code" variant="secondary">
        Set up another app for codes
      </PostButton>
      <PostButton action="/account/recovery-codes" variant="secondary">
        Get new recovery codes
      </PostButton>
    </>
  )
}

const leftWords = (left: number): string => (left > 2 ? String(left) : `${left}: get new ones soon`)

const Visits = ({ visits }: Pick<OwnAccount, 'visits'>) => (
  <Table
    caption="Your visits"
    captionHidden
    columns={[
      { heading: 'Browser', cell: (one) => (one.here ? `${one.browser} (this one)` : one.browser) },
      { heading: 'Signed in', cell: (one) => formatMoment(one.startedAt) },
      { heading: 'Last used', cell: (one) => formatMoment(one.lastSeenAt) },
      {
        heading: 'Sign out',
        cell: (one) => (one.here ? 'You are here' : <EndVisit id={one.id} browser={one.browser} />),
      },
    ]}
    rows={visits}
  />
)

const EndVisit = ({ id, browser }: { id: string; browser: string }) => (
  <PostButton action={`/account/visits/${id}/ending`} variant="secondary" small>
    Sign out<span class="nhsuk-u-visually-hidden"> of {browser}</span>
  </PostButton>
)

const changePassword: SignInLook['changePassword'] = ({ faults, email }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Change your password
    </Heading>
    <p>Everywhere else you will be signed out.</p>
    <PostForm action="/account/password">
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <PasswordField faults={faults} name="current" label="Current password" use="current-password" />
      <PasswordField faults={faults} name="password" label="New password" hint={passwordHint} use="new-password" />
      <Button preventDoubleClick>Change password</Button>
    </PostForm>
  </>
)

export const accountLook: Pick<SignInLook, 'account' | 'changePassword'> = { account, changePassword }
