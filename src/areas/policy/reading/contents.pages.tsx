// What a pack says, laid out for reading: the matrix first, then its parts, each behind its name.
import { Details, Quiet, Table } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { contentsOf, type Part } from './contents.ts'
import { matrixRows } from './matrix-rows.ts'

/** The whole of a pack for reading; parts that a pack has not are left out. */
export const PackContents = ({ pack, easyRead = false }: { pack: PolicyPack; easyRead?: boolean }) => (
  <>
    <Matrix pack={pack} />
    <h2>What it says</h2>
    {contentsOf(pack, easyRead).map((part) => (
      <PartOfPack part={part} />
    ))}
  </>
)

const Matrix = ({ pack }: { pack: PolicyPack }) => (
  <Table
    caption="Who needs what"
    captionSize="m"
    compact
    columns={[
      {
        heading: 'Staff',
        cell: (row) => (
          <>
            {row.who} <Quiet>{row.source}</Quiet>
          </>
        ),
      },
      {
        heading: 'Needs',
        cell: (row) => (
          <>
            {row.what}
            <br />
            {row.often}
          </>
        ),
      },
      { heading: 'Strength', cell: (row) => row.strength, classes: 'app-whole' },
      { heading: 'From', cell: (row) => row.from || 'Anyone who may lead it' },
    ]}
    rows={matrixRows(pack)}
    empty={<p>This policy has no staff matrix: it says how supervision is done, not who must have it.</p>}
  />
)

const PartOfPack = ({ part }: { part: Part }) => (
  <Details summary={`${part.name} (${part.items.length})`}>
    <ul>
      {part.items.map(({ name, text, source }) => (
        <li>
          {name && <strong>{name}: </strong>}
          {text}
          {source && <Quiet> [{source}]</Quiet>}
        </li>
      ))}
    </ul>
  </Details>
)
