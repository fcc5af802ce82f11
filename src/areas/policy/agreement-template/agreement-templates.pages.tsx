// The contracts and ground rules of a draft: all of them, and each with its clauses below one another and the ways to
// change, move, add and take out. What people have signed keeps its words whatever happens here (SPEC 2.2, 4.1).
import {
  ButtonGroup,
  InsetText,
  LinkButton,
  PostButton,
  Quiet,
  SummaryList,
  Table,
  Written,
} from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, html, notFound, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import { saveEdits } from '../editing/edit.changes.ts'
import { findDraft, type WithText } from '../editing/draft.pages.tsx'
import { intervalSaid } from '../editing/plain-parts.form.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf } from '../pack/wording.ts'
import { policyKeepers } from '../version/version.access.ts'
import { packOf } from '../version/version.store.ts'
import { type Clause, findTemplate, fresh, movedBy, partyWords, type Template, usedBy } from './agreement-template.ts'
import { shortName } from './agreement-template.form.ts'

const at = '/set-up/policy/:version/agreements'

export const agreementTemplatesPages: readonly Page[] = [
  page({
    at: `GET ${at}`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject }) => (subject.status === 'draft' ? listPage(subject) : toVersion(subject)),
  }),
  page({
    at: `GET ${at}/:agreementKey`,
    subject: findDraft,
    access: policyKeepers,
    answer: (_work, { subject, params }) =>
      subject.status === 'draft' ? templatePage(subject, params.agreementKey) : toVersion(subject),
  }),
  page({
    at: `POST ${at}/:agreementKey/clauses/:clauseKey/place`,
    subject: findDraft,
    access: policyKeepers,
    answer: async (work, { subject: version, params, form }) => {
      const found = findTemplate(packOf(version.text), params.agreementKey)
      const clause = found?.template.clauses.find((one) => one.key === params.clauseKey)
      if (!found || !clause) return notFound()
      if (version.status !== 'draft')
        return conflict('This version has been approved. Start a draft from it to change it.')
      const edits = movedBy(found.template, found.at, clause, firstOf(form, 'to') === 'up' ? -1 : 1)
      const saved = await saveEdits(work, version, { revision: Number(firstOf(form, '_version')), edits })
      if (!saved.ok) return conflict('Somebody else saved this draft after you opened it. Look at it again first.')
      return seeOther(`/set-up/policy/${version.id}/agreements/${params.agreementKey}#clause-${clause.key}`)
    },
  }),
]

const toVersion = (version: WithText): Reply => seeOther(`/set-up/policy/${version.id}`)

function listPage(version: WithText): Reply {
  const pack = packOf(version.text)
  const base = `/set-up/policy/${version.id}`
  return html({
    title: 'Contracts and ground rules',
    back: { href: base, label: version.packName },
    wide: true,
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          Contracts and ground rules
        </h1>
        <p>
          The texts that people adapt together and sign. What has been signed keeps its words: a change here is for
          those who start or renew after this draft is in force.
        </p>
        <TemplatesTable pack={pack} base={base} />
        <LinkButton href={`${base}/agreements/${fresh}`} variant="secondary">
          Add your own text
        </LinkButton>
      </>
    ),
  })
}

const TemplatesTable = ({ pack, base }: { pack: PolicyPack; base: string }) => (
  <Table
    caption={`${pack.agreements?.length ?? 0} in this draft`}
    captionSize="m"
    columns={[
      {
        heading: 'Name',
        cell: (one: Template) => <a href={`${base}/agreements/${one.key}`}>{one.name}</a>,
      },
      { heading: 'Clauses', cell: (one) => one.clauses.length, numeric: true },
      { heading: 'Holds', cell: (one) => intervalSaid(one.term) ?? 'Until it is ended' },
      { heading: 'Needed for', cell: (one) => usedBy(pack, one.key).join(', ') || 'Nothing yet' },
    ]}
    rows={pack.agreements ?? []}
    empty={<p>None yet. Add the first one.</p>}
  />
)

function templatePage(version: WithText, key: string): Reply {
  const pack = packOf(version.text)
  const found = findTemplate(pack, key)
  if (!found) return notFound()
  const { template } = found
  const base = `/set-up/policy/${version.id}`
  return html({
    title: template.name,
    back: { href: `${base}/agreements`, label: 'Contracts and ground rules' },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{version.packName}, draft</span>
          {template.name}
        </h1>
        <Particulars template={template} pack={pack} base={base} />
        <h2>Clauses</h2>
        <ol class="app-clauses">
          {template.clauses.map((clause, place) => (
            <ClauseItem version={version} template={template} clause={clause} place={place} />
          ))}
        </ol>
        <WaysOn base={base} template={template} />
      </>
    ),
  })
}

