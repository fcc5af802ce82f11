// A person's page, and what administrators do to the person as a whole: add, correct, leave.
import { LinkButton } from '../../../design/index.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html, notFound, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { parseDay } from '../../../platform/time/day.ts'
import { formPage } from './form-page.pages.tsx'
import { addPerson, correctPerson, leaveOrganisation } from './person.changes.ts'
import { leavingForm, personForm } from './person.form.ts'
import { PersonFacts } from './person-facts.pages.tsx'
import { findPersonSeen, type PersonSeen } from './person-seen.store.ts'
import { factsOf } from './person-facts.store.ts'
import { administrators, isAdministrator, maySeeFacts } from './register.access.ts'

const addPage = (state = personForm.filled()) =>
  formPage({
    title: 'Add a person',
    form: personForm,
    state,
    action: '/set-up/people',
    button: 'Add',
    back: peopleBack,
  })
const peopleBack = { href: '/people', label: 'People' }

const detailsPage = ({ found }: PersonSeen, state = personForm.filled(found)) =>
  formPage({
    title: 'Change details',
    about: found.name,
    form: personForm,
    state,
    action: `/people/${found.id}/details`,
    version: found.version,
    button: 'Save',
    back: { href: `/people/${found.id}`, label: found.name },
  })

const leavingPage = ({ found }: PersonSeen, state = leavingForm.filled()) =>
  formPage({
    title: 'Record that somebody leaves',
    about: found.name,
    form: leavingForm,
    state,
    action: `/people/${found.id}/leaving`,
    button: 'Save last day',
    back: { href: `/people/${found.id}`, label: found.name },
  })

export const personPages: readonly Page[] = [
  page({
    at: 'GET /people/:person',
    subject: findPersonSeen,
    access: anyStaff,
    answer: (work, { subject }) => personPage(work, subject),
  }),
  page({ at: 'GET /set-up/people/new', access: administrators, answer: () => addPage() }),
  page({
    at: 'POST /set-up/people',
    access: administrators,
    answer: async (work, { form }) => {
      const reading = personForm.read(form)
      if (!reading.ok) return addPage(reading)
      const added = await addPerson(work, reading.value)
      return added.ok
        ? seeOther(`/people/${added.value}/posts/new`, 'Person added. Now say where they work.')
        : addPage(personForm.refused(form, added))
    },
  }),
  page({
    at: 'GET /people/:person/details',
    subject: findPersonSeen,
    access: administrators,
    answer: (_work, { subject }) => detailsPage(subject),
  }),
  page({
    at: 'POST /people/:person/details',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = personForm.read(form)
      if (!reading.ok) return detailsPage(subject, reading)
      const seen = { ...subject.found, version: Number(form._version) || 0 }
      const done = await correctPerson(work, seen, reading.value)
      return done.ok
        ? seeOther(`/people/${subject.person}`, 'Details saved')
        : detailsPage(subject, personForm.refused(form, done))
    },
  }),
  page({
    at: 'GET /people/:person/leaving',
    subject: findPersonSeen,
    access: administrators,
    answer: (_work, { subject }) => leavingPage(subject),
  }),
  page({
    at: 'POST /people/:person/leaving',
    subject: findPersonSeen,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const reading = leavingForm.read(form)
      if (!reading.ok) return leavingPage(subject, reading)
      const lastDay = parseDay(reading.value.lastDay)
      if (lastDay === null) return notFound()
      const done = await leaveOrganisation(work, subject.person, lastDay)
      return done.ok
        ? seeOther(`/people/${subject.person}`, 'Last day saved')
        : leavingPage(subject, leavingForm.refused(form, done))
    },
  }),
]

async function personPage(work: Work, seen: PersonSeen) {
  const keeper = isAdministrator(work.asker)
  const sees = maySeeFacts(work.asker, seen)
  const facts = await factsOf(work, seen.person)
  const panels = await work.panels('person', seen.person)
  return html({
    title: 'Person',
    back: peopleBack,
    body: (
      <>
        <h1>
          <bdi>{seen.found.name}</bdi>
        </h1>
        {seen.found.leftOn !== null && (
          <p class="app-lede">
            {seen.found.leftOn < work.today ? 'Left' : 'Leaves'} on {formatDay(seen.found.leftOn)}
          </p>
        )}
        <PersonFacts
          facts={facts}
          person={seen.found}
          sees={sees}
          keeper={keeper}
          managed={seen.managedByAsker}
          today={work.today}
        />
        {panels}
        {keeper && seen.found.leftOn === null && (
          <p>
            <LinkButton href={`/people/${seen.person}/leaving`} variant="secondary">
              Record that {seen.found.name} leaves
            </LinkButton>
          </p>
        )}
      </>
    ),
  })
}
