// The rules of an agreement against the simple model: what several people try in any order, on any day. 2,000 sequences.
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Id, PersonId } from '../../../platform/ids.ts'
import { addDays, type Day, day } from '../../../platform/time/day.ts'
import { addMinutes, moment, type Moment } from '../../../platform/time/moment.ts'
import {
  type Agreement,
  type AgreementId,
  change,
  close,
  end,
  holdUntil,
  isOpen,
  isParty,
  type Party,
  reopen,
  replace,
  sign,
  start,
  withdraw,
  withSignature,
} from '../agreement/agreement.ts'
import { endOfTerm, holdsOn, termFrom } from '../agreement/term.ts'
import {
  anySteps,
  beginning,
  holding,
  type Model,
  paperOf,
  type Step,
  stepped,
} from '../../../../test/worlds/agreement-model.ts'

const people = ['ben', 'amina', 'dora', 'femi'] as unknown as readonly PersonId[]
const year = { count: 12, unit: 'month' } as const
const personOf = (number: number): PersonId => people[number] as PersonId

/** The rules put together as the deeds put them together, without a database. */
class Shelf {
  readonly all: Agreement[] = []
  now: Moment = moment('2026-11-20T10:00:00Z')
  today: Day = day('2026-11-20')
  readonly kind: Model['kind']
  constructor(kind: Model['kind']) {
    this.kind = kind
  }

  begin(by: number, numbers: readonly number[], follows: number | null): boolean {
    const kind = this.kind === 'two' ? ('one-to-one contract' as const) : ('ground rules' as const)
    const parties = numbers.map((number): Party => ({ person: personOf(number), as: this.partOf(number) }))
    const named = {
      id: `a${this.all.length}` as AgreementId,
      template: 't',
      policyVersion: 'v' as Id<'policy version'>,
      about: null,
    }
    const earlier = follows === null ? null : (this.all[follows]?.id ?? null)
    const made = start({ ...named, kind, parties, follows: earlier }, personOf(by), this.now)
    if (made.ok) this.all.push(made.value)
    return made.ok
  }

  partOf(number: number): Party['as'] {
    if (this.kind === 'two') return number === 0 ? 'supervisee' : 'supervisor'
    return number === 0 ? 'facilitator' : 'member'
  }

  put(at: number, decision: { ok: boolean; value?: unknown }): boolean {
    if (decision.ok) this.all[at] = decision.value as Agreement
    return decision.ok
  }

  take(at: number, step: Step): boolean {
    const agreement = this.all[at]
    if (!agreement) return false
    const by = personOf(step.by)
    if (step.what === 'adapt') return this.put(at, change(agreement, by))
    if (step.what === 'close') return this.put(at, close(agreement, by, hashOf(agreement), this.now))
    if (step.what === 'reopen') return this.put(at, reopen(agreement, by))
    if (step.what === 'withdraw') return this.put(at, withdraw(agreement, by))
    if (step.what === 'sign') return this.sign(at, step)
    if (step.what === 'renew') return this.renew(at, step)
    return step.what === 'end' ? this.end(at, step) : this.otherPeople(at, step)
  }

  sign(at: number, { by, oldText, minutes }: Step): boolean {
    const agreement = this.all[at] as Agreement
    const textHash = oldText ? 'e'.repeat(64) : (agreement.textHash ?? '')
    const name = { typedName: 'A', name: 'a', means: 'password and code' } as const
    const given = { ...name, by: personOf(by), textHash, freshAt: addMinutes(this.now, -minutes) }
    const signature = sign(agreement, given, this.now)
    if (!signature.ok) return false
    const follows = this.all.findIndex((one) => one.id === agreement.follows)
    const earlier = this.all[follows] ?? null
    const next = withSignature(
      agreement,
      { ...signature.value, seal: '' },
      termFrom(this.today, year, earlier, agreement.parties),
    )
    if (next.state === 'signed' && earlier?.state === 'signed' && next.from)
      this.all[follows] = replace(earlier, next.from)
    if (next.state === 'signed' && next.from)
      this.cut(earlier?.state === 'ended' ? follows : this.at(earlier?.follows), next.from)
    this.all[at] = next
    return true
  }

  at(id: AgreementId | null | undefined): number {
    return this.all.findIndex((one) => one.id === id)
  }

  /** As cutEarlier does. */
  cut(at: number, until: Day): void {
    const earlier = this.all[at]
    if (!earlier || earlier.until === null || earlier.until <= until) return
    if (earlier.state !== 'replaced' && earlier.state !== 'ended') return
    this.all[at] = holdUntil(earlier, until)
    this.cut(this.at(earlier.follows), until)
  }

  followerOf(at: number): number {
    return this.all.findIndex((one) => one.follows === this.all[at]?.id && one.state !== 'withdrawn')
  }

