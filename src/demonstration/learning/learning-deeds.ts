// Peer review in the demonstration: a forum of the named doctor that paediatric doctors and nurses come to, held twice, with what it
// recommended; one learning point that was sent, and one of which those who were there are asked.
import {
  agreeToLearning,
  approveLearning,
  draftLearning,
  type LearningPointId,
  readLearningOver,
} from '../../areas/assurance/index.ts'
import type { PointedOut } from '../../areas/records/index.ts'
import {
  beginForum,
  bringItem,
  closeReview,
  findReviewsOf,
  joinForum,
  openReview,
  planReviews,
  recommend,
  registerAtReview,
  reportOn,
  type ReviewId,
  saveReviewRecord,
} from '../../areas/supervision/index.ts'
import { addDays, type Day, weekdayOf } from '../../platform/time/day.ts'
import type { Moment } from '../../platform/time/moment.ts'
import type { Work } from '../../platform/work.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { PlannedPerson, Span } from '../trust/staff.ts'
import { asking, brought, embedded, forTeam, recommended, reviewed, shared } from './learning-words.ts'

const nothing: PointedOut = { found: [], marks: [], because: '', asks: false }
const teams = ['Paediatric medical staff', 'Paediatric community nurses']
/** Days from today on which the forum meets, held ones first. */
const dates = [-51, -23, 5, 33, 61]

type Known = {
  forum: Parameters<typeof planReviews>[1] | null
  reviews: readonly ReviewId[]
  follow: Parameters<typeof reportOn>[1][]
  points: LearningPointId[]
}

/** Everything of peer review and learning points; nothing where the trust is too small to have paediatrics. */
export function learningDeeds(making: Making, staff: readonly PlannedPerson[], { today }: Span): readonly Deed[] {
  const here = staff.filter((one) => teams.includes(one.unit) && one.lastDay === null && one.from < addDays(today, -80))
  const people = here.filter((_, place) => place % 2 === 0).map((one) => one.key)
  if (people.length < 4) return []
  const known: Known = { forum: null, reviews: [], follow: [], points: [] }
  const days = dates.map((from) => workingDay(addDays(today, from)))
  const deeds: Deed[] = []
  const does = (by: string, when: Moment, run: Deed['run']) => deeds.push({ at: when, by, run })
  const begun = addDays(today, -70)
  does('namedDoctor', at(begun, '09:10'), (work) => begin(making, work, { known, days }))
  does('amina', at(begun, '13:20'), async (work) => known.forum && sure(await joinForum(work, known.forum)))
  for (const [place, day] of days.slice(0, 2).entries()) meet({ making, known, does }, { place, day, people })
  const next = people[1] ?? ''
  does(next, at(addDays(today, -2), '16:40'), (work) => bring(work, known.reviews[2], 1))
  for (const who of people.slice(0, 4)) does(who, at(addDays(today, -1), '12:05'), (work) => coming(work, known))
  share({ making, known, does }, { people, day: addDays(days[1] ?? today, 2) })
  return deeds
}

type Telling = { making: Making; known: Known; does: (by: string, when: Moment, run: Deed['run']) => void }

/** Never at a weekend or over Christmas. */
function workingDay(day: Day): Day {
  const near = weekdayOf(day) > 5 ? addDays(day, -2) : day
  return /-(12-2[4-9]|12-3\d|01-01)$/.test(near) ? addDays(near, -7) : near
}

async function begin(
  making: Making,
  work: Work,
  { known, days }: { known: Known; days: readonly Day[] },
): Promise<void> {
  // A small trust has no such team.
  const nurses = making.units.get('Paediatric community nurses')
  const units = nurses === undefined ? [] : [nurses]
  const wish = { name: 'Paediatric peer review', type: 'peer-review', asked: true, units }
  known.forum = sure(await beginForum(work, wish))
  const when = {
    days,
    time: '12:30',
    minutes: 90,
    placeKind: 'in person',
    place: 'Seminar room, children’s unit',
  } as const
  sure(await planReviews(work, known.forum, when))
  known.reviews = (await findReviewsOf(work, [known.forum])).map((one) => one.id)
}

async function bring(work: Work, review: ReviewId | undefined, which: number): Promise<string | null> {
  const one = brought[which]
  if (!review || !one) return null
  const texts = { reference: one.reference, why: one.why }
  return sure(await bringItem(work, review, { kind: 'case', texts, pointed: nothing }))
}

