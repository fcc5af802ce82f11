// What is new, brought to whoever it is for by the stream that would only have told of it: their own page as it is now. The
// program asks itself for it with their visit, by the way that they would ask themselves, so it is judged, noted and drawn as
// if they had. Whenever anything is unsure the number alone is told, and they ask.
import { takeTurns } from '../turns.ts'

/** In milliseconds: nobody knows whether a page is still seen that was silent for so long; a deed answers with the page itself. */
const [silentAfter, deedTakes] = [45_000, 1_000]
/**
 * How many are drawn together: the first are sent sooner than if all were drawn side by side, and the program and the other
 * connections to the database stay free for whoever asks.
 */
const atOnce = 3

/** Somebody's open stream, as far as showing goes. */
export type Showing = {
  /** Their page as it would be answered now; null when it must be asked for. Without it nothing is ever shown. */
  readonly page?: () => Promise<string | null>
  /** Whether the browser has taken all that was sent. */
  readonly isClear: () => boolean
  readonly send: (event: 'page', html: string) => void
  /** Tells the number alone. */
  readonly tell: (version: number) => void
}

export type Shows = {
  /** Shows them what they have not seen, or tells them that there is something. */
  readonly show: (showing: Showing, version: number) => void
  /** They have gone. */
  readonly drop: (showing: Showing) => void
  /** Somebody sees the page. */
  readonly isSeen: (showing: Showing) => void
  /** The same browser has sent something and gets the page in answer. */
  readonly acts: (showing: Showing) => void
}

type State = { seenAt: number; actedAt: number; due: number | null; isDrawn: boolean }
type States = Map<Showing, State>

/** Nothing is kept of what was shown. `onFault` is told when a page could not be drawn. */
export function showPages(onFault: (fault: unknown) => void = () => undefined): Shows {
  const states: States = new Map()
  const turns = takeTurns(async (showing: Showing) => {
    const state = states.get(showing)
    if (state && (await showNow(showing, state, () => states.has(showing), onFault))) turns.add(showing)
  }, atOnce)
  return {
    show: (showing, version) => {
      const state = stateOf(states, showing)
      if (!mayShow(showing, state)) return showing.tell(version)
      state.due = version
      turns.add(showing)
    },
    drop: (showing) => {
      states.delete(showing)
      turns.drop(showing)
    },
    isSeen: (showing) => void (stateOf(states, showing).seenAt = performance.now()),
    acts: (showing) => void (stateOf(states, showing).actedAt = performance.now()),
  }
}

function stateOf(states: States, showing: Showing): State {
  const state = states.get(showing) ?? { seenAt: performance.now(), actedAt: -deedTakes, due: null, isDrawn: false }
  states.set(showing, state)
  return state
}

function mayShow(showing: Showing, { seenAt, actedAt }: State): boolean {
  const now = performance.now()
  return showing.page !== undefined && showing.isClear() && now - seenAt < silentAfter && now - actedAt >= deedTakes
}

/** Answers whether something later was announced meanwhile, which what was drawn may not have. */
async function showNow(
  showing: Showing,
  state: State,
  isThere: () => boolean,
  onFault: (fault: unknown) => void,
): Promise<boolean> {
  const { due } = state
  if (due === null || state.isDrawn) return false
  state.isDrawn = true
  const html = await draw(showing).catch((fault: unknown) => {
    onFault(fault)
    return null
  })
  state.isDrawn = false
  if (!isThere()) return false
  if (html === null || !showing.isClear()) showing.tell(state.due ?? due)
  else showing.send('page', html)
  const isLater = html !== null && (state.due ?? due) > Math.max(due, versionIn(html))
  if (!isLater) state.due = null
  return isLater
}

const draw = async (showing: Showing): Promise<string | null> => (await showing.page?.()) ?? null

const versionIn = (html: string | null): number => Number(/ data-live-version="(\d+)"/.exec(html ?? '')?.[1] ?? 0)
