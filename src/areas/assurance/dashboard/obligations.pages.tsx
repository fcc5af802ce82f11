// One person's obligations with every reason, in words: the page behind each red cell (SPEC 3.1, DESIGN 2).
import { AsAt, Card, Details, EmptyState, LinkButton, StateTag, type VNode } from '../../../design/index.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time/day.ts'
import { formatDay } from '../../../platform/time/words.ts'
import { sessionsAhead } from '../../supervision/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { html, type Reply } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findPerson, isLineManagerOf, postsOn, unitsBelow, unitsLedBy } from '../../people/index.ts'
import type { Answer, Requirement } from '../../policy/index.ts'
import { findSupervisees } from './dashboard.store.ts'
import { answersFor, type PersonAnswer, standingOf } from '../figures/answers.changes.ts'
import type { ObligationState } from '../figures/span.ts'
import { type PersonSubject, personReaders } from './dashboard.access.ts'
import { byUrgency } from './coverage.ts'
import { dashboardPolicy } from './dashboard.changes.ts'
import { presses } from './needs.changes.ts'
import { dayAsked } from './dashboard.view.ts'
import { stateWords, toneOf } from './words.ts'

export const obligationsPages: readonly Page[] = [
  page({
    at: 'GET /people/:person/obligations',
    subject: findPersonSubject,
    access: personReaders,
    answer: (work, { subject, query }) => obligationsPage(work, subject, query),
  }),
]

type Found = PersonSubject & { readonly name: string }

/** The person and how the asker stands to them: manages, leads the unit, supervises. */
export async function findPersonSubject(work: Work, { person: id }: { person: string }): Promise<Found | null> {
  const person = await findPerson(work, id as PersonId)
  if (!person) return null
  const asker = work.asker.person
  return {
    person: person.id,
    name: person.name,
    manages: await isLineManagerOf(work, asker, person.id, work.today),
    leads: await leadsUnitOf(work, person.id),
    supervises: (await findSupervisees(work, asker)).includes(person.id),
  }
}

async function leadsUnitOf(work: Work, person: PersonId): Promise<boolean> {
  const units = (await postsOn(work, work.today, [person])).map((post) => post.unit)
  for (const led of await unitsLedBy(work, work.asker.person, work.today)) {
    const below = await unitsBelow(work, led, work.today)
    if (units.some((unit) => unit !== null && below.includes(unit))) return true
  }
  return false
}

async function obligationsPage(work: Work, about: Found, query: (name: string) => string): Promise<Reply> {
  const { day, fault } = dayAsked(query, work.today)
  const policy = await dashboardPolicy(work, day)
  const answers = [...(await answersFor(work, about.person, day))].sort((a, b) =>
    byUrgency(standingOf(a), standingOf(b)),
  )
  const own = about.person === work.asker.person
  const ahead = await daysAhead(work, about.person, answers)
  return html({
    title: own ? 'How your supervision stands' : `How ${about.name}’s supervision stands`,
    back: own ? { href: '/', label: 'Home' } : { href: `/people/${about.person}`, label: about.name },
    body: (
      <>
        <h1>{own ? 'How your supervision stands' : `How ${about.name}’s supervision stands`}</h1>
        <AsAt day={day} action={`/people/${about.person}/obligations`} error={fault} />
        {answers.length === 0 && (
          <EmptyState heading="Nothing is asked for" level={2}>
            The policy in force on this day asks for no supervision in this post. Advice is open to everybody.
          </EmptyState>
        )}
        {answers.map((one) => (
          <AnswerCard
            requirement={one.requirement}
            answer={one.answer}
            day={day}
            next={<WhatNext one={one} booked={ahead.get(one.requirement.types[0] ?? '') ?? null} own={own} />}
            name={policy.names.get(one.requirement.types[0] ?? '') ?? one.requirement.name}
          />
        ))}
      </>
    ),
  })
}

/** The next booked day of each kind of supervision that is asked for. */
async function daysAhead(
  work: Work,
  person: PersonId,
  answers: readonly PersonAnswer[],
): Promise<ReadonlyMap<string, Day>> {
  const days = new Map<string, Day>()
  for (const type of new Set(answers.map((one) => one.requirement.types[0] ?? ''))) {
    const booked = (await sessionsAhead(work, [person], type)).get(person)
    if (booked) days.set(type, booked)
  }
  return days
}

/** What would put it right: the date that is booked, or the way to one (DESIGN 7). */
const WhatNext = ({ one, booked, own }: { one: PersonAnswer; booked: Day | null; own: boolean }) => {
  if (booked !== null) return <p>Booked for {formatDay(booked)}.</p>
  if (!presses(one)) return null
  if (!own) return <p>Nothing is booked. A session with somebody who may supervise it puts this right.</p>
  const type = encodeURIComponent(one.requirement.types[0] ?? '')
  return <LinkButton href={`/supervision/booking?side=they&type=${type}`}>Find a date</LinkButton>
}

type AnswerCardProps = { requirement: Requirement; answer: Answer; day: Day; name: string; next?: VNode }

export const AnswerCard = ({ requirement, answer, day, name, next }: AnswerCardProps) => {
  const state = answer.state as ObligationState
  const [first, ...rest] = answer.reasons
  return (
    <Card heading={name} level={2} size="m" id={requirement.types[0]}>
      <p>
        <StateTag tone={toneOf(state)}>{stateWords({ state, dueOn: answer.dueOn }, day)}</StateTag>
      </p>
      {first && <p>{first.text}</p>}
      {next}
      {rest.length > 0 && (
        <Details summary="How we worked this out">
          <ul>
            {rest.map((reason) => (
              <li>{reason.text}</li>
            ))}
          </ul>
        </Details>
      )}
      {requirement.source && (
        <p class="app-quiet">
          Rule: {requirement.name}. <a href="/policy">Our policy</a> says where it comes from.
        </p>
      )}
    </Card>
  )
}
