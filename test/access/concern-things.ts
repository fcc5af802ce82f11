// Concerns that Ben passed on: about a child, about a colleague who knows of it, and about one who does not know yet.
import { deedsIn } from './deeds.ts'
import type { Asking, Who } from './people.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

const readers: readonly Asking[] = ['ben', 'noor', 'desmond']
const whom = { outcome: 'told', whom: 'Duty social worker', day: '2026-11-27', time: '2pm', how: 'phone' }

/** Made at the very end, so that they can still be taken back. */
export async function makeConcerns(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const pass = async (what: string, form: Record<string, string>) => {
    const concern = words(`concern about ${what}`, readers)
    return idIn(await deedsIn(trust).send('ben', '/concerns', { ...whom, concern, ...form }))
  }
  const child = await pass('a child', { route: 'child-concern' })
  const forManager = words('what Ben wrote for a line manager', ['ben', 'grace'])
  const practice = { route: 'practice-concern', named: trust.ids.dora, telling: 'told here', forManager }
  const known = await pass('Dora', practice)
  const risk = words('why Femi is not told yet', readers)
  const later = { ...practice, named: trust.ids.femi, telling: 'not yet', risk, forManager: 'Please wait' }
  const unknown = await pass('Femi', later)
  const conduct = await pass('the conduct of Dora', {
    route: 'report-misconduct',
    named: trust.ids.dora,
    telling: 'told',
  })
  return [
    concern('a concern about a child', child, null),
    concern('a concern about Dora, who knows', known, 'dora'),
    concern('a concern about Femi, who does not know', unknown, null),
    ...(await practiceThings(trust, words)),
    concern('a concern about conduct, with nothing for the line manager yet', conduct, 'dora'),
  ]
}

const idIn = (at: string): string => at.split('/').at(-1) ?? ''

const concern = (name: string, id: string, told: Who | null): Thing => ({
  name,
  ours: true,
  params: { concern: id },
  parts: {
    'who passed it on': ['ben'],
    'its leads': ['noor', 'desmond'],
    'the colleague once told': told ? [told] : [],
  },
})

async function practiceThings(trust: Trust, words: Words): Promise<readonly Thing[]> {
  const list = await trust.visit('grace').get('/concerns')
  const practice = idIn(list.linkTo('Dora Evans'))
  const plan = words('plan of support for Dora', ['ben', 'grace', 'dora'])
  const step = words('a step of the plan of support for Dora', ['grace', 'dora', 'ben'])
  const form = { what: 'plan', words: plan, on: '2026-12-20', step1: step, who1: 'person', due1: '2026-12-10' }
  await deedsIn(trust).send('grace', `/practice-concerns/${practice}/plan`, form)
  const thing: Thing = {
    name: 'a concern about practice as the line manager has it',
    ours: true,
    params: { practice },
    parts: { 'the line manager': ['grace'], 'who wrote it': ['ben'], 'the person once told': ['dora'] },
  }
  return [thing, { ...thing, name: 'a step of that plan', params: { practice, stepKey: '1' } }]
}
