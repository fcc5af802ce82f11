// What is open now, before anything else: the desk while it is open; else whom to turn to, what cannot wait first.
import { InsetText, LinkButton, WarningCallout } from '../../../design/index.ts'
import type { Moment } from '../../../platform/time/moment.ts'
import type { Contact, StandIn } from './desk-hours.ts'
import type { DeskToday } from './desk.changes.ts'
import { hurryInWords, nextInWords, stateInWords } from './desk.view.ts'

/** The desk's part of a page, under a heading of its own. */
export function OpenNow({ today: { desk, now }, at }: { today: DeskToday; at: Moment }) {
  const state = stateInWords(now, at)
  return (
    <section aria-labelledby="open-now">
      <h2 id="open-now">{state}</h2>
      {now.open ? (
        <p>
          {desk.name}. {hurryInWords(now, at)}
          {now.people.length > 0 && ` On duty: ${now.people.join(', ')}.`}
        </p>
      ) : (
        <Instead urgent={now.urgent} others={now.others} />
      )}
      {now.open && <ContactLines contact={desk.contact} loud />}
      {now.open && now.others.map((one) => <TurnTo standIn={one} />)}
      {now.open && (
        <p>
          Is somebody in danger? <a href="tel:999">Call 999</a> first.
        </p>
      )}
      <p class="app-quiet">
        {[nextInWords(now, at), now.open ? '' : desk.name].filter(Boolean).join('. ')}
        {!now.open && phoneOf(desk.contact)}
        {!now.open || now.until !== null ? '.' : ''}
      </p>
    </section>
  )
}

const phoneOf = ({ phone }: Contact) =>
  phone !== null && (
    <>
      : <a href={telephone(phone)}>{phone}</a>
    </>
  )

/** While the desk is closed: what cannot wait, then who stands in. */
const Instead = ({ urgent, others }: { urgent: readonly StandIn[]; others: readonly StandIn[] }) => (
  <>
    <WarningCallout heading="Urgent" level={3}>
      <p>
        Is somebody in danger? <a href="tel:999">Call 999</a> now.
      </p>
      {urgent.map((one) => (
        <TurnTo standIn={one} />
      ))}
    </WarningCallout>
    {others.length > 0 ? (
      <InsetText>
        {others.map((one) => (
          <TurnTo standIn={one} />
        ))}
      </InsetText>
    ) : (
      <p>Your policy names nobody who stands in for the desk at this hour.</p>
    )}
  </>
)

const TurnTo = ({ standIn: { words, contact } }: { standIn: StandIn }) => (
  <>
    <p>{words}</p>
    {contact && <ContactLines contact={contact} />}
  </>
)

/** A number to call with one press, an address to write to. */
export const ContactLines = ({ contact, loud = false }: { contact: Contact; loud?: boolean }) => (
  <>
    {contact.phone !== null &&
      (loud ? (
        <LinkButton href={telephone(contact.phone)} variant="secondary">
          Call {contact.phone}
        </LinkButton>
      ) : (
        <p>
          <a href={telephone(contact.phone)}>
            Call {contact.name === null ? '' : `${contact.name} on `}
            {contact.phone}
          </a>
        </p>
      ))}
    {contact.email !== null && (
      <p>
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </p>
    )}
    {contact.link !== null && (
      <p>
        <a href={contact.link}>{contact.name ?? 'Their page'}</a>
      </p>
    )}
    {contact.note !== null && <p>{contact.note}</p>}
  </>
)

const telephone = (number: string): string => `tel:${number.replaceAll(/[^+\d]/g, '')}`
