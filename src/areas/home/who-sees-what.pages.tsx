// The table of readers in plain words, for everybody (TRUST, "Who sees what"; DESIGN 5).
import { Table } from '../../design/index.ts'
import { kindsOfRecord } from './who-sees-what.ts'

export const WhoSeesWhat = () => (
  <>
    <h1>Who sees what</h1>
    <p class="nhsuk-lede-text">Managers see that supervision happened. They never see what was said.</p>
    <Table
      caption="Kinds of record and who can read them"
      columns={[
        { heading: 'What', cell: (row) => row.kind },
        { heading: 'Who can read it', cell: (row) => row.can },
        { heading: 'Who cannot', cell: (row) => row.cannot },
      ]}
      rows={kindsOfRecord}
    />
    <h2>When somebody may be at risk</h2>
    <ul>
      <li>
        Whoever reads something that worries them passes it on at once: the link stands at the foot of every record.
      </li>
      <li>
        When the author of a record is missing, two people in safeguarding can open that one record together, once, for
        an hour. You are told, unless that puts somebody at risk, and another colleague reviews whether it was right.
      </li>
      <li>Nobody does either about their own staff. Drafts, private notes and feedback open for nobody.</li>
    </ul>
    <h2>How this is kept</h2>
    <ul>
      <li>Confidential text is sealed before it is stored. Whoever copies the database sees nothing.</li>
      <li>Every reading is written down, and shown at the foot of the page: who can see this, and who has.</li>
      <li>Managers’ pages are made from dates and states alone. There is no hidden text in them.</li>
      <li>Nobody can act as somebody else, not even an administrator.</li>
    </ul>
  </>
)
