// Everybody's own contracts and ground rules: what waits for them first, what holds, what is being written, what was.
import { Card, Details, EmptyState, Hidden, LinkButton, StateTag } from '../../../design/index.ts'
import { formatMoment } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { partiesOfAgreement } from '../agreement/agreement.access.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { withdrawAgreement } from '../agreement/agreement.changes.ts'
import { agreementPage, againWith } from './agreement-page.pages.tsx'
import { findAgreementsOf } from '../agreement/agreement.store.ts'
import { hrefOf, inOrder, type NameOf, standingSentence, standingWords, titleOf } from '../agreement/agreement.view.ts'
import { hasLeftIt, subjectAgreement } from '../ground-rules/rules.changes.ts'
import { findWaiting, namerOf } from './needs.changes.ts'
import { standingOf } from '../agreement/term.ts'

const subject = subjectAgreement

export const agreementPages: readonly Page[] = [
  page({ at: 'GET /agreements', access: anyStaff, answer: listPage }),
  page({
    at: 'GET /agreements/:agreement',
    subject,
    access: partiesOfAgreement,
    answer: (work, { subject: agreement }) => agreementPage(work, agreement, null),
  }),
  page({
    at: 'POST /agreements/:agreement/withdrawal',
    subject,
    access: partiesOfAgreement,
    answer: async (work, { subject: agreement }) => {
      const done = await withdrawAgreement(work, agreement.id)
      if (!done.ok) return againWith(work, agreement, done)
      return seeOther('/agreements', 'Given up. Nothing of it holds; the text stays readable to those named in it.')
    },
  }),
]

async function listPage(work: Work): Promise<Reply> {
  const asker = work.asker.person
  const named = await findAgreementsOf(work, asker)
  const left = await Promise.all(named.map((one) => hasLeftIt(work, one)))
  const all = named.filter((_, at) => !left[at])
  const nameOf = await namerOf(work, all)
  const waiting = new Set((await findWaiting(work)).map((one) => one.agreement.id))
  const { waits, holds, open, past } = inOrder(all, work.today, { asker, waiting })
  const cards = (some: readonly Agreement[]) =>
    some.map((one) => <AgreementCard agreement={one} work={work} nameOf={nameOf} />)
  return html({
    title: 'Contracts and ground rules',
    back: { href: '/supervision', label: 'Supervision' },
    body: (
      <>
        <h1>Contracts and ground rules</h1>
        {all.length === 0 && (
          <EmptyState heading="You have no contract here yet">
            <p>
              A contract says what you and your supervisor expect of each other. You write it together and both sign.
            </p>
          </EmptyState>
        )}
        {waits.length > 0 && <h2>Waits for you</h2>}
        {cards(waits)}
        {holds.length > 0 && <h2>In force</h2>}
        {cards(holds)}
        {open.length > 0 && <h2>Waits for others</h2>}
        {cards(open)}
        <LinkButton href="/agreements/new" variant={waits.length > 0 ? 'secondary' : undefined}>
          Start a contract
        </LinkButton>
        {past.length > 0 && <Details summary={`Earlier ones (${past.length})`}>{cards(past)}</Details>}
      </>
    ),
  })
}

function AgreementCard({ agreement, work, nameOf }: { agreement: Agreement; work: Work; nameOf: NameOf }) {
  const { words, tone } = standingWords[standingOf(agreement, work.today)]
  const heading = (
    <>
      {titleOf(agreement, work.asker.person, nameOf)}
      <Hidden>
        , {words.toLowerCase()}, begun on {formatMoment(agreement.startedAt)}
      </Hidden>
    </>
  )
  return (
    <Card heading={heading} level={3} size="s" href={hrefOf(agreement)} clickable>
      <p>
        <StateTag tone={tone}>{words}</StateTag>
      </p>
      <p>{standingSentence(agreement, work.today, { nameOf, asker: work.asker.person })}</p>
    </Card>
  )
}
