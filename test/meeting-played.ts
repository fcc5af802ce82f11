// A meeting played from beginning to end by doing what its screens offer, whatever its format: everybody contributes what
// they may, in their turn; nobody who listens is offered anything; the facilitator moves on.
import { chooseTopics, names, person, type Room, topic } from './meeting-room.ts'

/** Holds a meeting by doing what its screens offer, and gives the names of its stages. */
export function hold(room: Room): readonly string[] {
  room.does('Ben', { type: 'name presenter', person: person('Amina') })
  takePart(room)
  room.does('Ben', { type: 'begin' })
  const stages: string[] = []
  for (let moves = 0; moves < 80; moves++) {
    const view = room.view('Ben')
    stages.push(view.stage?.name ?? '')
    takePart(room)
    room.wait(room.view('Ben').clock?.secondsLeft ?? 0)
    if (!room.view('Ben').facilitating?.next) return stages
    const why = room.view('Ben').facilitating?.next?.why
    if (why) throw new Error(`After “${stages.at(-1)}” it does not go on: ${why}`)
    room.does('Ben', { type: 'move on', step: room.step })
  }
  throw new Error('This meeting never ends.')
}

/** Everybody does what the stage lets them do, in their turn. */
function takePart(room: Room): void {
  for (let turn = 0; turn < 12; turn++) {
    for (const name of names) contributeAll(room, name)
    const { turn: now } = room.view('Ben')
    if (!now?.holder) break
    room.does('Ben', { type: 'finish turn', step: room.step, turn: now.turn, lap: now.lap })
  }
  if (room.view('Ben').deeds.includes('choose topics') && !room.meeting.choice) choose(room)
}

/** Amina's topic and Grace's where they named one; none more than the format takes or there are minutes for. */
function choose(room: Room): void {
  const most = Math.min(room.meeting.format.topics.to, room.view('Ben').facilitating?.minutesForTopics ?? 0)
  const named = ['Amina', 'Grace'].filter((name) => room.meeting.topics.some((one) => one.owner === person(name)))
  const chosen = chooseTopics(room, named.slice(0, most), 'These')
  if (!chosen.ok) throw new Error(chosen.reason)
}

function contributeAll(room: Room, name: string): void {
  const { kinds, me } = room.view(name)
  if (me.isListening && kinds.length > 0) throw new Error(`${name} listens and is offered ${kinds.join()}`)
  const own = { person: person(name), step: room.step }
  for (const kind of kinds) {
    if (kind === 'topic') room.does(name, { type: 'name topic', topic: topic(name), words: name, ...own })
    else if (kind === 'bid') room.does(name, { type: 'bid', topic: topic(name), strength: 3, words: name, ...own })
    else if (['vote', 'report', 'action'].includes(kind)) continue
    else if (room.view(name).kinds.length === 0) return
    else
      room.does(name, { type: 'contribute', kind, words: 'What do you see?', level: null, asItStands: false, ...own })
    if (room.view(name).kinds.length < kinds.length) return
  }
}
