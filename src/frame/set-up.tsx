// How setting up an account looks: the first administrator, an invited person, the app for codes, recovery codes.
import { Button, Details, Heading, LinkButton, PostForm, WarningCallout } from '../design/index.ts'
import type { SignInLook } from '../platform/sign-in/pages/look.ts'
import { CodeField, EmailField, Faults, NameField, PasswordField, passwordHint } from './door-fields.tsx'

type SetUp = Pick<SignInLook, 'firstAdministrator' | 'invitation' | 'linkOver' | 'setUpCode' | 'recoveryCodes'>

const firstAdministrator: SignInLook['firstAdministrator'] = ({ faults, action, typed }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Set up your organisation
    </Heading>
    <p>
      You will be its first administrator: you can import staff and give others their roles. Being an administrator does
      not let you read what is said in supervision.
    </p>
    <PostForm action={action}>
      <NameField
        faults={faults}
        name="organisation"
        label="Name of your organisation"
        value={typed.organisation}
        autocomplete="organization"
      />
      <NameField faults={faults} name="name" label="Your name" value={typed.name} autocomplete="name" />
      <EmailField
        faults={faults}
        name="email"
        label="Your e-mail address"
        hint="You sign in with it"
        value={typed.email}
      />
      <PasswordField faults={faults} name="password" label="Password" hint={passwordHint} use="new-password" />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </>
)

const invitation: SignInLook['invitation'] = ({ faults, action, organisation, email }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      Set up your account
    </Heading>
    <p>{organisation} uses this service to arrange and record supervision. It takes about two minutes to set up.</p>
    <p>
      You will sign in as <strong>{email}</strong>.
    </p>
    <PostForm action={action}>
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <PasswordField faults={faults} name="password" label="Choose a password" hint={passwordHint} use="new-password" />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </>
)

const linkOver: SignInLook['linkOver'] = ({ purpose }) => (
  <>
    <Heading level={1} size="l">
      This link has ended
    </Heading>
    <p>Links like this work once and only for a while. It may also have been replaced by a newer one.</p>
    {purpose === 'invitation' ? (
      <p>Ask the person who looks after this service in your organisation to send you a new one.</p>
    ) : (
      <p>While nobody has set up the organisation, starting the program again prints a new link.</p>
    )}
    <p>
      If you have set up your account already, <a href="/sign-in">sign in</a>.
    </p>
  </>
)

const setUpCode: SignInLook['setUpCode'] = ({ faults, action, picture, secret, first }) => (
  <>
    <Faults faults={faults} />
    <Heading level={1} size="l">
      {first ? 'Set up codes' : 'Set up another app for codes'}
    </Heading>
    <p>
      Besides your password you need a code that changes every half minute. An authenticator app shows it; many phones
      have one built in.
    </p>
    <ol>
      <li>Open the authenticator app on your phone.</li>
      <li>Choose to add an account, and point the camera at this picture.</li>
      <li>Enter the 6 figures that the app shows.</li>
    </ol>
    <Picture {...picture} />
    <Details summary="I cannot use the camera">
      <p>Choose to type a key in the app, and enter this one. Spaces do not matter.</p>
      <p>
        <code>{secret}</code>
      </p>
    </Details>
    <PostForm action={action}>
      <CodeField faults={faults} name="code" label="Code" hint="The 6 figures that the app shows now" />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </>
)

const Picture = ({ size, path }: { size: number; path: string }) => (
  <p>
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label="Picture for the camera of your authenticator app"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  </p>
)

const recoveryCodes: SignInLook['recoveryCodes'] = ({ codes, next, first }) => (
  <>
    <Heading level={1} size="l">
      Your recovery codes
    </Heading>
    <p>If you lose your phone, each of these codes lets you in once instead of the app.</p>
    <WarningCallout heading="Keep them now" level={2}>
      <p>They are not shown again. Print this page, or keep them in a password manager, away from your phone.</p>
      {!first && <p>The recovery codes that you had before no longer work.</p>}
    </WarningCallout>
    <ul class="nhsuk-list">
      {codes.map((one) => (
        <li>
          <code>{one}</code>
        </li>
      ))}
    </ul>
    <LinkButton href={next}>I have kept them</LinkButton>
  </>
)

export const setUpLook: SetUp = { firstAdministrator, invitation, linkOver, setUpCode, recoveryCodes }
