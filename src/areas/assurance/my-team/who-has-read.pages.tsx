// Who has read the policy: by name for those whose people they are, and in totals by unit for the whole organisation (SPEC 1.5).
import { Details, Hidden, Lede, Table } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { assuranceReaders } from '../dashboard/dashboard.access.ts'
import { readingByUnit } from './my-team.changes.ts'
import type { ReadingLine } from './my-team.view.ts'

export const whoHasReadPages: readonly Page[] = [
  page({ at: 'GET /assurance/policy-readers', access: assuranceReaders, answer: (work) => totalsPage(work) }),
]

async function totalsPage(work: Work): Promise<Reply> {
  const policies = await readingByUnit(work)
  return html({
    title: 'Who has read the policy',
    back: { href: '/assurance', label: 'Assurance' },
    wide: true,
    body: (
      <>
        <h1>Who has read the policy</h1>
        <Lede>Everybody is asked to confirm each version that is for them. Line managers see who has not yet.</Lede>
        {policies.length === 0 && <p>No policy in force asks anybody to read it.</p>}
        {policies.map(({ packName, label, units }) => (
          <Table
            caption={`${packName}, version ${label}`}
            captionSize="m"
            columns={[
              { heading: 'Unit', cell: (one) => one.unit },
              { heading: 'Have read it', numeric: true, cell: (one) => String(one.read) },
              { heading: 'Not yet', numeric: true, cell: (one) => String(one.of - one.read) },
              { heading: 'Asked', numeric: true, cell: (one) => String(one.of) },
            ]}
            rows={units}
          />
        ))}
        <p class="app-quiet">Whoever is away is asked when they are back, and is left out until then.</p>
      </>
    ),
  })
}

/** For each policy in force how many of a team have read it, and who has not, by name. */
export const WhoHasRead = ({ lines }: { lines: readonly ReadingLine[] }) =>
  lines.length === 0 ? null : (
    <section id="policy">
      <h2>Who has read the policy</h2>
      {lines.map((line) => (
        <ReadingOf line={line} />
      ))}
    </section>
  )

const ReadingOf = ({ line }: { line: ReadingLine }) => (
  <>
    <p>
      <strong>{line.packName}</strong>, version {line.label}:{' '}
      {line.read === line.of ? `all ${line.of} have read it.` : `${line.read} of ${line.of} have read it.`}
    </p>
    {line.notYet.length > 0 && (
      <Details
        summary={
          <>
            Who has not yet ({line.notYet.length})<Hidden>: {line.packName}</Hidden>
          </>
        }
      >
        <ul>
          {line.notYet.map(({ person, name, by }) => (
            <li>
              <a href={`/people/${person}`}>
                <bdi>{name}</bdi>
              </a>
              , asked for by {formatDay(by)}
            </li>
          ))}
        </ul>
      </Details>
    )}
  </>
)
