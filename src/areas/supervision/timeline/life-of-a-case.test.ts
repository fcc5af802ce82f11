// Whatever people do with the discussions of one case, in whatever order: no stale save gets in, no signed version changes, an
// earlier plan is looked at or a reason given, only the holder validates, and who reads is who was there, for as long as it lasts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Id } from '../../../platform/ids.ts'
import { addDays, type Day, day } from '../../../platform/time/day.ts'
import { type Cover, type CoverId, end, grant, isStanding, readsUntil } from '../cover/cover.ts'
import type { AttendanceFacts } from '../holding/attendance.ts'
import {
  amend,
  answer,
  type RecordAnswer,
  type RecordFacts,
  type RecordId,
  saveDraft,
  signOff,
} from '../record/record.ts'
import { readersAmong } from '../record/record-of.ts'
import { amina, ben, dora, femi, group, now, stranger } from '../session/session.examples.ts'
import { caseWork } from '../terms/terms.examples.ts'
import { plainPart } from '../terms/terms.ts'
import {
  decideAllClosed,
  decideNotReached,
  decideReview,
  type DiscussionFacts,
  firstSection,
  stateOf,
  whyNotReviewed,
} from '../discussion/discussion.ts'

const caseId = '00000000-0000-4000-8000-0000000ca5e1' as Id<'case'>
const first = day('2026-11-20')
const parts = [
  { ...plainPart('earlier', 'What came of it', '', 'no'), section: firstSection, means: 'earlier plan' as const },
  plainPart('plan', 'Plan', '', 'always'),
]
const fresh: RecordFacts = {
  id: 'r1' as RecordId,
  kind: 'case',
  caseId,
  writer: amina,
  version: 0,
  save: 0,
  drafting: true,
  savedAt: now,
}

/** One session after the other; in each the case is reached or not. */
type Life = {
  today: Day
  record: RecordFacts
  versions: string[]
  answers: RecordAnswer[]
  notReached: boolean
  earlierPlan: boolean
  covers: Cover[]
}
type Deed = { deed: string; who: typeof amina; behind: number; plan: string; review: string; why: string }

const factsOf = (life: Life): DiscussionFacts => ({
  caseId,
  version: life.record.version,
  begun: life.record.save > 0,
  drafting: life.record.drafting,
  notReached: life.notReached,
  answer: life.answers.findLast((one) => one.version === life.record.version)?.outcome ?? null,
})

const deeds: Readonly<Record<string, (life: Life, deed: Deed) => void>> = {
  save(life, { who, behind }) {
    const saved = saveDraft(life.record, who, life.record.save - behind, now)
    expect(saved.ok).toBe(who === amina && behind === 0 && life.record.drafting)
    if (saved.ok) life.record = saved.value
  },
  sign(life, { who, behind, plan, review, why }) {
    const texts = { plan, earlier: review, [whyNotReviewed]: why, why: 'Mended' }
    const signed = signOff(life.record, who, { fromSave: life.record.save - behind, texts, parts }, now)
    const reviewed = decideReview(life, { parts, texts })
    expect(reviewed.ok).toBe(!life.earlierPlan || review !== '' || why !== '')
    if (!signed.ok || !reviewed.ok) return
    expect([who, behind, plan]).toEqual([amina, 0, plan || 'something'])
    life.record = signed.value
    life.versions.push(plan)
    life.notReached = false
  },
  amend(life, { who }) {
    const open = amend(life.record, who, now)
    if (open.ok) life.record = open.value
  },
  validate(life, { who, behind }) {
    const what = { by: who, version: life.record.version - behind, outcome: 'agreed' as const, comment: '' }
    const said = answer(life.record, [ben], life.answers, what, now)
    if (!said.ok) return
    expect([who, behind]).toEqual([ben, 0])
    life.answers.push(said.value)
  },
  'not reached'(life, { who }) {
    const said = decideNotReached(factsOf(life), { person: who, supervisor: amina })
    if (!said.ok) return
    expect(life.record.version).toBe(0)
    life.notReached = true
  },
  cover(life, { who, behind }) {
    const covered = { holder: ben, open: true, supervisors: [amina], covers: life.covers, lineManagers: [femi] }
    const what = { by: who, colleague: stranger, until: addDays(life.today, 7 * behind), today: life.today }
    if (!grant(covered, what).ok) return
    expect([ben, amina]).toContain(who)
    const id = `c${life.covers.length}` as CoverId
    life.covers.push({
      id,
      caseId,
      colleague: stranger,
      grantedBy: who,
      grantedAt: now,
      until: what.until,
      endedAt: null,
    })
  },
  end(life, { who }) {
    const last = life.covers.at(-1)
    if (!last || !end(last, ben, who, life.today).ok) return
    expect([ben, last.grantedBy]).toContain(who)
    life.covers = life.covers.with(-1, { ...last, endedAt: now })
  },
  'days pass'(life, { behind }) {
    life.today = addDays(life.today, 4 * behind)
  },
  'next session'(life) {
    if (!decideAllClosed([factsOf(life)]).ok) return
    const planned = life.earlierPlan || life.record.version > 0
    Object.assign(life, { record: fresh, versions: [], answers: [], notReached: false, earlierPlan: planned })
  },
}

