// Signing off, and ending a sign-off.
import type { FormState } from '../../../design/index.ts'
import { access, type Page, page } from '../../../platform/web/page.ts'
import { conflict, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, formPage } from '../../people/index.ts'
import { findForAll, findSubject } from '../supervisors/subject.changes.ts'
import { signers } from '../supervisors/supervisors.access.ts'
import { hrefOf } from '../supervisors/supervisors.view.ts'
import { endSignOff, signOff } from './sign-off.changes.ts'
import { endForm } from './sign-off.form.ts'
import type { SignOff, SignOffId } from './sign-off.ts'
import { findSignOff } from './sign-off.store.ts'

type Ending = { readonly signOff: SignOff; readonly name: string; readonly signs: boolean }

async function findEnding(work: Work, { signOff: id }: { signOff: SignOffId }): Promise<Ending | null> {
  const found = await findSignOff(work, id)
  const person = found && (await findPerson(work, found.person))
  if (!found || !person) return null
  return { signOff: found, name: person.name, signs: (await findForAll(work)).ways.has(found.pathway) }
}

const enders = access<Ending>(
  'Those who hold a role that signs off',
  (asker, { signOff, signs }) => signs && asker.person !== signOff.person,
)

export const signOffPages: readonly Page[] = [
  page({
    at: 'POST /supervisors/:person/competences',
    subject: findSubject,
    access: signers,
    answer: async (work, { subject, form }) => {
      const done = await signOff(work, subject.person, { pathway: firstOf(form, 'pathway') })
      return done.ok ? seeOther(hrefOf(subject.person), 'Signed off') : conflict(done.reason)
    },
  }),
  page({
    at: 'GET /competences/:signOff/end',
    subject: findEnding,
    access: enders,
    answer: (_work, { subject }) => endPage(subject, endForm.filled()),
  }),
  page({
    at: 'POST /competences/:signOff/end',
    subject: findEnding,
    access: enders,
    answer: async (work, { subject, form }) => {
      const reading = endForm.read(form)
      if (!reading.ok) return endPage(subject, reading)
      const done = await endSignOff(work, subject.signOff.id, reading.value)
      if (!done.ok) return endPage(subject, endForm.refused(form, done))
      return seeOther(hrefOf(subject.signOff.person), 'The sign-off has ended')
    },
  }),
]

const endPage = ({ signOff: { id, person }, name }: Ending, state: FormState): Reply =>
  formPage({
    title: 'End a sign-off',
    about: name,
    intro: (
      <p>
        From today nobody can book {name} for the kinds of supervision that ask for it. Sessions that are booked stay as
        they are: look at them with {name}.
      </p>
    ),
    form: endForm,
    state,
    action: `/competences/${id}/end`,
    button: 'End the sign-off',
    back: { href: hrefOf(person), label: name },
  })
