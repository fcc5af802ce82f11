// What administrators do about accounts: invite a person, close an account, see whether mail goes out. And everybody's
// own choice of mails. A card like an area's, made here because it joins people, the front door and the design.
import { administrators, findPerson, peopleWithRole } from '../areas/people/index.ts'
import { choice, defineForm, ErrorSummary, FormFields, Button, email, Heading, PostForm } from '../design/index.ts'
import type { Area, Panel, PanelPlace } from '../platform/area.ts'
import type { PersonId } from '../platform/ids.ts'
import { chooseDigest, type DigestChoice, digestChoiceOf } from '../platform/mail/digest.ts'
import { outboxState, writeMail } from '../platform/mail/outbox.ts'
import type { MailTemplate } from '../platform/mail/template.ts'
import { thing, writeTrail } from '../areas/records/index.ts'
import { accountStateOf, closeAccountOf } from '../platform/sign-in/account/account-state.ts'
import { invite } from '../platform/sign-in/link/invitations.ts'
import { anyStaff, type Page, page, type Request } from '../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../platform/web/reply.ts'
import type { Work } from '../platform/work.ts'
import { AccountOfPerson, MailState } from './accounts.tsx'

const invitationForm = defineForm({
  email: email({ label: 'Work e-mail address', hint: 'The invitation goes there; they sign in with it' }),
})

const digestForm = defineForm({
  digest: choice({
    label: 'When do you want an e-mail about things to do?',
    options: [
      { value: 'daily', label: 'Each morning on which there is something to do' },
      { value: 'weekly', label: 'On Mondays' },
      { value: 'none', label: 'Never' },
    ],
  }),
})

type FormState = ReturnType<typeof invitationForm.filled>

async function personsAccount(work: Work, id: PersonId, form?: FormState): Promise<Reply> {
  const person = await findPerson(work, id)
  if (!person) return notFound()
  const account = await accountStateOf(work, id)
  const shown = form ?? invitationForm.filled(person.email === null ? {} : { email: person.email })
  const inviting = (
    <PostForm action={`/people/${id}/invitation`}>
      <FormFields form={invitationForm} state={shown} />
      <Button preventDoubleClick>Send invitation</Button>
    </PostForm>
  )
  return html({
    title: 'Account',
    status: form ? 422 : 200,
    back: { href: `/people/${id}`, label: person.name },
    body: (
      <>
        <ErrorSummary state={shown} />
        <AccountOfPerson
          name={person.name}
          id={id}
          account={account}
          own={id === work.asker.person}
          inviting={inviting}
        />
      </>
    ),
  })
}

async function sendInvitation(work: Work, request: Request<'POST /people/:person/invitation'>): Promise<Reply> {
  const { person: id } = request.params
  const person = await findPerson(work, id as unknown as PersonId)
  if (!person || (person.leftOn !== null && person.leftOn < work.today)) return notFound()
  const read = invitationForm.read(request.form)
  if (!read.ok) return personsAccount(work, person.id, read)
  const invited = await invite(work, { person: person.id, email: read.value.email })
  if (!invited.ok) return personsAccount(work, person.id, invitationForm.refused(request.form, invited))
  const known = person.email?.toLowerCase() === read.value.email.toLowerCase()
  writeTrail(work, { deed: 'person invited', about: thing('person', person.id), detail: { addressOfRegister: known } })
  if (!known) await tellOtherAdministrators(work, person.id)
  return seeOther(`/people/${id}/account`, 'The invitation is on its way.')
}

/** One administrator alone must not let somebody in as another person: the others hear of an address that nobody knew. */
async function tellOtherAdministrators(work: Work, person: PersonId): Promise<void> {
  const all = await peopleWithRole(work, 'administrator', work.today)
  for (const one of all.filter((other) => other !== work.asker.person))
    await writeMail(work, one, invitedElsewhere, { person })
}

const invitedElsewhere: MailTemplate = {
  name: 'invited-elsewhere',
  subject: 'An invitation went to another address',
  sentences: [
    'Another administrator has invited somebody to make their account at an e-mail address that is not the one in the register of staff.',
    'If you do not know why, ask the person themselves before the account is used. You can close it at once.',
  ],
  path: ({ person }) => `/people/${person}/account`,
}

async function closeOne(work: Work, request: Request<'POST /people/:person/account/closure'>): Promise<Reply> {
  const { person } = request.params
  if (!(await findPerson(work, person as unknown as PersonId))) return notFound()
  const closed = await closeAccountOf(work, person)
  if (!closed.ok) return conflict(closed.reason)
  writeTrail(work, { deed: 'account closed', about: thing('person', person) })
  return seeOther(`/people/${person}/account`, 'The account is closed.')
}

async function ownMails(work: Work, form?: FormState): Promise<Reply> {
  const state = form ?? digestForm.filled({ digest: await digestChoiceOf(work, work.asker.person) })
  return html({
    title: 'Mails to you',
    status: form ? 422 : 200,
    back: { href: '/account', label: 'Your account' },
    body: (
      <>
        <ErrorSummary state={state} />
        <Heading level={1} size="l">
          Mails to you
        </Heading>
        <p>A mail only says that there is something to do. What it is, you see after signing in.</p>
        <PostForm action="/account/mail">
          <FormFields form={digestForm} state={state} />
          <Button preventDoubleClick>Save</Button>
        </PostForm>
      </>
    ),
  })
}

type Options = { readonly hasMailServer: boolean }

/** `hasMailServer` tells administrators why mails wait. */
export const accountsCard = (options: Options): Area => ({
  name: 'accounts',
  title: 'Accounts and mail',
  pages: [...pagesOfAdministrators(options), ...ownPages],
  panels: [
    panelFor('person', 'Account and invitation', (about) => `/people/${about}/account`),
    panelFor('set-up', 'Mail: what was sent and what waits', () => '/set-up/mail'),
  ],
  mails: [invitedElsewhere],
  holds: [
    'E-mail address to sign in with, when and with which browser somebody was signed in',
    'Which mails were sent to whom, and who wants them',
  ],
})

const pagesOfAdministrators = (options: Options): readonly Page[] => [
  page({
    at: 'GET /people/:person/account',
    access: administrators,
    answer: (work, { params }) => personsAccount(work, params.person as unknown as PersonId),
  }),
  page({ at: 'POST /people/:person/invitation', access: administrators, answer: sendInvitation }),
  page({ at: 'POST /people/:person/account/closure', access: administrators, answer: closeOne }),
  page({
    at: 'GET /set-up/mail',
    access: administrators,
    answer: async (work) =>
      html({
        title: 'Mail',
        body: <MailState {...options} state={await outboxState(work)} />,
        back: { href: '/set-up', label: 'Set-up' },
      }),
  }),
]

const ownPages: readonly Page[] = [
  page({ at: 'GET /account/mail', access: anyStaff, answer: (work) => ownMails(work) }),
  page({
    at: 'POST /account/mail',
    access: anyStaff,
    answer: async (work, request) => {
      const read = digestForm.read(request.form)
      if (!read.ok) return ownMails(work, read)
      await chooseDigest(work, read.value.digest as DigestChoice)
      return seeOther('/account', 'Your choice of mails is saved.')
    },
  }),
]

/** A link for administrators on a page of another area. */
const panelFor = (place: PanelPlace, words: string, hrefOf: (about: string) => string): Panel => ({
  place,
  order: 90,
  show: async (work, about) =>
    administrators.may(work.asker, null) ? (
      <p>
        <a href={hrefOf(about)}>{words}</a>
      </p>
    ) : null,
})