const came = (person: typeof ben, presence: AttendanceFacts['presence']): AttendanceFacts => ({
  person,
  part: 'supervisee',
  presence,
  cause: presence === 'absent' ? 'leave' : null,
  minutes: 60,
})
const rows = [came(ben, 'present'), came(dora, 'late'), came(femi, 'absent')]

/** Who reads what is signed now: never the absent, never a cover that has ended, nobody twice. */
function checkReaders(life: Life) {
  const standing = life.covers.filter((one) => isStanding(one, life.today))
  expect(standing.length).toBeLessThanOrEqual(1)
  const others = standing.map((one) => ({
    person: one.colleague,
    because: 'cover' as const,
    until: readsUntil(one),
  }))
  const discussed = { caseId, holder: ben, reference: '', people: [], earlierPlan: life.earlierPlan }
  const of = {
    session: { ...group, unit: null, series: null, bookedBy: amina, bookedAt: now, held: null },
    terms: caseWork,
  }
  const readers = readersAmong({ ...of, kind: 'case', discussed }, rows, others).map((one) => one.person)
  expect(new Set(readers)).toEqual(new Set([amina, ben, dora, ...standing.map((one) => one.colleague)]))
  expect(readers.length).toBe(new Set(readers).size)
}

describe('the discussions of a case, whatever people do', () => {
  it('keep their versions, ask for the earlier plan, and are read by those they concern', () => {
    const deed = fc.record({
      deed: fc.constantFrom(...Object.keys(deeds)),
      who: fc.constantFrom(amina, ben, dora, stranger),
      behind: fc.nat(2),
      plan: fc.constantFrom('', 'visit', 'call'),
      review: fc.constantFrom('', 'done'),
      why: fc.constantFrom('', 'no time'),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (told) => {
        const life: Life = {
          today: first,
          record: fresh,
          versions: [],
          answers: [],
          notReached: false,
          earlierPlan: false,
          covers: [],
        }
        for (const one of told) {
          const before = { ...life, versions: [...life.versions] }
          deeds[one.deed]?.(life, one)
          if (one.deed !== 'next session')
            expect(life.versions.slice(0, before.versions.length)).toEqual(before.versions)
          expect(life.record.version).toBe(life.versions.length)
          expect(life.versions).not.toContain('')
          expect(stateOf(factsOf(life)) === 'not reached').toBe(life.notReached && life.record.version === 0)
          if (before.earlierPlan) expect(life.earlierPlan).toBe(true)
          checkReaders(life)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