const coming = async (work: Work, { reviews: [, , next] }: Known) =>
  next && sure(await registerAtReview(work, next, { stands: 'coming' }))

/** One date: somebody brings a case, those who come enter themselves, the record is written, the register is closed. */
function meet(
  { making, known, does }: Telling,
  { place, day, people }: { place: number; day: Day; people: readonly string[] },
): void {
  const review = () => known.reviews[place] as ReviewId
  const item = { id: '' }
  does(people[place] ?? '', at(addDays(day, -3), '17:15'), async (work) => {
    item.id = (await bring(work, review(), place)) ?? ''
  })
  does('namedDoctor', at(day, '12:28'), async (work) => sure(await openReview(work, review())))
  for (const who of [...people, 'amina'])
    does(who, at(day, '12:33'), async (work) => sure(await registerAtReview(work, review(), { stands: 'here' })))
  does('namedDoctor', at(day, '13:50'), async (work) => {
    const { good, learning } = brought[place] ?? brought[0]
    const each = { [`cases--good-practice--${item.id}`]: good, [`cases--learning--${item.id}`]: learning }
    const texts = { ...each, 'reviews--which': reviewed, 'reviews--embedded': place === 0 ? '' : embedded }
    sure(await saveReviewRecord(work, review(), { from: 0, texts, pointed: nothing }))
    if (place === 0) await recommendBoth(making, work, known)
    else await recommendToTeam(making, work, review())
    sure(await closeReview(work, review()))
  })
  if (place === 0) report({ making, known, does }, day)
}

async function recommendBoth(making: Making, work: Work, known: Known): Promise<void> {
  for (const [owner, one, days] of [
    ['amina', recommended[0], 45],
    ['grace', recommended[1], 75],
  ] as const) {
    const what = { owner: idOf(making.people, owner), unit: null, due: addDays(work.today, days), pointed: nothing }
    const review = known.reviews[0] as ReviewId
    known.follow.push(sure(await recommend(work, review, { ...what, texts: { words: one.words } })))
  }
}

/** For one team, whose lead is told; it is late by now. */
async function recommendToTeam(making: Making, work: Work, review: ReviewId): Promise<void> {
  const unit = making.units.get('Elm Park team')
  if (!unit) return
  const what = { owner: idOf(making.people, 'tom'), unit, due: addDays(work.today, 20), pointed: nothing }
  sure(await recommend(work, review, { ...what, texts: { words: forTeam } }))
}

function report({ known, does }: Telling, day: Day): void {
  for (const [place, by, state] of [
    [0, 'amina', 'embedded'],
    [1, 'grace', 'under way'],
  ] as const)
    does(by, at(addDays(day, 24 + place), '15:10'), async (work) => {
      const one = known.follow[place]
      const words = recommended[place].report
      const due = addDays(day, place === 0 ? 45 : 75)
      if (one) sure(await reportOn(work, one, { state, due, texts: { words }, version: 1, pointed: nothing }))
    })
}

/** Two learning points of the second date: one is sent two weeks later, of the other not everybody has been asked for long. */
function share({ making, known, does }: Telling, { people, day }: { people: readonly string[]; day: Day }): void {
  const others = [...people, 'amina']
  const draft = async (work: Work, words: { title: string; words: string }) => {
    const what = { subjects: ['unborn babies and infants', 'professional curiosity'], units: [] } as const
    const reader = { secondReader: idOf(making.people, 'marcus'), texts: { ...words }, pointed: nothing }
    const source = known.reviews[1] as ReviewId
    known.points.push(
      sure(await draftLearning(work, { kind: 'peer-review', id: source }, { ...what, ...words, ...reader })),
    )
  }
  const first = () => known.points[0] as LearningPointId
  does('namedDoctor', at(day, '08:20'), (work) => draft(work, shared))
  for (const who of others)
    does(who, at(addDays(day, 2), '17:30'), async (work) => sure(await agreeToLearning(work, first())))
  does('marcus', at(addDays(day, 4), '10:15'), async (work) => sure(await readLearningOver(work, first())))
  does('learning', at(addDays(day, 6), '11:40'), async (work) => sure(await approveLearning(work, first())))
  does('namedDoctor', at(addDays(day, 18), '08:45'), (work) => draft(work, asking))
}
