// Registrations and training of a person: seen by the person, their line manager and administrators; entered, ended and
// taken back by administrators (SPEC 1.5).
import { type FormState, LinkButton, PostButton, StateTag, Table } from '../../../design/index.ts'
import { addDays, type Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { formPage } from '../register/form-page.pages.tsx'
import type { PersonSeen } from '../register/person-seen.store.ts'
import { namesOf } from '../register/person.store.ts'
import { capital, saySpan } from '../register/person.view.ts'
import { isAdministrator } from '../register/register.access.ts'
import { soonDays } from '../running-out/running-out.ts'
import { History } from './history.pages.tsx'
import { endForm, registrationForm, trainingForm } from './standing.form.ts'
import { enteredKinds, type Registration } from './standing.ts'
import { type KeptTraining, keptTrainingOf, registrationRowsOf, registrationsOf } from './standing.store.ts'

export const standingPath = (seen: Pick<PersonSeen, 'person'>): string => `/people/${seen.person}/registrations`

const back = (seen: PersonSeen) => ({ href: standingPath(seen), label: 'Registrations and training' })

/** The page: what is held and what was done, with ways to change it for administrators. */
export async function standingPage(work: Work, seen: PersonSeen): Promise<Reply> {
  const keeper = isAdministrator(work.asker)
  const kinds: readonly string[] = enteredKinds
  const held = (await registrationsOf(work, seen.person)).filter((one) => kinds.includes(one.kind))
  const training = await keptTrainingOf(work, seen.person)
  const rows = await registrationRowsOf(work, seen.person)
  const names = await namesOf(
    work,
    rows.map(({ by }) => by),
  )
  const props = { seen, keeper, today: work.today }
  return html({
    title: 'Registrations and training',
    back: { href: `/people/${seen.person}`, label: seen.found.name },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">
            <bdi>{seen.found.name}</bdi>
          </span>
          Registrations and training
        </h1>
        {!keeper && <p>Administrators and the staff file keep this up to date. Tell them when something is missing.</p>}
        <Held held={held} {...props} />
        <History rows={rows} names={names} />
        <Trained training={training} {...props} />
      </>
    ),
  })
}

type Props = { seen: PersonSeen; keeper: boolean; today: Day }

const Held = ({ held, seen, keeper, today }: Props & { held: readonly Registration[] }) => (
  <section>
    <h2>Registrations and accreditations</h2>
    <Table
      caption="Registrations and accreditations"
      captionHidden
      columns={[
        { heading: 'Body', cell: (one: Registration) => <bdi>{one.body}</bdi> },
        { heading: 'Kind', cell: (one: Registration) => capital(one.kind) },
        {
          heading: 'When',
          cell: (one: Registration) => (
            <>
              {saySpan(one, today)} <Ending one={one} today={today} />
            </>
          ),
        },
        ...(keeper
          ? [{ heading: 'Change', cell: (one: Registration) => <HeldLinks {...{ one, seen, today }} /> }]
          : []),
      ]}
      rows={held}
      empty={<p>None on record.</p>}
    />
    {keeper && (
      <LinkButton href={`${standingPath(seen)}/new`} variant="secondary" small>
        Add a registration
      </LinkButton>
    )}
  </section>
)

const Ending = ({ one: { to }, today }: { one: Registration; today: Day }) => {
  if (to === null || to > addDays(today, soonDays)) return null
  return to < today ? <StateTag tone="quiet">Ended</StateTag> : <StateTag tone="soon">Ends soon</StateTag>
}

function HeldLinks({ one, seen, today }: { one: Registration; seen: PersonSeen; today: Day }) {
  const at = `${standingPath(seen)}/${one.registration}`
  const which = `${one.kind} ${one.body}, ${saySpan(one, today)}`
  return (
    <>
      {one.to !== null && one.to < today ? (
        <p>
          <a href={`${standingPath(seen)}/new?renews=${one.registration}`}>
            Enter its renewal<span class="nhsuk-u-visually-hidden">: {which}</span>
          </a>
        </p>
      ) : (
        <p>
          <a href={`${at}/end`}>
            {one.to === null ? 'Give a last day' : 'Change the last day'}
            <span class="nhsuk-u-visually-hidden"> of {which}</span>
          </a>
        </p>
      )}
      <PostButton action={`${at}/withdrawal`} variant="secondary" small>
        Take back<span class="nhsuk-u-visually-hidden"> {which}</span>
      </PostButton>
    </>
  )
}

const Trained = ({ training, seen, keeper, today }: Props & { training: readonly KeptTraining[] }) => (
  <section>
    <h2>Training</h2>
    <Table
      caption="Training levels reached"
      captionHidden
      columns={[
        { heading: 'Subject', cell: (one: KeptTraining) => <bdi>{capital(one.subject)}</bdi> },
        { heading: 'Level', cell: (one: KeptTraining) => one.level },
        { heading: 'Done on', cell: (one: KeptTraining) => formatDay(one.on) },
        { heading: 'Expires', cell: (one: KeptTraining) => <Expires day={one.expires} today={today} /> },
        ...(keeper ? [{ heading: 'Change', cell: (one: KeptTraining) => <TakeBack one={one} seen={seen} /> }] : []),
      ]}
      rows={training}
      empty={<p>None on record.</p>}
    />
    {keeper && (
      <LinkButton href={`/people/${seen.person}/training/new`} variant="secondary" small>
        Add training
      </LinkButton>
    )}
  </section>
)

const Expires = ({ day, today }: { day: Day | null; today: Day }) => {
  if (day === null) return <>Does not expire</>
  return (
    <>
      {formatDay(day)} {day < today && <StateTag tone="late">Expired</StateTag>}
    </>
  )
}

const TakeBack = ({ one, seen }: { one: KeptTraining; seen: PersonSeen }) => (
  <PostButton
    action={`/people/${seen.person}/training/withdrawal`}
    fields={{ training: one.number }}
    variant="secondary"
    small
  >
    Take back
    <span class="nhsuk-u-visually-hidden">
      {' '}
      {one.subject} level {one.level} of {formatDay(one.on)}
    </span>
  </PostButton>
)

export const newRegistrationPage = (seen: PersonSeen, state: FormState = registrationForm.filled()) =>
  formPage({
    title: 'Add a registration',
    about: seen.found.name,
    form: registrationForm,
    state,
    action: standingPath(seen),
    button: 'Add',
    back: back(seen),
  })

export const endPage = (
  seen: PersonSeen & { held: Registration },
  state: FormState = endForm.filled(seen.held.to === null ? {} : { lastDay: seen.held.to }),
) =>
  formPage({
    title: 'Last day of a registration',
    about: `${seen.found.name}, ${seen.held.body}`,
    form: endForm,
    state,
    action: `${standingPath(seen)}/${seen.held.registration}/end`,
    button: 'Save last day',
    back: back(seen),
  })

export const newTrainingPage = (seen: PersonSeen, state: FormState = trainingForm.filled()) =>
  formPage({
    title: 'Add training',
    about: seen.found.name,
    form: trainingForm,
    state,
    action: `/people/${seen.person}/training`,
    button: 'Add',
    back: back(seen),
  })
