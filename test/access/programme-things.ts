// A programme that Pru leads, with a cohort that Farah's set belongs to; Cora takes part and has no set yet.
import type { Sent } from '../service.ts'
import { deedsIn } from './deeds.ts'
import type { Asking } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

/** The sets of this world, and a programme, its cohort and who takes part, as they stand on the last day. */
export async function makeProgrammes(trust: Trust, words: Words, sets: readonly Thing[]): Promise<readonly Thing[]> {
  const { send } = deedsIn(trust)
  const form = { name: 'Leading with confidence', lead: trust.ids.pru, aims: 'To speak up and be heard' }
  const programme = await send('pru', '/action-learning/programmes', form)
  const days = { name: 'Autumn 2026', from: '2026-09-01', lastDay: '2026-12-10' }
  const cohort = await send('pru', `${programme}/cohorts`, days)
  const set = sets.find((one) => one.params.set !== undefined)?.params.set ?? ''
  await send('pru', `${cohort}/sets`, { set })
  await send('pru', `${cohort}/people`, { people: trust.ids.cora })
  const found = await trust.database.owner.query<{ id: string }>('select id from learning_participant')
  const parts: Thing['parts'] = { 'its lead': ['pru'], 'whoever takes part': takesPart }
  const give = (who: 'ben' | 'dora' | 'otto', form: Sent) => send(who, `${cohort}/feedback`, { ...form, _version: '0' })
  await give('ben', { 'answer--improve': words('feedback of ben', ['ben', 'pru']) })
  await give('dora', { 'answer--tried': 'I asked before I answered', 'consent--tried': 'without name' })
  await give('otto', { 'answer--tried': 'I said no, kindly', 'consent--tried': 'with name' })
  await showFirst(trust, cohort)
  return [
    ...sets,
    { name: 'a programme', ours: true, params: { programme: idIn(programme) }, parts },
    { name: 'a cohort', ours: true, params: { cohort: idIn(cohort) }, parts },
    { name: 'Cora in the cohort', ours: true, params: { participant: found.rows[0]?.id ?? '' }, parts },
  ]
}

// Members of Farah's set to within three weeks of the cohort's end are asked, and who takes part without a set.
const takesPart: readonly Asking[] = ['ben', 'dora', 'otto', 'hamza', 'elin', 'femi', 'cora']

/** One of the two answers that may be quoted is shown. */
async function showFirst(trust: Trust, cohort: string): Promise<void> {
  const page = await trust.visit('pru').get(`${cohort}/answers`)
  const quoting = /name="quoting" value="([\w-]+)"/.exec(page.source)?.[1] ?? ''
  await deedsIn(trust).send('pru', `${cohort}/quotes`, { quoting })
}

const idIn = (address: string): string => address.split('/').at(-1) ?? ''

const questionnaire: Sent = { 'answer--hopes': 'Some words', _version: '0' }

/** Forms that depend on each other, or that no page fills in. */
export const ofProgrammeForms = ({ ids }: Trust): Readonly<Record<string, Sent>> => ({
  'POST /action-learning/cohorts/:cohort/people': { people: ids.dora },
  'POST /action-learning/cohorts/:cohort/meetings': {
    first: '2027-01-12',
    every: '6',
    unit: 'weeks',
    count: '2',
    time: '2pm',
    minutes: '120',
    format: 'suggestions',
    days: '2027-01-12',
  },
  'POST /action-learning/cohorts/:cohort/feedback': { 'answer--tried': 'Some words', _version: '0' },
  'POST /action-learning/cohorts/:cohort/feedback/draft': { 'answer--tried': 'Some words', _version: '0' },
  'POST /action-learning/sets/:set/questionnaire': questionnaire,
  'POST /action-learning/sets/:set/questionnaire/draft': questionnaire,
  'POST /action-learning/sets/:set/questionnaire/sending': questionnaire,
})
