// A template as those who sign it will meet it: its opening, what they fill in, the clauses by whose they are, its term.
import { LinkButton, Quiet, Written } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, type Reply } from '../../../platform/web/reply.ts'
import { findDraft, type WithText } from '../editing/draft.pages.tsx'
import { intervalSaid } from '../editing/plain-parts.form.ts'
import { textOf } from '../pack/wording.ts'
import { isYes } from '../rule/condition.ts'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { findTemplate, type Kind, partiesOf, type Template } from './agreement-template.ts'
import type { ClauseParty } from './pasted-text.ts'

export const templatePreviewPages: readonly Page[] = [
  page({
    at: 'GET /set-up/policy/:version/agreements/:agreementKey/preview',
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params, query }) => previewPage(subject, params.agreementKey, query('words') === 'easy'),
  }),
]

/** What stands above the clauses of each side. */
const above: Readonly<Record<ClauseParty, string>> = {
  both: 'As supervisee and supervisor, we agree',
  supervisee: 'As supervisee',
  supervisor: 'As supervisor',
  everyone: 'As a set, we agree',
  member: 'As a member',
  facilitator: 'As facilitator',
  organisation: 'From our organisation',
}

function previewPage(version: WithText, key: string, easyRead: boolean): Reply {
  const template = findTemplate(packOf(version.text), key)?.template
  if (!template) return notFound()
  const here = `/set-up/policy/${version.id}/agreements/${key}`
  const hasEasy = template.clauses.some((one) => typeof one.text === 'object' && one.text.easyRead)
  return html({
    title: `${template.name} as it will be read`,
    back: { href: version.status === 'draft' ? here : `/set-up/policy/${version.id}`, label: template.name },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">As those who sign will see it</span>
          {template.name}
        </h1>
        {hasEasy && (
          <p>
            {easyRead ? (
              <a href={`${here}/preview`}>Usual words</a>
            ) : (
              <a href={`${here}/preview?words=easy`}>Easy-read words</a>
            )}
          </p>
        )}
        {template.opening && <p class="app-lede">{textOf(template.opening, { easyRead })}</p>}
        <Blanks template={template} />
        <Clauses template={template} easyRead={easyRead} />
        <p>{termWords(template)}</p>
        <LinkButton href={here} variant="secondary">
          Back to the clauses
        </LinkButton>
      </>
    ),
  })
}

const Blanks = ({ template: { blanks } }: { template: Template }) =>
  blanks ? (
    <dl class="nhsuk-summary-list">
      {blanks.map((one) => (
        <div class="nhsuk-summary-list__row">
          <dt class="nhsuk-summary-list__key">{one.label}</dt>
          <dd class="nhsuk-summary-list__value">
            <Quiet>{isYes(one.required) ? 'To be filled in' : 'To be filled in, or left empty'}</Quiet>
          </dd>
        </div>
      ))}
    </dl>
  ) : null

function Clauses({ template, easyRead }: { template: Template; easyRead: boolean }) {
  return (
    <>
      {groupsOf(template.kind, template.clauses).map(({ party, clauses }) => (
        <section>
          <h2>{above[party]}</h2>
          <ol class="app-clauses" start={clauses[0]?.number}>
            {clauses.map(({ clause }) => (
              <li>
                {clause.heading && <h3 class="nhsuk-heading-s">{clause.heading}</h3>}
                <Written>{textOf(clause.text, { easyRead })}</Written>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** Clauses by whose they are, numbered through. */
function groupsOf(kind: Kind, clauses: Template['clauses']) {
  let number = 1
  return partiesOf(kind).flatMap((party) => {
    const own = clauses.filter((clause) => clause.party === party).map((clause) => ({ clause, number: number++ }))
    return own.length === 0 ? [] : [{ party, clauses: own }]
  })
}

const termWords = (template: Template): string => {
  const term = intervalSaid(template.term)
  return term
    ? `It holds for ${term} from the day on which the last of you signs.`
    : 'It holds until one of you ends it.'
}
