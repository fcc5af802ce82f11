import { Button, ButtonGroup, LinkButton } from '../parts/button.tsx'
import { ActionLink, BackLink, Breadcrumb, Pagination } from '../parts/links.tsx'
import { StateTag, Tag } from '../parts/tag.tsx'
import type { Section } from './gallery.tsx'

const hrefOf = (page: number) => `/gallery?page=${page}`

export const controlExamples: Section = {
  id: 'buttons-links-tags',
  title: 'Buttons, links and tags',
  examples: [
    {
      name: 'Buttons: the next step is green, the rest quieter',
      shown: (
        <ButtonGroup>
          <Button>Book the session</Button>
          <Button variant="secondary">Save as a draft</Button>
          <Button variant="warning">Cancel the session</Button>
          <Button disabled>Sign (not yet)</Button>
        </ButtonGroup>
      ),
    },
    {
      name: 'Small buttons and links that look like buttons',
      shown: (
        <ButtonGroup>
          <LinkButton href="/gallery" small>
            Carry on
          </LinkButton>
          <LinkButton href="/gallery?see=why" variant="secondary" small>
            See why
          </LinkButton>
        </ButtonGroup>
      ),
    },
    {
      name: 'Tags: one colour for each meaning',
      shown: (
        <p>
          <StateTag tone="good">Up to date</StateTag> <StateTag tone="soon">Due 12 December</StateTag>{' '}
          <StateTag tone="late">Overdue 23 days</StateTag> <StateTag tone="waiting">Waiting for Ben</StateTag>{' '}
          <StateTag tone="new">New</StateTag> <StateTag tone="quiet">Excused</StateTag> <Tag>Plain</Tag>
        </p>
      ),
    },
    {
      name: 'Action link',
      shown: <ActionLink href="/gallery#advice">Ask the safeguarding desk for advice</ActionLink>,
    },
    { name: 'Back link', shown: <BackLink href="/gallery#back">All sessions</BackLink> },
    {
      name: 'Breadcrumb',
      shown: (
        <Breadcrumb
          items={[
            { href: '/gallery#home', label: 'Home' },
            { href: '/gallery#team', label: 'North health visiting team' },
          ]}
        />
      ),
    },
    { name: 'Pages of a long list', shown: <Pagination page={7} pages={42} hrefOf={hrefOf} label="Staff, pages" /> },
    { name: 'The first of two pages', shown: <Pagination page={1} pages={2} hrefOf={hrefOf} label="Trail, pages" /> },
  ],
}
