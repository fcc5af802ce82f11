// One set that meets day after day, each time by another format: the seven that are shipped and three of its own policy. Its
// people press what their pages offer, through the whole service, until the meeting is over; what they promise comes back
// at the next one (SPEC 7.3, 7.10). Nothing that is offered is refused.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Pages, type Played, pressThrough } from '../../../../test/meeting-pressed.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningMeetingWorld, members } from '../../../../test/worlds/learning-meeting.ts'
import { addDays, day, type Day } from '../../../platform/time/day.ts'
import { openActionsOf } from '../../actions/index.ts'
import type { MeetingId } from '../room/planned-meeting.ts'

const shipped = [
  'suggestions',
  'questions-only',
  'bidding-round',
  'question-rounds',
  'rounds-of-three',
  'two-halves',
  'with-process-review',
]
const own = ['night-shift', 'one-story', 'ballot']
const formats = [...shipped, ...own]

/** The shipped pack with three formats more. */
const pack = readFileSync('policy-packs/action-learning.yaml', 'utf8')
  .replace(
    '\nmeetingFormats:\n',
    `\nmeetingFormats:\n${readFileSync('test/own-formats.yaml', 'utf8').replaceAll(/^(?=.)/gm, '  ')}`,
  )
  .replace('meetingFormats: [suggestions,', `meetingFormats: [suggestions, ${own.join(', ')},`)

const first = day('2026-11-20')
const meetings = await learningMeetingWorld(await testDatabase())
const here = await meetings.withMeetings([], 'suggestions', pack)
const { world } = here
const dayOf = (format: string): Day => addDays(first, formats.indexOf(format))
const ids = new Map<string, MeetingId>()
const all: Played[] = []

type Name = 'amina' | (typeof members)[number]

/** Time goes by two minutes at a stage, from the planned start. */
function pagesOf(format: string, others: readonly Name[]): Pages {
  const at = `/action-learning/meetings/${ids.get(format)}`
  let minutes = 0
  const wait = () => {
    minutes += 2
    const hours = 14 + Math.floor(minutes / 60)
    meetings.setClock(`${dayOf(format)}T${hours}:${String(minutes % 60).padStart(2, '0')}:00Z`)
  }
  wait()
  return {
    facilitator: 'amina',
    others,
    wait,
    year: 2026,
    look: async (who) => world.visit(world[who as Name]).get(at),
    send: async (who, deed, filled) => {
      const answer = await world.visit(world[who as Name]).post(`${at}/${deed}`, filled)
      if (answer.status !== 303) throw new Error(`${who}, ${deed}: ${answer.errors.join(' | ') || answer.text}`)
    },
  }
}

/** The meeting is planned and opened. */
async function opened(format: string): Promise<void> {
  const [id] = await here.plan([dayOf(format)], format)
  ids.set(format, id as MeetingId)
  meetings.setClock(`${dayOf(format)}T13:58:00Z`)
  const at = `/action-learning/meetings/${id}`
  expect((await world.visit(world.amina).get(at)).buttons).toContain('Open the meeting')
  expect((await world.visit(world.amina).post(`${at}/opening`)).location).toBe(at)
}

async function play(format: string, others: readonly Name[] = members, how: Partial<Pages> = {}): Promise<Played> {
  await opened(format)
  const played = await pressThrough({ ...pagesOf(format, others), ...how })
  all.push(played)
  return played
}

const timeout = 600_000

describe('a set that presses what its pages offer', { timeout }, () => {
  it('holds its first meeting, and signs its ground rules', async () => {
    const { stages, deeds } = await play('suggestions')
    expect(stages).toContain('The topics 1: Listen')
    expect(deeds.get('commitments')).toBeGreaterThan(0)
    expect(
      (
        await world.inside(world.ben, (work) =>
          openActionsOf(
            work,
            members.map((who) => world[who]),
          ),
        )
      ).length,
    ).toBe(deeds.get('commitments'))
    await here.signRules()
  })

  it('reports at the next on what was promised, and puts off what nobody who is here can tell', async () => {
    const promised = await world.inside(world.ben, (work) =>
      openActionsOf(
        work,
        members.map((who) => world[who]),
      ),
    )
    const away = members.find((who) => promised.some((one) => one.owner === world[who])) ?? 'ben'
    const { deeds } = await play(
      'questions-only',
      members.filter((who) => who !== away),
    )
    expect(deeds.get('postponements')).toBe(1)
  })

  it('meets by bids with somebody in the room, for whom the facilitator writes', async () => {
    const { deeds } = await play('bidding-round', ['ben', 'dora'], { writesForOthers: true })
    expect(deeds.get('bids')).toBe(3)
  })

  it.each(formats.slice(3))('meets by %s to the end', async (format) => {
    const { stages } = await play(format)
    expect(stages.length).toBeGreaterThan(4)
    const page = await world.visit(world.femi).get(`/action-learning/meetings/${ids.get(format)}`)
    expect(page.headings).toContain('The meeting is over')
  })

  it('has done every deed there is to do', () => {
    const done = new Set(all.flatMap(({ deeds }) => [...deeds.keys()]))
    const deeds = [
      'arrival',
      'recollection',
      'beginning',
      'moves',
      'turns',
      'reports',
      'postponements',
      'topics',
      'bids',
    ]
    for (const deed of [...deeds, 'votes', 'choice', 'presenter', 'contributions', 'commitments', 'finish'])
      expect(done).toContain(deed)
    expect(done).toContain('next-date')
  })
})
