// The one page of an agreement: how it stands and whose turn it is, what is proposed, the text, who has signed, what happened,
// and at the foot who can see it. Everything of its life can be followed here.
import {
  Details,
  ErrorSummary,
  type FormState,
  Lede,
  LinkButton,
  StateTag,
  WarningCallout,
} from '../../../design/index.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { whoSeesFoot } from '../../people/index.ts'
import { adaptingPart } from '../adapting/adapting-part.pages.tsx'
import { type Agreement, isOpen } from '../agreement/agreement.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { hrefOf, type NameOf, standingSentence, standingWords, titleOf } from '../agreement/agreement.view.ts'
import { type AgreementEvent, clearedBy } from '../agreement/history.ts'
import { aboutAgreement, openAgreementText, type OpenedAgreement, templateToday } from '../agreement/keeping.changes.ts'
import { findEvents } from '../agreement/saving.store.ts'
import { standingOf, type TermRules, usualTerm } from '../agreement/term.ts'
import { signingPart } from '../signing/signing-part.pages.tsx'
import { findTampering } from '../signing/verification.changes.ts'
import { namerOf } from './needs.changes.ts'
import { HistoryPart, SignaturesPart, TextPart } from './parts.pages.tsx'

/** What the parts of an agreement's page are drawn from. */
export type Shown = {
  readonly agreement: Agreement
  readonly opened: OpenedAgreement
  readonly events: readonly AgreementEvent[]
  readonly nameOf: NameOf
  readonly rules: TermRules
  /** Whether the policy lets the text be adapted. */
  readonly adaptable: boolean
}

/** The page of an agreement, for its parties; with a refusal at its top when a deed of it was refused. */
export async function agreementPage(work: Work, agreement: Agreement, refusal: string | null): Promise<Reply> {
  const opened = await openAgreementText(work, agreement.id)
  const faults = await findTampering(work, agreement, { opened })
  const shown = opened && (await gather(work, agreement, opened))
  if (!shown) return spoiledPage(work, agreement, faults)
  const { nameOf } = shown
  const panels = await work.panels('agreement', agreement.id)
  const title = titleOf(agreement, work.asker.person, nameOf)
  const state = stateOf(refusal)
  return html({
    title: refusal === null ? titleWords(agreement) : `Error: ${titleWords(agreement)}`,
    status: refusal === null ? 200 : 422,
    back: { href: '/agreements', label: 'Contracts' },
    body: (
      <>
        <ErrorSummary state={state} />
        <h1>{title}</h1>
        <TopPart work={work} shown={shown} faults={faults} />
        {await adaptingPart(work, shown)}
        {signingPart(work, shown)}
        {panels}
        <SignaturesPart work={work} shown={shown} />
        {agreement.from !== null && <ReceiptLink agreement={agreement} />}
        <TextPart work={work} shown={shown} />
        <HistoryPart shown={shown} />
        {await work.panels('end of an agreement', agreement.id)}
        {await whoSeesFoot(work, aboutAgreement(agreement), { what: 'this text', notThese: notThese(agreement) })}
      </>
    ),
  })
}

const ReceiptLink = ({ agreement }: { agreement: Agreement }) => (
  <p>
    <LinkButton href={`${hrefOf(agreement)}/receipt`} variant="secondary">
      Your receipt
    </LinkButton>
  </p>
)

/** The page again after a deed that was refused, as it stands now. */
export async function againWith(work: Work, agreement: Agreement, { reason }: { reason: string }): Promise<Reply> {
  const now = await findAgreement(work, agreement.id)
  return now ? agreementPage(work, now, reason) : notFound()
}

const stateOf = (refusal: string | null): FormState => ({
  errors: refusal === null ? [] : [{ field: '', input: '', message: refusal }],
  typed: {},
})

/** Neutral: nobody's name in a title. */
const titleWords = ({ kind }: Agreement): string => (kind === 'ground rules' ? 'Ground rules' : 'Contract')

const notThese = ({ kind }: Agreement): string =>
  kind === 'ground rules'
    ? 'Managers see that the set has ground rules, never what they say.'
    : 'Managers see that there is a contract and until when it holds, never what it says.'

async function gather(work: Work, agreement: Agreement, opened: OpenedAgreement): Promise<Shown> {
  const template = await templateToday(work, agreement.template)
  return {
    agreement,
    opened,
    events: await findEvents(work, agreement.id),
    nameOf: await namerOf(work, [agreement]),
    rules: template?.rules ?? usualTerm,
    adaptable: template?.adaptable ?? true,
  }
}

function TopPart({ work, shown, faults }: { work: Work; shown: Shown; faults: readonly string[] }) {
  const { agreement, nameOf, rules } = shown
  const { words, tone } = standingWords[standingOf(agreement, work.today, rules)]
  const asker = work.asker.person
  return (
    <>
      <Lede>
        <StateTag tone={tone}>{words}</StateTag> {standingSentence(agreement, work.today, { nameOf, asker, rules })}
      </Lede>
      <TamperingPart faults={faults} />
      <ClearedPart work={work} shown={shown} />
      {agreement.follows && isOpen(agreement) && (
        <p>
          The earlier one holds meanwhile. <a href={`/agreements/${agreement.follows}`}>Look at it</a>
        </p>
      )}
    </>
  )
}

const TamperingPart = ({ faults }: { faults: readonly string[] }) =>
  faults.length === 0 ? null : (
    <WarningCallout heading="This is not as it was agreed" level={2}>
      {faults.map((fault) => (
        <p>{fault}</p>
      ))}
      <p>Do not rely on it. Your receipts show what was signed. Tell whoever runs the service.</p>
    </WarningCallout>
  )

/** To whoever had signed a text that was opened again: what they signed counts no longer. */
function ClearedPart({ work, shown: { agreement, events, nameOf } }: { work: Work; shown: Shown }) {
  const cleared = isOpen(agreement) ? clearedBy(events) : new Map<never, never>()
  const by = cleared.get(work.asker.person)
  if (by === undefined) return null
  const who = by === work.asker.person ? 'You' : nameOf(by)
  return (
    <WarningCallout heading="Your signature counts no longer" level={2}>
      <p>
        {who} opened the text again after you had signed. Read it once more and sign again when it is closed: until then
        nothing of it holds.
      </p>
    </WarningCallout>
  )
}

/** When the text will not open, what is known is shown, and that something is wrong. */
async function spoiledPage(work: Work, agreement: Agreement, faults: readonly string[]): Promise<Reply> {
  const nameOf = await namerOf(work, [agreement])
  return html({
    title: titleWords(agreement),
    back: { href: '/agreements', label: 'Contracts' },
    body: (
      <>
        <h1>{titleOf(agreement, work.asker.person, nameOf)}</h1>
        <TamperingPart faults={faults} />
        <Details summary="Who is named in it">
          <p>{agreement.parties.map(({ person }) => nameOf(person)).join(', ')}</p>
        </Details>
      </>
    ),
  })
}
