// The receipt of an agreement for its parties: as a page that prints, as a PDF, as plain text.
import { Button, ButtonGroup, EmptyState, Lede, LinkButton, SummaryList } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { file, html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { partiesOfAgreement } from '../agreement/agreement.access.ts'
import type { AgreementId } from '../agreement/agreement.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { aboutAgreement } from '../agreement/keeping.changes.ts'
import { shownFingerprint } from '../check/finding.view.ts'
import { ExactText, HashPart, Letters, SignaturesTable } from './exact-text.pages.tsx'
import { holdingSentences } from './paper.view.ts'
import { receiptOf } from './receipt.changes.ts'
import type { Receipt } from './receipt.ts'

const ofAgreement = {
  access: partiesOfAgreement,
  subject: (work: Work, { agreement }: { readonly agreement: AgreementId }) => findAgreement(work, agreement),
}

export const receiptPages: readonly Page[] = [
  page({
    at: 'GET /agreements/:agreement/receipt',
    ...ofAgreement,
    answer: (work, { params }) => receiptPage(work, params.agreement),
  }),
  page({
    at: 'GET /agreements/:agreement/receipt/pdf',
    ...ofAgreement,
    answer: async (work, { params }) => {
      const made = await receiptOf(work, params.agreement)
      return made.ok ? file('agreement-receipt.pdf', 'application/pdf', made.value.pdf()) : whyNot(params)
    },
  }),
  page({
    at: 'GET /agreements/:agreement/receipt/text',
    ...ofAgreement,
    answer: async (work, { params }) => {
      const made = await receiptOf(work, params.agreement)
      return made.ok ? file('agreement-receipt.txt', 'text/plain', made.value.text()) : whyNot(params)
    },
  }),
]

/** The page says why there is none. */
const whyNot = ({ agreement }: { readonly agreement: AgreementId }): Reply =>
  seeOther(`/agreements/${agreement}/receipt`)

async function receiptPage(work: Work, id: AgreementId): Promise<Reply> {
  const made = await receiptOf(work, id)
  const foot = await whoSeesFoot(work, aboutAgreement({ id }), { what: 'this agreement and its receipt' })
  return html({
    title: 'Receipt of an agreement',
    back: { href: `/agreements/${id}`, label: 'Agreement' },
    body: (
      <>
        <h1>Receipt</h1>
        {made.ok ? (
          <WholeReceipt id={id} receipt={made.value.receipt} />
        ) : (
          <EmptyState heading="No receipt now" level={2}>
            <p>{made.reason}.</p>
          </EmptyState>
        )}
        {foot}
      </>
    ),
  })
}

const WholeReceipt = ({ id, receipt }: { id: AgreementId; receipt: Receipt }) => (
  <>
    <Lede>
      {[...holdingSentences(receipt.holds), 'Keep it: it proves by itself who signed what, and when.'].join(' ')}
    </Lede>
    <ButtonGroup>
      <LinkButton href={`/agreements/${id}/receipt/pdf`}>Download as PDF</LinkButton>
      <LinkButton href={`/agreements/${id}/receipt/text`} variant="secondary">
        Download as plain text
      </LinkButton>
      <Button type="button" print variant="secondary">
        Print this page
      </Button>
    </ButtonGroup>
    <ExactText text={receipt.text} />
    <SignaturesTable signatures={receipt.signatures.map((one) => ({ ...one, signed: formatMoment(one.at) }))} />
    <h2>Hash of the text</h2>
    <p>Two people who read each other the same words hold the same text, to the last comma.</p>
    <HashPart hash={receipt.textHash} />
    <h2>How to check it</h2>
    <KeyPart receipt={receipt} />
  </>
)

const KeyPart = ({ receipt }: { receipt: Receipt }) => (
  <>
    <p>
      The PDF and the plain text carry a seal over every character. Anybody can{' '}
      <a href="/agreements/check">check them</a>, without an account. This page printed is for reading; it carries no
      seal.
    </p>
    <SummaryList
      rows={[
        {
          name: receipt.keys.length === 1 ? 'Key of the organisation' : 'Keys of the organisation',
          value: <Letters lines={receipt.keys.map(({ fingerprint }) => shownFingerprint(fingerprint))} />,
        },
      ]}
    />
  </>
)
