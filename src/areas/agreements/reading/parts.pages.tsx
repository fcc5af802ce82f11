// Parts of an agreement's page: the text in its order, the signatures with what they are bound to, what happened.
import { Details, Quiet, StateTag, Table, Written } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { isOpen } from '../agreement/agreement.ts'
import { boundBy, eventWords, groupsOf, hrefOf, partWords } from '../agreement/agreement.view.ts'
import { type AgreementText, type Clause, clauseOf } from '../agreement/clauses.ts'
import type { Shown } from './agreement-page.pages.tsx'

/** The whole text, numbered as it is signed. While two adapt it, each clause has its own way to change it. */
export function TextPart({ work, shown }: { work: Work; shown: Shown }) {
  const { agreement, opened } = shown
  const canChange = agreement.state === 'adapting' && agreement.kind !== 'ground rules' && shown.adaptable
  return (
    <section>
      <h2>The text</h2>
      <TextItself text={opened.text} changeAt={canChange ? hrefOf(agreement) : null} />
      {!isOpen(agreement) && agreement.until !== null && work.today >= agreement.until && (
        <p>
          <Quiet>It no longer holds.</Quiet>
        </p>
      )}
    </section>
  )
}

/** A text from its opening to its term. `changeAt` is the agreement's address when clauses can be changed. */
export const TextItself = ({ text, changeAt = null }: { text: AgreementText; changeAt?: string | null }) => (
  <div class="app-agreement">
    {text.opening !== '' && <Written>{text.opening}</Written>}
    <BlanksPart text={text} changeAt={changeAt} />
    {groupsOf(text.clauses).map((group) => (
      <>
        <h3>{boundBy(group.party)}</h3>
        <ol start={group.clauses[0]?.number} class="app-clauses">
          {group.clauses.map((clause) => (
            <li id={`clause-${clause.key}`}>
              <ClauseItself clause={clause} changeAt={changeAt} />
            </li>
          ))}
        </ol>
      </>
    ))}
    <p>
      <strong>It holds for {text.term}</strong> from the last signature, or from the day on which the one before it
      ends.
    </p>
  </div>
)

function BlanksPart({ text, changeAt }: { text: AgreementText; changeAt: string | null }) {
  const filled = text.blanks.filter((blank) => blank.value !== '' || changeAt !== null)
  if (filled.length === 0) return null
  return (
    <>
      <dl class="nhsuk-summary-list">
        {filled.map((blank) => (
          <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{blank.label}</dt>
            <dd class="nhsuk-summary-list__value">{blank.value || <Quiet>{emptyWords(blank.required)}</Quiet>}</dd>
          </div>
        ))}
      </dl>
      {changeAt !== null && (
        <p>
          <a href={`${changeAt}/blanks`}>Fill these in</a>
        </p>
      )}
    </>
  )
}

const emptyWords = (required: boolean) => (required ? 'Not filled in yet' : 'Left open, if you like')

const ClauseItself = ({ clause, changeAt }: { clause: Clause; changeAt: string | null }) => (
  <>
    {clause.heading !== null && <strong>{clause.heading}</strong>}
    <Written>{clause.text}</Written>
    <p class="app-quiet">
      {clause.own ? 'In your own words' : ''}
      {clause.own && clause.source ? ', after ' : ''}
      {clause.source !== null && (clause.source === 'own' ? 'Your organisation’s own' : clause.source)}
      {changeAt !== null && (
        <>
          {' '}
          <a href={`${changeAt}/clauses/${encodeURIComponent(clause.key)}`}>
            Suggest a change
            <span class="nhsuk-u-visually-hidden"> to {clause.heading ?? clause.text.slice(0, 60)}</span>
          </a>
        </>
      )}
    </p>
  </>
)

/** Who signs, who has, and to what exactly the signatures are bound. */
export function SignaturesPart({ work, shown }: { work: Work; shown: Shown }) {
  const { agreement, nameOf } = shown
  if (agreement.state === 'adapting' || agreement.state === 'withdrawn') return null
  const rows = agreement.parties.map((party) => {
    const signature = agreement.signatures.find((one) => one.person === party.person)
    const who = party.person === work.asker.person ? `${nameOf(party.person)} (you)` : nameOf(party.person)
    return { who, as: partWords[party.as], signed: signature ? formatMoment(signature.at) : null }
  })
  return (
    <section>
      <h2>Signatures</h2>
      <Table
        caption="Who signs, and who has"
        captionHidden
        columns={[
          { heading: 'Name', cell: (row) => row.who },
          { heading: 'As', cell: (row) => row.as },
          {
            heading: 'Signed',
            cell: (row) => row.signed ?? <StateTag tone="waiting">Not yet</StateTag>,
          },
        ]}
        rows={rows}
      />
      <BindingPart hash={agreement.textHash} />
    </section>
  )
}

const BindingPart = ({ hash }: { hash: string | null }) =>
  hash === null ? null : (
    <Details summary="To what exactly the signatures are bound">
      <p>To every letter of the text, by its SHA-256 sum. One letter altered, and it is another:</p>
      <p class="app-letters">{(hash.match(/.{8}/g) ?? []).join(' ')}</p>
    </Details>
  )

/** What happened, the latest first. */
export function HistoryPart({ shown }: { shown: Shown }) {
  const { events, nameOf, opened } = shown
  const headingOf = (key: string) => clauseOf(opened.text, key)?.heading ?? 'a clause'
  return (
    <Details summary="What happened so far">
      <ul class="nhsuk-list">
        {events.toReversed().map((event) => (
          <li>
            {eventWords(event, nameOf, headingOf)} <Quiet>{formatMoment(event.at)}</Quiet>
          </li>
        ))}
      </ul>
    </Details>
  )
}
