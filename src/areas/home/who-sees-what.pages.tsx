// The table of readers in plain words, for everybody (TRUST, "Who sees what"; DESIGN 5).
import { Table } from '../../design/index.ts'

const rows: readonly { readonly kind: string; readonly can: string; readonly cannot: string }[] = [
  { kind: 'Your private notes and topic drafts', can: 'You', cannot: 'Everybody else, whoever they are' },
  {
    kind: 'The record of a one-to-one session',
    can: 'You and that supervisor',
    cannot: 'Managers, directors, auditors and administrators',
  },
  {
    kind: 'A case discussion',
    can: 'You, the supervisor, and those who were there or were given cover',
    cannot: 'Managers, directors and administrators',
  },
  {
    kind: 'What is said in an action learning set',
    can: 'The members who were there and the facilitator',
    cannot: 'Everybody else',
  },
  {
    kind: 'That supervision happened: dates, who with, what kind',
    can: 'You, your supervisor, your line manager and the safeguarding lead of your service',
    cannot: 'Colleagues. Directors see totals',
  },
  {
    kind: 'Contracts and ground rules',
    can: 'Those who sign them',
    cannot: 'Managers see only whether one is in date',
  },
  { kind: 'Advice you asked for', can: 'You and the adviser', cannot: 'Managers and directors see numbers' },
  {
    kind: 'The list of who has opened your records',
    can: 'You',
    cannot: 'It cannot be switched off or tidied up by anybody',
  },
]

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
      rows={rows}
    />
    <h2>How this is kept</h2>
    <ul>
      <li>Confidential text is sealed before it is stored. Whoever copies the database sees nothing.</li>
      <li>Every reading is written down, and shown at the foot of the page: who can see this, and who has.</li>
      <li>Managers’ pages are made from dates and states alone. There is no hidden text in them.</li>
      <li>Nobody can act as somebody else, not even an administrator.</li>
    </ul>
  </>
)
