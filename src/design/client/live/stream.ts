// The stream of a live page. An EventSource that fails is made anew by us, with growing pauses that differ from browser to
// browser, because it gives up for ever at the first answer that is no stream, such as a proxy's 502 during a restart.

import { pauseAfter } from './asking.ts'

export type Heard = {
  readonly onVersion: (version: number) => void
  /** The reader's own page as it is now, for whoever named it when the stream was opened. */
  readonly onPage?: (html: string) => void
  /** The server's clock, in milliseconds. */
  readonly onTime: (milliseconds: number) => void
  /** The reader may no longer, or must sign in again. */
  readonly onOver: () => void
  readonly onState: (state: 'open' | 'lost') => void
}

const longestSilence = 40_000
const longestPause = 15_000
/** The person is told after so many tries, some seconds; a restart is mostly over before that. */
const quietTries = 5

type Stream = {
  readonly isOpen: () => boolean
  readonly open: () => void
  readonly close: () => void
}

/** Opened when it is told to, and from then on kept open until it is closed. */
export function openStream(address: string, heard: Heard): Stream {
  const state: State = { source: null, wanted: false, failures: 0, again: undefined, silence: undefined }
  return {
    isOpen: () => state.source?.readyState === EventSource.OPEN,
    open: () => {
      state.wanted = true
      if (!state.source) connect(state, address, heard)
    },
    close: () => {
      state.wanted = false
      drop(state)
    },
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined
type State = { source: EventSource | null; wanted: boolean; failures: number; again: Timer; silence: Timer }

function connect(state: State, address: string, heard: Heard): void {
  drop(state)
  const retry = () => retryLater(state, address, heard)
  const alive = () => {
    if (state.failures >= quietTries) heard.onState('open')
    state.failures = 0
    clearTimeout(state.silence)
    state.silence = setTimeout(retry, longestSilence)
  }
  const source = new EventSource(address)
  state.source = source
  state.silence = setTimeout(retry, longestSilence)
  source.addEventListener('version', ({ data }: MessageEvent<string>) => {
    alive()
    const [version = 0, time = 0] = data.split(' ').map(Number)
    heard.onTime(time)
    heard.onVersion(version)
  })
  source.addEventListener('page', ({ data }: MessageEvent<string>) => {
    alive()
    heard.onPage?.(data)
  })
  source.addEventListener('beat', ({ data }: MessageEvent<string>) => {
    alive()
    heard.onTime(Number(data))
  })
  source.addEventListener('over', () => {
    retry()
    heard.onOver()
  })
  source.addEventListener('stopping', retry)
  source.addEventListener('error', retry)
}

function retryLater(state: State, address: string, heard: Heard): void {
  drop(state)
  if (!state.wanted) return
  state.failures += 1
  if (state.failures === quietTries) heard.onState('lost')
  state.again = setTimeout(() => connect(state, address, heard), pauseAfter(state.failures, longestPause))
}

function drop(state: State): void {
  state.source?.close()
  state.source = null
  clearTimeout(state.silence)
  clearTimeout(state.again)
}
