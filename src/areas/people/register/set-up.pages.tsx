// Where administrators keep the organisation: people, units, roles, and what other areas add.
import { Card, CardGrid } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import { isAdministrator, settingUp } from './register.access.ts'

const places = [
  { heading: 'People', href: '/people', says: 'Find, add and correct people, their posts and absences.' },
  {
    heading: 'Import staff',
    href: '/set-up/people/imports',
    says: 'Bring staff in from a file: look first, then import.',
  },
  {
    heading: 'Import time worked',
    href: '/set-up/people/time-worked',
    says: 'Shifts and hours of practice, for rules that count in them.',
  },
  { heading: 'Units', href: '/set-up/units', says: 'Directorates, services and teams, and who leads them.' },
  {
    heading: 'Registrations that end',
    href: '/registrations',
    says: 'Registrations and accreditations that end soon or have ended, by unit.',
  },
  { heading: 'Roles', href: '/set-up/roles', says: 'Who has which role, since when and why.' },
]

export const setUpPages: readonly Page[] = [
  page({
    at: 'GET /set-up',
    access: settingUp,
    answer: async (work) => {
      const panels = await work.panels('set-up', work.asker.person)
      return html({
        title: 'Set-up',
        body: (
          <>
            <h1>Set-up</h1>
            {isAdministrator(work.asker) && <Places />}
            {panels}
          </>
        ),
      })
    },
  }),
]

const Places = () => (
  <CardGrid columns={2}>
    {places.map(({ heading, href, says }) => (
      <Card heading={heading} href={href} clickable level={2} size="m">
        <p>{says}</p>
      </Card>
    ))}
  </CardGrid>
)
