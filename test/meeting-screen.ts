// The page of a meeting that is played in memory, drawn for one person as the service draws it; and that page's forms sent
// back as the service reads them.
import { parseHTML } from 'linkedom'
import { renderToString } from 'preact-render-to-string'
import { deeds, type DeedName } from '../src/areas/learning-sets/asking/deeds-of-meeting.form.ts'
import type { CameBack } from '../src/areas/learning-sets/asking/came-back.view.ts'
import { type Bank, type MeetingShown, showMeeting } from '../src/areas/learning-sets/asking/shown.view.ts'
import { MeetingScreen } from '../src/areas/learning-sets/live/screen.pages.tsx'
import { lookOf } from '../src/design/index.ts'
import { type Id, newId } from '../src/platform/ids.ts'
import type { Pages } from './meeting-pressed.ts'
import { names, person, type Room } from './meeting-room.ts'

const look = lookOf({
  assets: { css: '', js: '', icon: '' },
  addresses: { account: '', signOut: '', extend: '', ended: '' },
})
const frame = {
  title: 'Meeting',
  path: '/',
  nonce: '',
  csrf: '',
  newKey: () => 'key',
  person: null,
  visitSeconds: null,
  said: null,
  wide: true,
  demonstration: false,
}
const fullNames = new Map(names.map((name) => [person(name), `${name} Reed`]))
const banks: readonly Bank[] = [
  { key: 'presenter-prompts', name: 'Six prompts', for: 'presenter', summary: null, items: ['What do I want?'] },
  {
    key: 'facilitator-prompts',
    name: 'For the facilitator',
    for: 'facilitator',
    summary: null,
    items: ['Who is quiet?'],
  },
]
const rules = [{ heading: 'We come', text: 'We come to every meeting.' }]

/** What is shown to somebody now. */
export function shownTo(room: Room, name: string, shared = false): MeetingShown {
  const beside = { at: '/m', setName: 'Northside', setAt: '/set', banks, rules, rulesAt: '/rules', draft: 'My draft' }
  const also = { newcomers: [], isKept: true, history: [], shared, names: fullNames }
  const shown = showMeeting(room.meeting, person(name), { ...beside, ...also, now: room.now, heard: room.heard })
  if (!shown) throw new Error(`${name} sees nothing.`)
  return shown
}

/** The page as somebody sees it. */
export function drawn(room: Room, name: string, how: { back?: CameBack; shared?: boolean } = {}): Document {
  const body = MeetingScreen({ shown: shownTo(room, name, how.shared), back: how.back ?? null })
  return parseHTML(look.page(body, frame)).document
}

/** The same without the frame of the page; drawn once for as long as nothing happens. */
function bodyFor(room: Room, name: string): Document {
  const stand = `${room.meeting.events} ${room.now}`
  const known = bodies.get(room)
  const all = known?.stand === stand ? known.all : new Map<string, Document>()
  bodies.set(room, { stand, all })
  const body = all.get(name) ?? bodyOf(MeetingScreen({ shown: shownTo(room, name), back: null }))
  all.set(name, body)
  return body
}

const bodies = new WeakMap<Room, { stand: string; all: Map<string, Document> }>()
const bodyOf = (body: ReturnType<typeof MeetingScreen>): Document =>
  parseHTML(`<html><body><main>${renderToString(body)}</main></body></html>`).document

/** The pages of a meeting in memory, for whoever plays it by pressing what they offer. */
export const pagesOfRoom = (room: Room): Pages => ({
  facilitator: 'Ben',
  others: names.filter((name) => name !== 'Ben'),
  look: async (who) => ({ document: bodyFor(room, who) }),
  send: async (who, deed, form) => {
    const ids = { newId: newId as never, readId: <Kind extends string>(text: unknown) => text as Id<Kind> }
    const reading = deeds[deed as DeedName]({ form, shown: shownTo(room, who), ...ids })
    if (!reading.ok) throw new Error(`${who}, ${deed}: ${JSON.stringify(reading.state.errors)}`)
    room.does(who, reading.asked)
  },
  wait: () => room.wait(room.view('Ben').clock?.secondsLeft ?? 0),
  year: 2027,
})
