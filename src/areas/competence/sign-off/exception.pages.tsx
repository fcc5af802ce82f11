// An exception: a lead lets somebody supervise for now, before the steps are done, up to a day and with a reason.
import { type FormState } from '../../../design/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { type Reply, seeOther } from '../../../platform/web/reply.ts'
import { formPage } from '../../people/index.ts'
import { findSubject } from '../supervisors/subject.changes.ts'
import { exceptionMakers, type Subject } from '../supervisors/supervisors.access.ts'
import { hrefOf } from '../supervisors/supervisors.view.ts'
import { makeException } from './sign-off.changes.ts'
import { exceptionForm } from './sign-off.form.ts'

const made = { subject: findSubject, access: exceptionMakers } as const

export const exceptionPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:person/exceptions/new',
    ...made,
    answer: (_work, { subject, query }) => exceptionPage(subject, query('way'), exceptionForm.filled()),
  }),
  page({
    at: 'POST /supervisors/:person/exceptions',
    ...made,
    answer: async (work, { subject, form, query }) => {
      const pathway = query('way')
      const reading = exceptionForm.read(form, { today: work.today })
      if (!reading.ok) return exceptionPage(subject, pathway, reading)
      const { until, reason } = reading.value
      const done = await makeException(work, subject.person, { pathway, until: until as Day, reason })
      if (!done.ok) return exceptionPage(subject, pathway, exceptionForm.refused(form, done))
      return seeOther(hrefOf(subject.person), 'They may supervise for now. It is reported')
    },
  }),
]

const exceptionPage = ({ person, name }: Subject, way: string, state: FormState): Reply =>
  formPage({
    title: 'Let somebody supervise for now',
    about: name,
    intro: (
      <p>
        Use this when there is nobody else and you know that they can. They can be booked until the day you say; the
        steps and the sign-off stay to be done.
      </p>
    ),
    form: exceptionForm,
    state,
    action: `${hrefOf(person)}/exceptions?way=${encodeURIComponent(way)}`,
    button: 'Let them supervise for now',
    back: { href: hrefOf(person), label: name },
  })
