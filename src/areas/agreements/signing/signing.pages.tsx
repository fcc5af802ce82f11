// Closing a text, opening it again, and signing it: within five minutes of having said who one is, in under a minute on a phone.
import {
  Button,
  Details,
  ErrorSummary,
  FormFields,
  type FormState,
  InsetText,
  PostForm,
  SummaryList,
  titleWith,
  Written,
} from '../../../design/index.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { partiesOfAgreement } from '../agreement/agreement.access.ts'
import { type Agreement, partOf } from '../agreement/agreement.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { hrefOf, listOf, partWords, titleOf } from '../agreement/agreement.view.ts'
import type { AgreementText } from '../agreement/clauses.ts'
import { openAgreementText } from '../agreement/keeping.changes.ts'
import { subjectAgreement } from '../ground-rules/rules.changes.ts'
import { againWith } from '../reading/agreement-page.pages.tsx'
import { namerOf } from '../reading/needs.changes.ts'
import { TextItself } from '../reading/parts.pages.tsx'
import { closeText, reopenText } from './closing.changes.ts'
import { maySignNow, signAgreement } from './signature.changes.ts'
import { signingForm } from './signing.form.ts'

const about = {
  subject: subjectAgreement,
  access: partiesOfAgreement,
}

export const signingPages: readonly Page[] = [
  page({
    at: 'POST /agreements/:agreement/closing',
    ...about,
    answer: async (work, { subject, form }) => {
      const done = await closeText(work, subject.id, { version: Number(firstOf(form, '_version')) })
      if (!done.ok) return againWith(work, subject, done)
      return seeOther(hrefOf(subject), 'The text is closed. Each of you can sign it now.')
    },
  }),
  page({
    at: 'POST /agreements/:agreement/reopening',
    ...about,
    answer: async (work, { subject }) => {
      const done = await reopenText(work, subject.id)
      if (!done.ok) return againWith(work, subject, done)
      return seeOther(hrefOf(subject), 'The text is open again. Whatever was signed before counts no longer.')
    },
  }),
  page({
    at: 'GET /agreements/:agreement/signature',
    ...about,
    fresh: true,
    answer: (work, { subject }) => signaturePage(work, subject, null),
  }),
  page({
    at: 'POST /agreements/:agreement/signature',
    ...about,
    fresh: true,
    answer: (work, { subject, form }) => takeSignature(work, subject, form),
  }),
]

async function takeSignature(work: Work, agreement: Agreement, form: Typed): Promise<Reply> {
  const reading = signingForm.read(form)
  if (!reading.ok) return signaturePage(work, agreement, reading)
  const done = await signAgreement(work, agreement.id, {
    typedName: reading.value.name,
    textHash: firstOf(form, '_version'),
    freshAt: work.confirmedAt,
    means: work.confirmedWith,
  })
  if (!done.ok) return signaturePage(work, agreement, signingForm.refused(form, done))
  const all = done.value.state === 'signed'
  return seeOther(hrefOf(agreement), all ? 'Signed by all. It is in force.' : 'Signed. Thank you.')
}

async function signaturePage(work: Work, before: Agreement, state: FormState | null): Promise<Reply> {
  const agreement = (await findAgreement(work, before.id)) ?? before
  const may = maySignNow(work, agreement)
  if (!may.ok)
    return state ? againWith(work, agreement, { reason: state.errors[0]?.message ?? may.reason }) : conflict(may.reason)
  const opened = await openAgreementText(work, agreement.id)
  if (!opened) return conflict('The text would not open. Nobody can sign it; tell whoever runs the service')
  const nameOf = await namerOf(work, [agreement])
  return html({
    title: titleWith(state ?? undefined, 'Sign'),
    status: (state?.errors.length ?? 0) > 0 ? 422 : 200,
    back: { href: hrefOf(agreement), label: agreement.kind === 'ground rules' ? 'Ground rules' : 'Contract' },
    body: (
      <>
        <ErrorSummary state={state ?? undefined} />
        <h1>Sign: {titleOf(agreement, work.asker.person, nameOf)}</h1>
        <WhatIsSigned
          agreement={agreement}
          text={opened.text}
          names={agreement.parties.map(({ person }) => nameOf(person))}
        />
        <OwnClauses text={opened.text} />
        <Details summary={`Read the whole text (${opened.text.clauses.length} clauses)`}>
          <TextItself text={opened.text} />
        </Details>
        <SignHere agreement={agreement} work={work} name={await ownName(work)} state={state} />
      </>
    ),
  })
}

const ownName = async (work: Work): Promise<string> =>
  (await namesOf(work, [work.asker.person])).get(work.asker.person) ?? work.asker.name

function WhatIsSigned({
  agreement,
  text,
  names,
}: {
  agreement: Agreement
  text: AgreementText
  names: readonly string[]
}) {
  const blanks = text.blanks.filter((blank) => blank.value !== '')
  return (
    <SummaryList
      rows={[
        { name: 'Between', value: names.length > 8 ? `${names.length} people` : listOf(names) },
        ...blanks.map((blank) => ({ name: blank.label, value: blank.value })),
        { name: 'Holds for', value: text.term },
        ...(agreement.follows ? [{ name: 'From', value: fromWords(agreement) }] : []),
      ]}
    />
  )
}

const fromWords = ({ kind }: Agreement): string =>
  kind === 'ground rules'
    ? 'The day on which everybody has signed. The rules before hold until then'
    : 'The day on which the one before it ends, or today if it has'

/** What is not as the organisation's text had it stands in the open: nobody signs it unseen. */
function OwnClauses({ text }: { text: AgreementText }) {
  const own = text.clauses.filter((clause) => clause.own)
  if (own.length === 0) return null
  return (
    <InsetText>
      <p>{own.length === 1 ? 'One clause is in your own words:' : `${own.length} clauses are in your own words:`}</p>
      {own.map((clause) => (
        <>
          {clause.heading !== null && <strong>{clause.heading}</strong>}
          <Written>{clause.text}</Written>
        </>
      ))}
    </InsetText>
  )
}

function SignHere(props: { agreement: Agreement; work: Work; name: string; state: FormState | null }) {
  const { agreement, work, name, state } = props
  const part = partOf(agreement, work.asker.person)
  return (
    <PostForm action={`${hrefOf(agreement)}/signature`} version={agreement.textHash ?? ''}>
      <p>
        You sign as {part ? partWords[part].toLowerCase() : ''}. Your name here is <strong>{name}</strong>.
      </p>
      <FormFields form={signingForm} state={state ?? signingForm.filled({})} />
      <Button preventDoubleClick>Sign</Button>
      <p class="app-quiet">
        The time, your name and the exact text are kept under a seal. Any change of the text clears every signature.
      </p>
    </PostForm>
  )
}
