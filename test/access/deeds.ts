// What the people of the trust do with each other before the matrix is asked: through the service's own forms, so that
// everything lies where it lies in life.
import type { Sent } from '../service.ts'
import { moment } from '../../src/platform/time/moment.ts'
import type { Stranger, Who } from './people.ts'
import type { Trust } from './trust.ts'

export const clinical = 'one-to-one-clinical'
export const caseWork = 'child-protection-case-work'
const place = { placeKind: 'in person', place: 'Room 4' }

export type Deeds = ReturnType<typeof deedsIn>

type Pair = { readonly supervisor: Who | Stranger; readonly supervisee: Who | Stranger }

/** The deeds; each sets the clock to when it was done, and fails with the form's own words when it is refused. */
export function deedsIn(trust: Trust) {
  const { ids, visit } = trust
  const clock = (to: string) => trust.service.composition.setClock(moment(to))
  const send = async (who: Who | Stranger, path: string, form: Sent): Promise<string> => {
    const answer = await visit(who).post(path, form)
    if (answer.status === 303 || answer.status === 200) return answer.location ?? path
    throw new Error(`${who} ${path}: ${answer.status} ${answer.errors.join(' | ') || answer.text.slice(0, 400)}`)
  }
  const suggest = async ({ supervisor, supervisee }: Pair, day: string): Promise<string> => {
    clock(`${day}T08:00:00Z`)
    const form = { type: clinical, side: 'they', with: ids[supervisor], day, time: '2pm', minutes: '60', ...place }
    return send(supervisee, '/supervision/bookings', form)
  }
  const book = async (pair: Pair, day: string): Promise<string> => {
    const at = await suggest(pair, day)
    await send(pair.supervisor, `${at}/acceptance`, { _version: '1' })
    return at
  }
  const hold = async (pair: Pair, day: string, focus: string): Promise<string> => {
    const at = await book(pair, day)
    clock(`${day}T15:05:00Z`)
    const came = { [`came-${ids[pair.supervisee]}`]: 'present', began: '2pm', finished: '3pm', focus, _version: '2' }
    await send(pair.supervisor, `${at}/attendance`, came)
    return at
  }
  const choose = (by: Who | Stranger, supervisor: Who | Stranger, day: string): Promise<string> => {
    clock(`${day}T08:00:00Z`)
    return send(by, '/supervision/supervisors', { type: clinical, side: 'they', with: ids[supervisor] })
  }
  return { clock, send, suggest, book, hold, choose, ...groupDeeds(trust, { clock, send }) }
}

type Basics = {
  readonly clock: (to: string) => void
  readonly send: (who: Who | Stranger, path: string, form: Sent) => Promise<string>
}

type More = { readonly before?: (at: string) => Promise<void>; readonly type?: string }

function groupDeeds({ ids, units }: Trust, { clock, send }: Basics) {
  const bookGroup = (day: string, people: readonly Who[], type = caseWork): Promise<string> => {
    clock(`${day}T08:00:00Z`)
    const who = { people: people.map((one) => ids[one]), unit: units.riverside }
    const form = { type, rebooks: '', day, time: '2pm', minutes: '120', ...place, ...who }
    return send('farah', '/supervision/group-bookings', form)
  }
  const holdGroup = async (
    day: string,
    { present, absent }: { present: readonly Who[]; absent: readonly Who[] },
    focus: string,
    { before = async () => undefined, type = caseWork }: More = {},
  ): Promise<string> => {
    const at = await bookGroup(day, [...present, ...absent], type)
    await before(at)
    clock(`${day}T16:05:00Z`)
    const came = Object.fromEntries([
      ...present.map((who) => [`came-${ids[who]}`, 'present']),
      ...absent.flatMap((who) => [
        [`came-${ids[who]}`, 'absent'],
        [`cause-${ids[who]}`, 'sickness'],
      ]),
    ]) as Record<string, string>
    await send('farah', `${at}/attendance`, { ...came, began: '2pm', finished: '4pm', focus, _version: '1' })
    return at
  }
  return { bookGroup, holdGroup }
}
