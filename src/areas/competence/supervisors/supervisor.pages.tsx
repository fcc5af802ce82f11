// One who supervises: their ways with the logbook and the sign-offs, and their own supervision; and the panel that leads there.
import { Card, InsetText, LinkButton } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { findEntries } from '../logbook/entry.store.ts'
import { signedOffBy } from '../pathway/held.changes.ts'
import { findSignOffs } from '../sign-off/sign-off.store.ts'
import { findSubject } from './subject.changes.ts'
import { isLead, mayOversee, readersOfOne, type Subject } from './supervisors.access.ts'
import { findSupervisors } from './supervisors.changes.ts'
import { State } from './supervisors.pages.tsx'
import { hrefOf, ownWords } from './supervisors.view.ts'
import type { Supervisor } from './supervisor.ts'
import { type Shown, Way } from './way-parts.pages.tsx'

export const supervisorPages: readonly Page[] = [
  page({
    at: 'GET /supervisors/:person',
    subject: findSubject,
    access: readersOfOne,
    answer: (work, { subject }) => onePage(work, subject),
  }),
]

async function gather(work: Work, subject: Subject) {
  const { supervisors, ways } = await findSupervisors(work, [subject.person])
  const entries = await findEntries(work, [subject.person])
  const signOffs = await findSignOffs(work, [subject.person])
  const own = supervisors[0] ?? null
  const people = [...entries.flatMap((one) => one.other ?? []), ...signOffs.map((one) => one.by)]
  const names = await namesOf(work, [...people, ...(own?.own?.last?.by ? [own.own.last.by] : [])])
  const signs = new Set((await signedOffBy(work, ways, work.asker.person)).map((one) => one.key))
  const nameOf = (person: PersonId) => names.get(person) ?? 'Somebody who is no longer here'
  const asker = work.asker.person
  const reasons = asker === subject.person || subject.signs || mayOversee(work.asker)
  const mayExcept = isLead(work.asker) && asker !== subject.person
  const shown: Shown = { subject, today: work.today, asker, reasons, mayExcept, entries, signOffs, signs, nameOf }
  return { own, shown }
}

async function onePage(work: Work, subject: Subject): Promise<Reply> {
  const { own, shown } = await gather(work, subject)
  return html({
    title: 'One who supervises',
    back: { href: `/people/${subject.person}`, label: subject.name },
    body: (
      <>
        <h1>
          <span class="nhsuk-caption-l">{own ? own.roles.join(', ') : 'Supervision'}</span>
          <bdi>{subject.name}</bdi>
        </h1>
        {own === null ? (
          <InsetText>
            <p>Holds no role from which somebody supervises.</p>
          </InsetText>
        ) : (
          <>
            {own.own && <Own own={own} {...shown} />}
            {own.ways.map((way) => (
              <Way way={way} {...shown} />
            ))}
          </>
        )}
        <p class="app-quiet">
          Seen by {readersOfOne.sentence.charAt(0).toLowerCase() + readersOfOne.sentence.slice(1)}.
        </p>
      </>
    ),
  })
}

const Own = ({ own, today, asker, nameOf }: Shown & { own: Supervisor }) => {
  const by = own.own?.last?.by
  const owes = own.own?.next === null && (own.own.state === 'out of date' || own.own.state === 'due soon')
  return (
    <section>
      <h2>Own supervision</h2>
      <p>
        <State said={ownWords(own.own, today)} />
        {by && (
          <>
            <br />
            <span class="app-quiet">
              With <bdi>{nameOf(by)}</bdi>
            </span>
          </>
        )}
      </p>
      {owes && own.person === asker && (
        <LinkButton href={by ? `/supervision/booking?side=they&with=${by}` : '/supervision/booking?side=they'}>
          Book it
        </LinkButton>
      )}
    </section>
  )
}

export const supervisorPanels: readonly Panel[] = [
  {
    place: 'those I supervise',
    order: 40,
    show: async (work) => {
      const one = (await findSupervisors(work, [work.asker.person])).supervisors[0]
      if (!one) return null
      return (
        <Card heading="How I stand as a supervisor" level={2} size="s" href={hrefOf(one.person)}>
          {one.own && (
            <p>
              Own supervision: <State said={ownWords(one.own, work.today)} />
            </p>
          )}
        </Card>
      )
    },
  },
]
