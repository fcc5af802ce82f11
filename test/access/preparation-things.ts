// What was prepared: a sheet of one's own before a one-to-one session, and one that its supervisor reads before a group.
import { deedsIn } from './deeds.ts'
import { filled } from './forms.ts'
import type { Thing, Words } from './thing.ts'
import type { Trust } from './trust.ts'

/** `sessions` are those of the world; Ben prepares for the booked group, and keeps a private sheet for himself. */
export async function makePreparations(
  trust: Trust,
  words: Words,
  { sessions, cases, actions }: Readonly<Record<'sessions' | 'cases' | 'actions', readonly Thing[]>>,
): Promise<readonly Thing[]> {
  const { clock, send } = deedsIn(trust)
  const idOf = (name: string) => sessions.find((thing) => thing.name === name)?.params.session ?? ''
  const [group, own] = [idOf('a booked group session'), idOf('a booked session')]
  clock('2026-11-26T08:00:00Z')
  const bring = words('private preparation of ben', ['ben'])
  await send('ben', `/sessions/${own}/preparation`, { 'before--bring': bring, _version: '0' })
  await chooseCases(trust, words, { group, cases })
  const impact = words('preparation of ben for the group', ['ben', 'farah'])
  const declarations = ['declaration--records-read', 'declaration--last-record-read']
  const ready = { 'for-you--impact': impact, declarations, _version: '0' }
  await send('ben', `/sessions/${group}/preparation/readiness`, ready)
  const draft = words('draft of the preparation of dora', ['dora'])
  await send('dora', `/sessions/${group}/preparation/draft`, { 'for-you--impact': draft, _version: '0' })
  const action = actions.find((thing) => 'action' in thing.params)?.params.action ?? ''
  return [
    {
      name: 'what Ben prepared for the group',
      ours: true,
      params: { session: group, person: trust.ids.ben },
      parts: { 'its supervisor': ['farah'], 'who prepared it': ['ben'] },
    },
    {
      name: 'an action of Ben before the group',
      ours: true,
      params: { session: group, action },
      parts: { 'who does it': ['ben'] },
    },
  ]
}

/** Ben brings the one case and says why the other does not come. */
async function chooseCases(
  trust: Trust,
  words: Words,
  { group, cases }: { group: string; cases: readonly Thing[] },
): Promise<void> {
  const idOf = (name: string) => cases.find((thing) => thing.name === name)?.params.case ?? ''
  const brought = idOf('a case that was discussed')
  const left = ['a case that is offered to Hamza', 'a second case of the same session'].map(idOf)
  const why = words('why a case does not come', ['ben', 'farah'])
  const form: Record<string, string> = { [`comes-${brought}`]: 'brought' }
  for (const id of left) Object.assign(form, { [`comes-${id}`]: 'left out', [`why-${id}`]: why })
  await deedsIn(trust).send('ben', `/sessions/${group}/preparation/cases`, form)
  await fillSheet(trust, words, `/sessions/${group}/preparation/cases/${brought}`)
}

/** Fills a case's sheet as its page shows it, with words of its own in every long field. */
async function fillSheet(trust: Trust, words: Words, at: string): Promise<void> {
  const { document } = await trust.visit('ben').get(at)
  const form = [...document.querySelectorAll('form')].find((one) => one.getAttribute('action') === at)
  if (!form) throw new Error(`No form posts to ${at}`)
  const fields = { ...filled(form) }
  for (const field of form.querySelectorAll('textarea')) {
    const name = field.getAttribute('name') ?? ''
    fields[name] = words(`${name} of the sheet of a case`, ['ben', 'farah'])
  }
  await deedsIn(trust).send('ben', at, fields)
}
