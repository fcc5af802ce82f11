// Case work in the small world: cases of Ben and Dora brought to sessions with Amina, alone and in a group, and held.
import { bookSession, bringCase, holdSession, listCase, type SessionId } from '../../src/areas/supervision/index.ts'
import type { UnitId } from '../../src/areas/people/index.ts'
import { family } from '../../src/areas/supervision/case/case.examples.ts'
import type { Decision } from '../../src/platform/decision.ts'
import type { Id, PersonId } from '../../src/platform/ids.ts'
import { addMinutes, moment } from '../../src/platform/time/moment.ts'
import type { deedsWith, Trust } from './supervision.ts'

type CaseId = Id<'case'>
/** Words to find again that name nobody. */
export const spoken = 'Quieter evenings since the move'
export const caseWork = 'child-protection-case-work'
export const [elder, unborn] = family.people.map((person) => person.id) as [Id<'person at risk'>, Id<'person at risk'>]

export function sure<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

/** What is written of the family when everything is answered. */
export const discussion = (words = 'No words'): Record<string, string> => ({
  'each-case--information': `${words} shared`,
  'each-case--records': `${words} records`,
  'each-case--involvement': `${words} involvement`,
  [`each-person--voice--${elder}`]: `${words} voice`,
  [`each-person--risks--${elder}`]: `${words} risks`,
  [`each-person--protection--${elder}`]: `${words} protection`,
  [`each-person--voice--${unborn}`]: `${words} heartbeat`,
  [`each-person--risks--${unborn}`]: `${words} unborn risks`,
  [`each-person--protection--${unborn}`]: `${words} unborn protection`,
  'plan--plan-of-care': `${words} plan`,
  'told--gp--state': 'Told',
  'told--gp--how': 'Letter',
})

type Deeds = ReturnType<typeof deedsWith>
type Planned = {
  readonly people: readonly PersonId[]
  readonly cases: readonly { readonly by: PersonId; readonly id: CaseId }[]
  readonly startsAt?: string
  readonly type?: string
  readonly supervisor?: PersonId
  readonly unit?: UnitId
}
const startOf = (what: Planned) => moment(what.startsAt ?? '2026-11-24T14:00:00Z')

/** Cases, and sessions to which they were brought. */
export function caseWorkWith({ setClock }: Deeds) {
  /** A session, of Amina's unless said, with the cases that its people bring, not yet held. */
  const brought = async (world: Trust, what: Planned): Promise<SessionId> => {
    setClock(addMinutes(startOf(what), -3 * 24 * 60))
    return book(world, what)
  }
  /** The same, held an hour later; whoever is named in `absent` did not come. */
  const heldWith = async (world: Trust, what: Planned & { absent?: readonly PersonId[] }): Promise<SessionId> => {
    const session = await brought(world, what)
    setClock(addMinutes(startOf(what), 70))
    await hold(world, session, what)
    return session
  }
  /** The family discussed with Ben and signed off: its page's address. */
  const discussed = async (
    world: Trust,
    words = 'First',
  ): Promise<{ href: string; id: CaseId; session: SessionId }> => {
    const id = await listed(world, world.ben)
    const session = await heldWith(world, { people: [world.ben], cases: [{ by: world.ben, id }] })
    const href = `/sessions/${session}/cases/${id}/record`
    const answer = await world.visit(world.amina).post(`${href}/signature`, { ...discussion(words), _version: '0' })
    if (answer.location !== `/sessions/${session}`) throw new Error(answer.errors.join(' | ') || answer.text)
    return { href, id, session }
  }
  return { listed, brought, heldWith, discussed }
}

const listed = (world: Trust, holder: PersonId, details = family) =>
  world.inside(holder, async (work) => sure(await listCase(work, details)))

async function book(world: Trust, what: Planned): Promise<SessionId> {
  const supervisor = what.supervisor ?? world.amina
  const session = await world.inside(supervisor, async (work) =>
    sure(
      await bookSession(work, {
        type: what.type ?? caseWork,
        format: what.people.length > 1 ? 'group' : 'one-to-one',
        supervisor,
        supervisees: what.people,
        startsAt: startOf(what),
        minutes: 60,
        placeKind: 'in person',
        place: 'Room 4',
        rebooks: null,
        unit: what.unit ?? null,
        series: null,
        overrideReason: '',
      }),
    ),
  )
  const [first, ...more] = what.people
  if (first && more.length === 0) await world.visit(first).post(`/sessions/${session}/acceptance`, { _version: '1' })
  for (const { by, id } of what.cases)
    await world.inside(by, async (work) => sure(await bringCase(work, session, { case: id })))
  return session
}

async function hold(world: Trust, session: SessionId, what: Planned & { absent?: readonly PersonId[] }): Promise<void> {
  const beganAt = startOf(what)
  const came = what.people.map((person) =>
    what.absent?.includes(person)
      ? { person, presence: 'absent' as const, cause: 'leave' as const }
      : { person, presence: 'present' as const, cause: null },
  )
  const version = what.people.length > 1 ? 1 : 2
  const held = { beganAt, finishedAt: addMinutes(beganAt, 60), came, model: null, focus: '', version }
  await world.inside(what.supervisor ?? world.amina, async (work) => sure(await holdSession(work, session, held)))
}
