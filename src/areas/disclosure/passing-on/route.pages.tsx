// How a route of the policy looks: its guidance, who does what by when, and how to reach them.
import { Details } from '../../../design/index.ts'
import type { Route, Step } from './route.view.ts'

export const RouteSteps = ({ route }: { route: Route }) => (
  <>
    <p>{route.guidance}</p>
    <ol class="nhsuk-list nhsuk-list--number">
      {route.steps.map((step) => (
        <li>
          <strong>{step.who}:</strong> {step.does}
          {step.within !== null && <span class="app-quiet"> Within {step.within}.</span>}
          <Contact step={step} />
        </li>
      ))}
    </ol>
    {route.steps.every((step) => step.contact === null) && (
      <p class="app-quiet">
        The policy of your organisation gives no number for this. When you do not know whom to ring, ask your line
        manager or your safeguarding service.
      </p>
    )}
    {route.policy !== '' && (
      <Details summary="Which policy says so">
        <p>{route.policy}</p>
      </Details>
    )}
  </>
)

function Contact({ step: { contact } }: { step: Step }) {
  if (!contact) return null
  const { name, phone, email, link, note } = contact
  return (
    <>
      <br />
      {name && <>{name} </>}
      {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>Call {phone}</a>}{' '}
      {email && <a href={`mailto:${email}`}>{email}</a>} {link && <a href={link}>{link}</a>} {note}
    </>
  )
}
