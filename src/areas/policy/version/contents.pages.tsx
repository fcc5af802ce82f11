// What a pack says, laid out for reading: the matrix first, then kinds, criteria, contracts and the rest.
import { type ComponentChildren, Details, Table } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf, type Wording } from '../pack/wording.ts'
import { requirementsOf } from '../pack/requirements.ts'
import { ruleWords } from '../rule/rule-words.ts'
import { testWords } from '../rule/test-of-facts.ts'
import { spaced } from './compare.ts'

/** The whole of a pack for reading; parts that a pack has not are left out. */
export const PackContents = ({ pack }: { pack: PolicyPack }) => (
  <>
    <Matrix pack={pack} />
    <h2>What it holds</h2>
    <Part
      name="Kinds of supervision"
      items={pack.types.map((type) => ({ name: type.name, text: type.summary, source: type.source }))}
    />
    <Part
      name="Cases to bring"
      items={(pack.criteria ?? []).map((item) => ({ text: item.text, source: item.source }))}
    />
    {(pack.agreements ?? []).map((agreement) => (
      <Part
        name={agreement.name}
        items={agreement.clauses.map((clause) => ({
          name: spaced(clause.party),
          text: clause.text,
          source: clause.source,
        }))}
      />
    ))}
    {(pack.templates ?? []).map((template) => (
      <Part
        name={template.name}
        items={template.sections.flatMap((section) =>
          section.questions.map((question) => ({
            name: textOf(section.heading),
            text: question.label,
            source: question.source ?? template.source,
          })),
        )}
      />
    ))}
    {(pack.banks ?? []).map((bank) => (
      <Part name={bank.name} items={bank.items.map((item) => ({ text: item.text, source: item.source }))} />
    ))}
    <Part
      name="Models"
      items={(pack.models ?? []).map((model) => ({ name: model.name, text: model.summary, source: model.source }))}
    />
    <Part
      name="Targets"
      items={(pack.targets ?? []).map((target) => ({
        name: target.name,
        text: String(target.atLeast),
        source: target.source,
      }))}
    />
    <Part
      name="Where to turn"
      items={(pack.signposts ?? []).map((signpost) => ({
        name: textOf(signpost.need),
        text: signpost.turnTo,
        source: signpost.source,
      }))}
    />
    <Part
      name="How long records are kept"
      items={(pack.retention ?? []).map((kept) => ({
        name: spaced(kept.kind),
        text: `${typeof kept.keep === 'string' ? kept.keep : 'as the file says'} after ${kept.after}`,
        source: kept.source,
      }))}
    />
  </>
)

const Matrix = ({ pack }: { pack: PolicyPack }) => {
  const typeNames = new Map(pack.types.map((type) => [type.key, type.name]))
  const roleNames = new Map((pack.roles ?? []).map((role) => [role.key, role.name]))
  return (
    <Table
      caption="Who needs what"
      captionSize="m"
      columns={[
        { heading: 'Staff', cell: (row) => capital(row.appliesWords) },
        { heading: 'Supervision', cell: (row) => row.types.map((key) => typeNames.get(key) ?? key).join(', ') },
        { heading: 'How often', cell: (row) => capital(ruleWords(row)) },
        { heading: 'Strength', cell: (row) => spaced(row.strength) },
        {
          heading: 'From',
          cell: (row) => (row.supervisors === null ? '' : capital(namedRoles(testWords(row.supervisors), roleNames))),
        },
        { heading: 'Source', cell: (row) => row.source ?? '' },
      ]}
      rows={requirementsOf(pack)}
      empty={<p>This policy has no staff matrix: it says how supervision is done, not who must have it.</p>}
    />
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Keys of roles as their names, longest first so that no name is cut. */
function namedRoles(words: string, names: ReadonlyMap<string, string>): string {
  const byLength = [...names].sort(([a], [b]) => b.length - a.length)
  return byLength.reduce((text, [key, name]) => text.replaceAll(key.replaceAll('-', ' '), name.toLowerCase()), words)
}

type Item = { readonly name?: string; readonly text: Wording; readonly source?: string }

const Part = ({ name, items }: { name: string; items: readonly Item[] }) =>
  items.length === 0 ? null : (
    <Details summary={`${name} (${items.length})`}>
      <ul>
        {items.map((item) => (
          <li>
            {item.name && <strong>{item.name}: </strong>}
            {textOf(item.text)}
            <Source>{item.source}</Source>
          </li>
        ))}
      </ul>
    </Details>
  )

const Source = ({ children }: { children: ComponentChildren }) =>
  children ? <span class="app-quiet"> [{children}]</span> : null
