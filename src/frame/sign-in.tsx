// How signing in looks.
import { Button, Heading, PostForm } from '../design/index.ts'
import type { SignInLook } from '../platform/sign-in/pages/look.ts'
import { accountLook } from './account.tsx'
import { demonstrationLook } from './demonstration.tsx'
import { CodeField, EmailField, Faults, NextField, PasswordField, RecoveryCodeField } from './door-fields.tsx'
import { setUpLook } from './set-up.tsx'

const codeHint = 'The 6 figures that your authenticator app shows now'

const signIn: SignInLook['signIn'] = ({ faults, email, next, demonstration }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Sign in
    </Heading>
    {demonstration && (
      <p>
        This is a demonstration with made-up people.{' '}
        <a href={next === '/' ? '/demonstration' : `/demonstration?next=${encodeURIComponent(next)}`}>
          Choose whom to be
        </a>
      </p>
    )}
    <PostForm action="/sign-in">
      <NextField next={next} />
      <EmailField faults={faults} name="email" label="E-mail address" value={email} />
      <PasswordField faults={faults} name="password" label="Password" use="current-password" />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
    <p>
      If you have no account, or have lost your password, ask the person who looks after this service in your
      organisation.
    </p>
  </>
)

const code: SignInLook['code'] = ({ faults, next }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Enter your code
    </Heading>
    <PostForm action="/sign-in/code">
      <NextField next={next} />
      <CodeField faults={faults} name="code" label="Code" hint={codeHint} />
      <Button preventDoubleClick>Sign in</Button>
    </PostForm>
    <p>
      <a href={recoveryHref(next)}>I cannot use my app: use a recovery code</a>
    </p>
    <p>
      <a href="/sign-in">Start again</a>
    </p>
  </>
)

const recoveryHref = (next: string): string =>
  next === '/' ? '/sign-in/recovery-code' : `/sign-in/recovery-code?next=${encodeURIComponent(next)}`

const recoveryCode: SignInLook['recoveryCode'] = ({ faults, next }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Enter a recovery code
    </Heading>
    <p>One of the codes that you kept when you set up your account. Each works once.</p>
    <PostForm action="/sign-in/recovery-code">
      <NextField next={next} />
      <RecoveryCodeField faults={faults} name="code" label="Recovery code" hint="For example, abcd-efgh-jkmn" />
      <Button preventDoubleClick>Sign in</Button>
    </PostForm>
    <p>
      <a href="/sign-in/code">Use my app instead</a>
    </p>
  </>
)

const signInAgain: SignInLook['signInAgain'] = ({ faults, next, hasAccount }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Confirm that it is you
    </Heading>
    <p>
      The next step needs to know that it is really you. You stay signed in, and nothing that you filled in is lost.
    </p>
    {!hasAccount && (
      <p>The people of this demonstration have no password. A real person gives theirs here, and a code.</p>
    )}
    <PostForm action="/sign-in/again">
      <NextField next={next} />
      {hasAccount && <PasswordField faults={faults} name="password" label="Password" use="current-password" />}
      {hasAccount && <CodeField faults={faults} name="code" label="Code" hint={codeHint} />}
      <Button preventDoubleClick>{hasAccount ? 'Continue' : 'Yes, it is me'}</Button>
    </PostForm>
  </>
)

/** All pages of the front door. */
export const signInLook: SignInLook = {
  signIn,
  code,
  recoveryCode,
  signInAgain,
  ...setUpLook,
  ...accountLook,
  ...demonstrationLook,
}
