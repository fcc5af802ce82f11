// Every form of supervision and of actions sent every kind of nonsense: never a 500, and nothing hangs.
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { clinical, supervisionWorld, type Trust } from '../../../test/worlds/supervision.ts'
import { actionsArea } from '../actions/area.ts'
import { supervisionArea } from './area.ts'

const database = await testDatabase()
const { service, trust, held, suggested } = await supervisionWorld(database)

const nonsense: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '\u202e\u0000\ud800 x',
  '😀'.repeat(2000),
  'x'.repeat(100_000),
  '0000-00-00',
  '9999-12-31',
  '2027-02-29',
  '25:61',
  '../../etc/passwd',
  'a\r\nset-cookie: b=c',
  '00000000-0000-0000-0000-000000000000',
]

const names = [
  'type',
  'side',
  'with',
  'day',
  'time',
  'minutes',
  'placeKind',
  'place',
  'people',
  'unit',
  'rebooks',
  'every',
  'count',
  'days',
  'cause',
  'way',
  'began',
  'finished',
  'focus',
  'model',
  'outcome',
  'comment',
  'kind',
  'answer',
  'voucher',
  'format',
  'groupSize',
  'heldWith',
  'heldAt',
  'note',
  'newDue',
  'letGo',
  'action',
  'owner',
  'due',
  'why',
  'reason',
  '_version',
  '_find',
  'with-search',
  'day-day',
  'day-month',
  'day-year',
  'session--focus',
  'mine',
  'helped',
] as const

describe('nonsense', () => {
  it('gets no failure from any form, whoever sends it', { timeout: 240_000 }, async () => {
    const world = await trust()
    const proposal = await suggested(world, { day: '2026-12-03' })
    const sessions = [proposal, await held(world)].map((href) => href.split('/')[2] ?? '')
    const paths = [...(supervisionArea.pages ?? []), ...(actionsArea.pages ?? [])].flatMap(({ method, path }) =>
      sessions.map((session) => ({ method, path: path.replace(':session', session).replace(/:\w+/, session) })),
    )
    const amina = world.visit(world.amina)
    let asked = 0
    for (const { method, path } of paths) {
      for (const [index, value] of nonsense.entries()) {
        const form = Object.fromEntries(names.map((name) => [name, index % 3 === 2 ? [value, value] : value]))
        const query = `?unit=${encodeURIComponent(value.toWellFormed().slice(0, 500))}&type=x&rebooks=${sessions[0]}`
        const answer =
          method === 'POST' ? await amina.post(path, form) : index < 6 ? await amina.get(path + query) : null
        if (answer && answer.status >= 500)
          throw new Error(`${method} ${path} answered ${answer.status} to ${value.slice(0, 40)}`)
        asked += 1
      }
    }
    expect(service.faults).toEqual([])
    expect(asked).toBeGreaterThan(1000)
  })

  it('in one field of a form that is right otherwise gets none either', { timeout: 240_000 }, async () => {
    const world = await trust()
    const session = await held(world)
    const proposal = await suggested(world, { day: '2026-12-03' })
    const forms = formsFor(world, { proposal, session })
    const amina = world.visit(world.amina)
    for (const [path, form] of forms)
      for (const name of Object.keys(form))
        for (const value of nonsense.filter((_, index) => index % 2 === 1)) {
          const answer = await amina.post(path, { ...form, [name]: value })
          if (answer.status >= 500)
            throw new Error(`${path} answered ${answer.status} to ${name} ${value.slice(0, 40)}`)
        }
    expect(service.faults).toEqual([])
  })
})

type Forms = readonly (readonly [string, Record<string, string>])[]

/** Every form as somebody would send it, right in every field. */
function formsFor(world: Trust, { proposal, session }: { proposal: string; session: string }): Forms {
  const time = { day: '2026-12-10', time: '2pm', minutes: '60', placeKind: 'video', place: 'Room' }
  const outside = {
    day: '2026-11-03',
    minutes: '60',
    format: 'group',
    groupSize: '3',
    placeKind: 'remote',
    heldWith: 'Hana Patel',
    voucher: world.grace,
  }
  return [
    ['/supervision/bookings', { type: clinical, side: 'me', with: world.ben, ...time, rebooks: '' }],
    [
      '/supervision/group-bookings',
      { type: 'child-protection-case-work', unit: world.team, people: world.dora, ...time },
    ],
    [
      '/supervision/series',
      { type: clinical, people: world.ben, every: '2', unit: 'months', count: '3', ...time, days: '2026-12-10' },
    ],
    ['/supervision/outside-evidence', { type: clinical, ...outside }],
    ['/supervision/held-session', { type: clinical, with: world.dora, ...time, day: '2026-11-18' }],
    ['/supervision/supervisors', { type: clinical, side: 'me', with: world.dora }],
    [`${proposal}/other-time`, { ...time, _version: '1' }],
    [`${session}/cancellation`, { cause: 'leave', way: 'instead', _version: '3' }],
    [`${session}/attendance`, { [`came-${world.ben}`]: 'late', began: '2pm', finished: '3pm', _version: '3' }],
    [`${session}/record`, { 'session--focus': 'x', _version: '0', action: 'x', owner: world.ben, due: '2026-12-10' }],
    [
      `${session}/record/signature`,
      { 'session--focus': 'x', _version: '0', action: 'x', owner: world.ben, due: '2026-12-10' },
    ],
  ]
}