  renew(at: number, { by }: Step): boolean {
    const agreement = this.all[at] as Agreement
    const isSame = (one: Agreement) => numbersOf(one).join() === numbersOf(agreement).join()
    const leads = this.kind === 'two' || by === 0
    if (!leads || !isParty(agreement, personOf(by)) || isOpen(agreement) || agreement.state === 'withdrawn')
      return false
    if (this.all.some((one) => isOpen(one) && isSame(one)) || this.followerOf(at) >= 0) return false
    return this.begin(by, numbersOf(agreement), at)
  }

  end(at: number, step: Step): boolean {
    const agreement = this.all[at] as Agreement
    const later = this.followerOf(at)
    if (agreement.state === 'replaced' && later >= 0) return this.end(later, step)
    if (!isParty(agreement, personOf(step.by))) return false
    const ended = end(agreement, personOf(step.by), this.today)
    if (ended.ok) this.cut(this.at(agreement.follows), this.today)
    return this.put(at, ended)
  }

  otherPeople(at: number, { what, by, who }: Step): boolean {
    let newest = at
    while (!isOpen(this.all[newest] as Agreement) && this.followerOf(newest) >= 0) newest = this.followerOf(newest)
    const agreement = this.all[newest] as Agreement
    const is = isParty(agreement, personOf(who))
    const wanted = what === 'join' ? [...numbersOf(agreement), who] : numbersOf(agreement).filter((one) => one !== who)
    if (this.kind === 'two' || by !== 0 || is === (what === 'join') || agreement.state === 'withdrawn') return false
    if (wanted.length < 2) return false
    const follows = isOpen(agreement) ? this.all.findIndex((one) => one.id === agreement.follows) : newest
    if (isOpen(agreement)) this.put(newest, withdraw(agreement, personOf(by)))
    return this.begin(by, wanted, follows < 0 ? null : follows)
  }
}

const numbersOf = (agreement: Agreement): readonly number[] =>
  agreement.parties.map(({ person }) => people.indexOf(person))
const hashOf = ({ id, version }: Agreement): string => `${id}${version}`.padEnd(64, '0')

/** What differs between the rules and the model, in words; empty when nothing does. */
function differences(shelf: Shelf, model: Model): string {
  const both = shelf.all.map((one, at) => {
    const paper = model.papers[at]
    const mine = [one.state, one.from, one.until, one.signatures.length, numbersOf(one).join()].join(' ')
    const theirs = [paper?.state, paper?.from, paper?.until, paper?.signed.length, paper?.parties.join()].join(' ')
    const holds = holdsOn(one, shelf.today) === holding(model).includes(at)
    return mine === theirs && holds ? '' : `paper ${at}: ${mine}, and by the model ${theirs}`
  })
  return [...both, shelf.all.length === model.papers.length ? '' : 'another number of papers']
    .filter(Boolean)
    .join('; ')
}

describe('agreements', () => {
  it('do what a simple model does, whoever tries what in whatever order', () => {
    fc.assert(
      fc.property(fc.constantFrom('two', 'set'), anySteps, (kind: Model['kind'], steps) => {
        const shelf = new Shelf(kind)
        let model = beginning(kind, shelf.today)
        shelf.begin(0, model.papers[0]?.parties ?? [], null)
        for (const step of steps) {
          shelf.today = addDays(shelf.today, step.days)
          shelf.now = moment(`${shelf.today}T10:00:00Z`)
          model = { ...model, day: shelf.today }
          const [isDone, wanted] = [shelf.take(paperOf(model, step), step), stepped(model, step)]
          if (isDone !== (wanted !== null))
            throw new Error(`${step.what} by ${step.by}: ${isDone ? 'done' : 'refused'}`)
          model = wanted ?? model
          const found = differences(shelf, model)
          if (found) throw new Error(`${step.what} by ${step.by} on ${shelf.today}: ${found}`)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('never has two papers in force on one day', () => {
    fc.assert(
      fc.property(fc.constantFrom('two', 'set'), anySteps, (kind: Model['kind'], steps) => {
        const shelf = new Shelf(kind)
        shelf.begin(0, kind === 'two' ? [0, 1] : [0, 1, 2], null)
        for (const step of steps) {
          shelf.today = addDays(shelf.today, step.days)
          shelf.now = moment(`${shelf.today}T10:00:00Z`)
          shelf.take(Math.max(0, shelf.all.length - 1 - step.back), step)
          if (shelf.all.filter((one) => holdsOn(one, shelf.today)).length > 1) throw new Error(`two on ${shelf.today}`)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives every signed one a whole year, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
        const from = addDays(day('2024-01-01'), days)
        const until = endOfTerm(from, year)
        const whole = addDays(from, 365) <= until && until <= addDays(from, 367)
        if (!whole) throw new Error(`${from} to ${until}`)
      }),
    )
  })
})
