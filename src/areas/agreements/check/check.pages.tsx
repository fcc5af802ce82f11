// Checking a receipt, for anybody, signed in or not (SPEC 4.2): nothing is looked up and nothing of the file is kept. Only whether
// the key is one of this service's own is compared with the keys themselves.
import {
  ErrorSummary,
  Button,
  Details,
  FormFields,
  type FormState,
  InsetText,
  PostForm,
  StateTag,
  SummaryList,
  titleWith,
  WarningCallout,
} from '../../../design/index.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { publicKeyHexOf } from '../../../platform/keys/sealing.ts'
import type { DoorPage } from '../../../platform/web/door-page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import { readBytes } from '../../../platform/web/upload.ts'
import { ExactText, HashPart, Letters, SignaturesTable } from '../receipt/exact-text.pages.tsx'
import { checkForm } from './check.form.ts'
import { factsOf, type WholeFinding } from './finding.view.ts'
import { checkReceipt } from './verification.changes.ts'
import { type Finding, largestReceipt } from './verification.ts'

/** The page, over the keys of this service. */
export const checkPages = (keys: Keyring): readonly DoorPage[] => [
  { at: 'GET /agreements/check', who: 'anyone', answer: () => askPage() },
  {
    at: 'POST /agreements/check',
    who: 'anyone',
    takesFile: largestReceipt,
    answer: async (_door, { form, uploads }) => {
      const reading = checkForm.read(form, { uploads })
      if (!reading.ok) return askPage(reading)
      const finding = checkReceipt(await readBytes(reading.value.file))
      return finding.outcome === 'whole' ? wholePage(finding, isOwnKey(keys, finding)) : brokenPage(finding)
    },
  },
]

/** Whether the receipt was sealed with a key that this service holds for the organisation that it names. */
function isOwnKey(keys: Keyring, { receipt }: WholeFinding): boolean {
  const { organisation } = receipt
  return keys.list(organisation, 'agreement seal').some((id) => {
    const key = keys.find(organisation, 'agreement seal', id)
    return key !== null && publicKeyHexOf(key.bytes) === receipt.keys[0]?.publicKey
  })
}

const askPage = (state: FormState = checkForm.filled()): Reply =>
  html({
    title: titleWith(state, 'Check a receipt'),
    status: state.errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>Check a receipt</h1>
        <p>
          A receipt of a signed agreement proves by itself who signed what, and when. If one character of it is changed,
          this check says so. Nothing is looked up, and the file is not kept.
        </p>
        <CheckForm state={state} />
        <Details summary="Check it without this service">
          <p>
            With a copy of the program: <code>bin/manage verify-agreement FILE</code>. It needs no database, no settings
            and no network. What the seal is made of stands in the receipt itself.
          </p>
        </Details>
      </>
    ),
  })

const CheckForm = ({ state = checkForm.filled(), again = false }: { state?: FormState; again?: boolean }) => (
  <PostForm action="/agreements/check" form={checkForm}>
    <FormFields form={checkForm} state={state} />
    <Button variant={again ? 'secondary' : undefined}>{again ? 'Check another' : 'Check it'}</Button>
  </PostForm>
)

function wholePage(finding: WholeFinding, own: boolean): Reply {
  const facts = factsOf(finding)
  return html({
    title: 'This receipt is whole',
    body: (
      <>
        <h1>This receipt is whole</h1>
        <p>
          <StateTag tone="good">Whole</StateTag>
        </p>
        <p>Not one character of it was changed, and every signature belongs to this text.</p>
        <KeySaid finding={finding} own={own} fingerprints={facts.fingerprints} />
        <SummaryList
          rows={[
            { name: 'Agreement', value: <span dir="auto">{facts.title}</span> },
            { name: 'Organisation', value: <span dir="auto">{facts.organisation}</span> },
            { name: 'When the receipt was made', value: [...facts.holds, `Made on ${facts.made}.`].join(' ') },
            { name: 'Key', value: <Letters lines={facts.fingerprints} /> },
          ]}
        />
        <SignaturesTable signatures={facts.signatures} />
        <h2>Hash of the text</h2>
        <HashPart hash={finding.receipt.textHash} />
        <ExactText text={facts.text} />
        <h2>Another receipt</h2>
        <CheckForm again />
      </>
    ),
  })
}

function KeySaid({
  finding,
  own,
  fingerprints,
}: {
  finding: WholeFinding
  own: boolean
  fingerprints: readonly string[]
}) {
  if (own)
    return (
      <InsetText>
        <p>It was sealed here, with the key of {finding.agreed.organisation}.</p>
      </InsetText>
    )
  return (
    <WarningCallout heading="Compare the key" level={2}>
      <p>
        This service does not hold the key that sealed it. Anybody can make a receipt with a key of their own. Ask{' '}
        {finding.agreed.organisation}, by a way that you trust, for the fingerprint of its key. It must be:
      </p>
      <p>
        <Letters lines={fingerprints.slice(0, 1)} />
      </p>
    </WarningCallout>
  )
}

const brokenPage = (finding: Exclude<Finding, { outcome: 'whole' }>): Reply => {
  const altered = finding.outcome === 'altered'
  const heading = altered ? 'This receipt was altered' : 'This is no receipt'
  return html({
    title: heading,
    status: 422,
    body: (
      <>
        <h1>{heading}</h1>
        <p>
          <StateTag tone={altered ? 'late' : 'quiet'}>{altered ? 'Altered' : 'Nothing to check'}</StateTag>
        </p>
        <p>{finding.why}.</p>
        {altered && (
          <p>
            Do not rely on it. Everybody who signed can download the receipt again from the agreement’s page; ask one of
            them for it.
          </p>
        )}
        <h2>Check another</h2>
        <CheckForm />
      </>
    ),
  })
}
