// What those who supervise, those who sign off and those who lead have to do: confirm an entry, book one's own supervision,
// sign somebody off, bring in who supervised before. Asked of everybody every morning, so it ends early for most. Reads only.
import type { Need } from '../../../platform/area.ts'
import { formatDay } from '../../../platform/time/words.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { findAskedOf, findEntries } from '../logbook/entry.store.ts'
import { heldBy, waysOn } from '../pathway/held.changes.ts'
import { isFor, signsOff } from '../pathway/pathway.ts'
import { isLead } from './supervisors.access.ts'
import { findSupervisors, type Gathered } from './supervisors.changes.ts'
import { hrefOf } from './supervisors.view.ts'
import { type Supervisor, wayState } from './supervisor.ts'

/** The asker's own. */
export async function competenceNeeds(work: Work): Promise<readonly Need[]> {
  const confirm = await toConfirm(work)
  const ways = await waysOn(work, work.today)
  if (ways.pathways.length === 0) return confirm
  const asker = work.asker.person
  const roles = (await heldBy(work, { policy: ways.policy, people: [asker], day: work.today })).rolesOf(asker)
  const signs = ways.pathways.filter((one) => signsOff(roles, one, ways.seniorityOf)).map((one) => one.key)
  return [
    ...confirm,
    ...(ways.pathways.some((one) => isFor(roles, one)) ? await ofOneself(work) : []),
    ...(signs.length > 0 ? await toSignOff(work, signs) : []),
    ...(isLead(work.asker) ? begins(await findSupervisors(work, null), work) : []),
  ]
}

async function toConfirm(work: Work): Promise<readonly Need[]> {
  const asked = await findAskedOf(work, work.asker.person)
  if (asked.length === 0) return []
  const names = await namesOf(
    work,
    asked.map((one) => one.enteredBy),
  )
  return asked.map((one) => ({
    urgency: 'soon',
    title: `Confirm an entry in a logbook with ${names.get(one.enteredBy) ?? 'a colleague'}`,
    reason: `You were there together on ${formatDay(one.on)}, they write`,
    button: { label: 'Look at it', href: `/logbook-entries/${one.id}` },
  }))
}

async function ofOneself(work: Work): Promise<readonly Need[]> {
  const own = (await findSupervisors(work, [work.asker.person])).supervisors[0]
  if (!own) return []
  return [...ownSupervision(own), ...endingSoon(own, work)]
}

function ownSupervision({ own }: Supervisor): readonly Need[] {
  if (own === null || own.due === null || own.next !== null) return []
  if (own.state !== 'out of date' && own.state !== 'due soon') return []
  const late = own.state === 'out of date'
  const reason = late
    ? 'Until one is booked, nobody can book you for supervision that asks for it'
    : 'Whoever supervises is supervised too'
  return [
    {
      urgency: late ? 'now' : 'soon',
      title: `Book your own supervision, ${late ? 'which was due' : 'due'} by ${formatDay(own.due)}`,
      reason,
      by: own.due,
      button: { label: 'Book it', href: `/supervision/booking?side=they${own.last?.by ? `&with=${own.last.by}` : ''}` },
    },
  ]
}

const endingSoon = (own: Supervisor, work: Work): readonly Need[] =>
  own.ways
    .filter((way) => wayState(way, work.today) === 'ends soon')
    .map((way) => ({
      urgency: 'soon',
      title: `Have your sign-off renewed before ${formatDay(way.signed?.to ?? work.today)}`,
      reason: `${way.pathway.name}: it ends then`,
      by: way.signed?.to ?? work.today,
      button: { label: 'Who signs off', href: hrefOf(own.person) },
    }))

/** Those who have done every step and wait for somebody like the asker. */
async function toSignOff(work: Work, signed: readonly string[]): Promise<readonly Need[]> {
  const writing = new Set((await findEntries(work, null)).map((one) => one.person))
  writing.delete(work.asker.person)
  const { supervisors } = await findSupervisors(work, [...writing])
  return supervisors
    .filter((one) => one.ways.some((way) => signed.includes(way.pathway.key) && wayState(way, work.today) === 'ready'))
    .map((one) => ({
      urgency: 'soon',
      title: `${one.name} is ready to be signed off as a supervisor`,
      reason: 'Every step of the logbook is done',
      button: { label: 'Look at the logbook', href: hrefOf(one.person) },
    }))
}

/** Nobody at all is signed off yet for what the policy asks: the way in is the starting list. */
function begins({ supervisors, ways }: Gathered, work: Work): readonly Need[] {
  const waiting = ways.pathways.filter((way) => {
    const on = supervisors.flatMap((one) =>
      one.ways.filter((own) => own.pathway === way && one.person !== work.asker.person),
    )
    return way.neededFor.length > 0 && on.length > 0 && on.every((own) => own.signed === null)
  })
  if (waiting.length === 0) return []
  return [
    {
      urgency: 'soon',
      title: 'Bring in those who supervised before',
      reason: `Nobody is signed off yet, so nobody can be booked: ${waiting.map((one) => one.name).join(', ')}`,
      button: { label: 'See who they are', href: '/supervisors/starting-list' },
    },
  ]
}
