// A meeting played from beginning to end by whoever knows nothing but its pages: the forms that stand on them are read, filled in
// as a person would, and sent. What a page offers must be done and never refused, and must be enough to come to the end, by
// whatever format the set meets (SPEC 7.10). The pages may come from the whole service, or be drawn from a meeting in memory.

/** A page as somebody has it. */
export type Screen = { readonly document: Document }

/** What was filled in and sent. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

/** How pages are come by: `send` answers the page that follows, and throws when what was sent is refused. */
export type Pages = {
  readonly facilitator: string
  /** Everybody else who takes part on their own device. */
  readonly others: readonly string[]
  /** Whoever is not among them is in the room, and written for by the facilitator; otherwise they do not come. */
  readonly writesForOthers?: boolean
  readonly look: (who: string) => Promise<Screen>
  readonly send: (who: string, deed: string, filled: Filled) => Promise<void>
  /** Time goes by between stages. */
  readonly wait: () => void
  /** The year in which days lie that are typed. */
  readonly year: number
}

export type Played = {
  /** Where the set was, in the page's words: "The topics 1: Listen". */
  readonly stages: readonly string[]
  /** Every noun that was posted to, and how often. */
  readonly deeds: ReadonlyMap<string, number>
}

const MOST_MOVES = 150
const MOST_ROUNDS = 40

/** Plays it, and says what happened. Throws when the pages lead nowhere, or when somebody who listens is offered words. */
export async function pressThrough(pages: Pages): Promise<Played> {
  const game = new Game(pages)
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    await game.everybodyTakesPart()
    if (!(await game.facilitatorGoesOn())) return game
    pages.wait()
  }
  throw new Error(`This meeting never ends: ${game.stages.slice(-6).join(' | ')}`)
}

/** What is done once in each stage, wherever a page offers it. */
const takingPart = ['arrival', 'recollection', 'reports', 'topics', 'bids', 'votes', 'contributions', 'commitments']
/** What comes before the next stage, when the facilitator's page offers it. */
const leading = ['groups', 'presenter', 'time', 'choice', 'postponements', 'next-date']

class Game implements Played {
  readonly stages: string[] = []
  readonly deeds = new Map<string, number>()
  private readonly done = new Set<string>()

  constructor(private readonly pages: Pages) {}

  /** First everybody once, then whoever has the turn, until nobody has one. */
  async everybodyTakesPart(): Promise<void> {
    const { facilitator, others } = this.pages
    for (const who of [...others, facilitator]) await this.takesPart(who)
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const screen = await this.pages.look(facilitator)
      const called = await this.calls(screen)
      const holder = holderOn(called ? await this.pages.look(facilitator) : screen, this.pages)
      if (holder === null || !(await this.takesPart(holder))) return
    }
    throw new Error(`Turns never end: ${this.stages.at(-1)}`)
  }

  /** Does all that somebody's page offers them; false when there was nothing. */
  private async takesPart(who: string): Promise<boolean> {
    let anything = false
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const screen = await this.pages.look(who)
      noWordsWhileListening(who, screen)
      const offered = formsOf(screen, takingPart).filter((form) => this.pages.writesForOthers || !isAside(form))
      const form = this.next(who, offered) ?? turnOf(screen, this.pages)
      if (!form) return anything
      await this.press(who, form)
      anything = true
    }
    throw new Error(`${who} never comes to an end: ${this.stages.at(-1)}`)
  }

  /** The first form that this person has not sent in this stage. */
  private next(who: string, forms: readonly Form[]): Form | null {
    return forms.find((form) => !this.done.has(signOf(who, form))) ?? null
  }

  private async press(who: string, form: Form): Promise<void> {
    this.done.add(signOf(who, form))
    this.deeds.set(form.deed, (this.deeds.get(form.deed) ?? 0) + 1)
    await this.pages.send(who, form.deed, filledIn(form, this.pages.year))
  }

  /** Where the facilitator calls people, the next one who was not called in this stage. */
  private async calls(screen: Screen): Promise<boolean> {
    const form = formsOf(screen, ['turns']).find(({ element }) => element.querySelector('[name=call]'))
    if (!form || holderOn(screen, this.pages) !== null) return false
    const stage = whereOn(screen)
    const options = [...form.element.querySelectorAll('[name=call] option')].map(
      (one) => one.getAttribute('value') ?? '',
    )
    const next = options.find((one) => one !== '' && !this.done.has(`${stage} ${one}`))
    if (!next) return false
    this.done.add(`${stage} ${next}`)
    await this.pages.send(this.pages.facilitator, 'turns', { ...filledIn(form, this.pages.year), call: next })
    return true
  }

  /** To the next stage, doing first what it asks for; false when the meeting is over. */
  async facilitatorGoesOn(): Promise<boolean> {
    const who = this.pages.facilitator
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const screen = await this.pages.look(who)
      if (isOver(screen)) return false
      const way = this.next(
        who,
        formsOf(screen, leading).filter((form) => isCalledFor(form, screen)),
      )
      if (way) {
        await this.press(who, way)
        continue
      }
      this.stages.push(whereOn(screen))
      const on = formsOf(screen, ['beginning', 'moves', 'finish']).find((form) => !isAside(form))
      if (!on) throw new Error(`After “${whereOn(screen)}” it does not go on: ${textOf(screen.document.body)}`)
      await this.press(who, on)
      return true
    }
    throw new Error(`Nothing helps at “${this.stages.at(-1)}”`)
  }
}

