// A model of a meeting as simple as can be, told only which events came: who is here, who facilitates, what is still promised,
// who listens, and what was said in which order. It knows the format by its stages alone, and says what is wrong.
import type { MeetingEvent } from '../src/areas/learning-sets/meeting/event.ts'
import type { Format } from '../src/areas/learning-sets/format/format.ts'

export type Model = {
  readonly format: Format
  here: Set<string>
  facilitator: string
  /** Who is asked to facilitate, since when. */
  offer: { to: string; at: string } | null
  groups: readonly (readonly string[])[]
  /** Those who are listening or have turned away. */
  listening: Set<string>
  paused: boolean
  finished: boolean
  steps: number
  said: { number: number; words: string }[]
  keys: Set<string>
  promised: Set<string>
  told: { from: string; to: string; words: string }[]
}

export const newModel = (format: Format, facilitator: string, promised: readonly string[]): Model => ({
  format,
  facilitator,
  offer: null,
  here: new Set(),
  groups: [],
  listening: new Set(),
  paused: false,
  finished: false,
  steps: 0,
  said: [],
  keys: new Set(),
  promised: new Set(promised),
  told: [],
})

/** Who speaks through an event: nobody of them may be listening. */
const voiceOf = (event: MeetingEvent): string | null => {
  switch (event.type) {
    case 'contributed':
    case 'bid made':
    case 'voted':
      return event.person
    case 'committed':
    case 'topic named':
      return event.owner
    default:
      return null
  }
}

/** What an event must not do, by the model as it was before it; null when all is well. */
export function whatIsWrong(model: Model, event: MeetingEvent): string | null {
  const voice = voiceOf(event)
  if (voice && model.listening.has(voice)) return `${voice} was listening and ${event.type}`
  if (voice && model.paused) return `${event.type} while paused`
  if (voice && !model.here.has(voice)) return `${voice} was not here and ${event.type}`
  if (model.finished && event.type !== 'discomfort answered') return `${event.type} after the end`
  if (event.type === 'stage begun' && model.promised.size > 0 && isAboutTopics(model.format, event))
    return `the topics began while ${[...model.promised].join(', ')} had not reported`
  if (event.type === 'stage begun' && event.by !== model.facilitator) return `${event.by} moved the meeting on`
  return wrongPassing(model, event)
}

/** The part is offered by who has it, and passes to who was asked, by their own accepting, within a minute. */
function wrongPassing({ facilitator, offer, here }: Model, event: MeetingEvent): string | null {
  if (event.type === 'facilitation offered' && (event.by !== facilitator || !here.has(event.to)))
    return `${event.by} offered what was not theirs, or to somebody who is not here`
  if (event.type === 'facilitation offer ended' && event.by !== facilitator && event.by !== offer?.to)
    return `${event.by} ended an offer of others`
  if (event.type !== 'facilitation passed' || event.how !== 'handover') return null
  const isAsked = offer?.to === event.to && event.by === event.to && here.has(event.to)
  if (!isAsked) return `${event.by} took what was not offered`
  return Date.parse(event.at) - Date.parse(offer.at) < 60_000 ? null : `${event.by} accepted what had run out`
}

function isAboutTopics(format: Format, event: Extract<MeetingEvent, { type: 'stage begun' }>): boolean {
  const part = format.parts[event.place.part]
  const stage = part?.stages[event.place.stage]
  const asks = stage?.contributions.some((kind) => ['topic', 'bid', 'vote'].includes(kind)) ?? false
  return asks || part?.repeats === 'for each topic' || event.presenter !== null
}

/** The model after an event. */
export function tellModel(model: Model, event: MeetingEvent): void {
  model.keys.add(`${event.by} ${event.key}`)
  if (event.type === 'arrived') model.here.add(event.person)
  if (event.type === 'left') {
    model.here.delete(event.person)
    if (model.offer?.to === event.person) model.offer = null
  }
  if (event.type === 'facilitation offered') model.offer = { to: event.to, at: event.at }
  if (event.type === 'facilitation offer ended' || event.type === 'facilitation passed') model.offer = null
  if (event.type === 'part begun' || event.type === 'groups changed') model.groups = event.groups
  if (event.type === 'stage begun') stageBegan(model, event)
  if (event.type === 'paused') model.paused = true
  if (event.type === 'resumed') model.paused = false
  if (event.type === 'meeting finished') model.finished = true
  if (event.type === 'facilitation passed') model.facilitator = event.to
  if (event.type === 'reported' || event.type === 'report put off') model.promised.delete(event.commitment)
  if (event.type === 'contributed') model.said.push({ number: 0, words: event.words })
  if (event.type === 'discomfort told') model.told.push({ from: event.by, to: event.to, words: event.words ?? '' })
}

function stageBegan(model: Model, { place, presenter }: Extract<MeetingEvent, { type: 'stage begun' }>): void {
  const part = model.format.parts[place.part]
  const stage = part?.stages[place.stage]
  const quiet = stage?.presenter === 'listening' || stage?.presenter === 'turned away'
  const inThrees = part?.repeats === 'for each member' && part.stages.some((one) => one.groupsOf !== null)
  const presenters = inThrees ? model.groups.map((group) => group[place.round]) : [presenter]
  model.steps++
  model.paused = false
  model.listening = new Set(quiet ? presenters.filter((one) => typeof one === 'string') : [])
}