const WaysOn = ({ base, template: { key } }: { base: string; template: Template }) => (
  <>
    <ButtonGroup>
      <LinkButton href={`${base}/parts/clauses/${key}.${fresh}`} variant="secondary">
        Add a clause
      </LinkButton>
      <LinkButton href={`${base}/agreements/${key}/pasting`} variant="secondary">
        Paste your own text
      </LinkButton>
    </ButtonGroup>
    <p>
      <a href={`${base}/agreements/${key}/preview`}>See it as those who sign will</a>
    </p>
    <p>
      <a href={`${base}/agreements/${key}/removal`}>Take this template out of the policy</a>
    </p>
  </>
)

function Particulars({ template, pack, base }: { template: Template; pack: PolicyPack; base: string }) {
  const change = (part: string, of: string) => [{ href: `${base}/parts/${part}/${template.key}`, text: 'Change', of }]
  const kinds = { href: `${base}/parts/kinds`, text: 'Change', of: 'which supervision needs it' }
  const needed = usedBy(pack, template.key)
  return (
    <>
      <SummaryList
        rows={[
          {
            name: 'Opening',
            value: template.opening ? textOf(template.opening) : 'None',
            actions: change('agreements', 'name, opening and term'),
          },
          {
            name: 'Holds',
            value: intervalSaid(template.term) ?? 'Until it is ended',
            actions: change('agreements', 'how long it holds'),
          },
          {
            name: 'Filled in before signing',
            value: (template.blanks ?? []).map((one) => one.label).join(', ') || 'Nothing',
            actions: change('blanks', 'what is filled in'),
          },
          {
            name: 'Asked before renewal',
            value: reviewWords(template),
            actions: change('reviews', 'the questions before renewal'),
          },
          { name: 'Needed for', value: needed.join(', ') || 'Nothing yet', actions: [kinds] },
        ]}
      />
      {needed.length === 0 && (
        <InsetText>
          <p>No kind of supervision needs this yet. Choose it under “Kinds of supervision” when its text is ready.</p>
        </InsetText>
      )}
    </>
  )
}

function reviewWords({ review, reviewTemplate }: Template): string {
  const count = review?.length ?? 0
  const questions = count === 0 ? '' : `${count} ${count === 1 ? 'question' : 'questions'}`
  return [reviewTemplate ? 'A questionnaire' : '', questions].filter(Boolean).join(' and ') || 'Nothing'
}

type ItemProps = { version: WithText; template: Template; clause: Clause; place: number }

function ClauseItem({ version, template, clause, place }: ItemProps) {
  const base = `/set-up/policy/${version.id}`
  const of = `clause ${place + 1}, ${shortName(clause)}`
  return (
    <li id={`clause-${clause.key}`}>
      {clause.heading && <h3 class="nhsuk-heading-s">{clause.heading}</h3>}
      <Written>{textOf(clause.text)}</Written>
      <p>
        <Quiet>
          {partyWords[clause.party]} · {clause.source}
        </Quiet>
      </p>
      <ButtonGroup>
        <a href={`${base}/parts/clauses/${template.key}.${clause.key}`}>
          Change<span class="nhsuk-u-visually-hidden"> {of}</span>
        </a>
        {template.clauses.length > 1 && (
          <a href={`${base}/agreements/${template.key}/clauses/${clause.key}/removal`}>
            Take out<span class="nhsuk-u-visually-hidden"> {of}</span>
          </a>
        )}
        {place > 0 && <Move to="up" of={of} {...{ version, template, clause }} />}
        {place < template.clauses.length - 1 && <Move to="down" of={of} {...{ version, template, clause }} />}
      </ButtonGroup>
    </li>
  )
}

const Move = ({ version, template, clause, to, of }: Omit<ItemProps, 'place'> & { to: 'up' | 'down'; of: string }) => (
  <PostButton
    action={`/set-up/policy/${version.id}/agreements/${template.key}/clauses/${clause.key}/place`}
    variant="secondary"
    small
    version={version.revision}
    fields={{ to }}
  >
    Move {to}
    <span class="nhsuk-u-visually-hidden"> {of}</span>
  </PostButton>
)