type Form = { readonly deed: string; readonly element: Element }

/** The forms of the page that post to these nouns, in their order on the page; not those that take something back. */
const formsOf = ({ document }: Screen, deeds: readonly string[]): readonly Form[] =>
  [...document.querySelectorAll('main form')].flatMap((element) => {
    const deed = deedOf(element)
    const isBack = element.querySelector('[name=back]') !== null
    return deeds.includes(deed) && !isBack ? [{ deed, element }] : []
  })

const deedOf = (element: Element): string =>
  (element.getAttribute('action') ?? '').split('?')[0]?.split('/').at(-1) ?? ''

/** The button with which somebody passes on their own turn, or that of whoever has no device of their own. */
const turnOf = (screen: Screen, { others }: Pages): Form | null =>
  formsOf(screen, ['turns']).find(({ element }) => {
    const name = /^(.+) ha(?:s|ve) finished/.exec(textOf(element))?.[1]
    return name === 'I' || (name !== undefined && !others.some((one) => one.toLowerCase() === name.toLowerCase()))
  }) ?? null

/** A form is known again by whom it is sent for and by what it carries unseen: the stage, the commitment. */
function signOf(who: string, { deed, element }: Form): string {
  const hidden = [...element.querySelectorAll('input[type=hidden]')].flatMap((one) => {
    const name = one.getAttribute('name') ?? ''
    return name.startsWith('_') || name === 'shown' || name === 'there' ? [] : [`${name}=${one.getAttribute('value')}`]
  })
  return [who, deed, ...hidden].join(' ')
}

/** Whether a form is folded away: for now and then, not for the way on. */
const isAside = ({ element }: Form): boolean => element.closest('details') !== null

/** What stands open is called for; what is folded away only where the page says that the set cannot go on without it. */
function isCalledFor(form: Form, { document }: Screen): boolean {
  const asks = [...document.querySelectorAll('.nhsuk-inset-text')].map(textOf).join(' ')
  if (form.deed === 'groups') return true
  if (form.deed === 'postponements') return asks.includes('not reported on yet')
  if (form.deed === 'time') return form.element.querySelector('[name=minutes]') !== null && !isAside(form)
  return !isAside(form) || (form.element.closest('details')?.hasAttribute('open') ?? false)
}

/** Who has the turn, by the facilitator's page; null when nobody has. */
function holderOn({ document }: Screen, { facilitator, others }: Pages): string | null {
  const chip = [...document.querySelectorAll('.app-chip')].find((one) => textOf(one).endsWith('has the turn'))
  if (textOf(document.querySelector('#stage-now')).startsWith('It is your turn')) return facilitator
  const name = chip && textOf(chip.querySelector('bdi'))
  return others.find((one) => one.toLowerCase() === name?.toLowerCase()) ?? null
}

const whereOn = ({ document }: Screen): string =>
  textOf(document.querySelector('.app-stage__kicker')) || textOf(document.querySelector('#stage-now'))

const isOver = ({ document }: Screen): boolean => textOf(document.querySelector('#stage-now')) === 'The meeting is over'

/** The law of the meeting: whoever listens is offered nothing to write to the set. */
function noWordsWhileListening(who: string, screen: Screen): void {
  if (!screen.document.querySelector('.app-stage--listening')) return
  const offered = formsOf(screen, takingPart).filter(({ deed }) => deed !== 'recollection')
  if (offered.length > 0) throw new Error(`${who} listens and is offered ${offered.map((one) => one.deed).join()}`)
}

/** Every field as a person fills it in: what stands there stays, what is asked for is answered, numbers are left to the page. */
function filledIn({ element }: Form, year: number): Filled {
  const filled: Record<string, string | string[]> = {}
  for (const field of element.querySelectorAll('input, textarea, select')) {
    const name = field.getAttribute('name') ?? ''
    if (name === '' || name === '_csrf' || name === '_key') continue
    const value = valueOf(field, { year, before: filled[name] })
    if (value !== null) filled[name] = value
  }
  return filled
}

function valueOf(field: Element, { year, before }: { year: number; before: string | string[] | undefined }) {
  const type = field.getAttribute('type') ?? 'text'
  const own = field.getAttribute('value') ?? ''
  const name = field.getAttribute('name') ?? ''
  if (field.tagName === 'SELECT') return chosenIn(field)
  if (type === 'radio' || type === 'checkbox') return before === undefined || field.hasAttribute('checked') ? own : null
  if (field.tagName === 'TEXTAREA') return textOf(field) || 'What do you see?'
  if (type === 'hidden' || own !== '' || /^(minutes-|next-time)/.test(name)) return own
  if (name === 'minutes') return '30'
  const part = { day: '16', month: '12', year: String(year) }[/-(day|month|year)$/.exec(name)?.[1] ?? '']
  return part ?? 'We agreed it so'
}

function chosenIn(field: Element): string {
  const options = [...field.querySelectorAll('option')]
  const chosen = options.find((one) => one.hasAttribute('selected')) ?? options[0]
  const value = chosen?.getAttribute('value') ?? ''
  return value !== '' ? value : (options.find((one) => one.getAttribute('value'))?.getAttribute('value') ?? '')
}

const textOf = (node: { textContent: string | null } | null | undefined): string =>
  (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
