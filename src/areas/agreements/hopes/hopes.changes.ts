// Writing down hopes and worries, and sharing them with the set (SPEC 4.3). Private ones are sealed for their author alone,
// shared ones for everybody who agrees the rules.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { policyOn } from '../../policy/index.ts'
import { letRead, openTexts, removeReader, sealTexts, thing } from '../../records/index.ts'
import type { About, Agreement } from '../agreement/agreement.ts'
import { holdAgreement } from '../agreement/agreement.store.ts'
import { type Hopes, type HopesAnswers, type HopesQuestion, mayAnswer, ownQuestions, sharedOf } from './hopes.ts'
import { findHopes, insertHopes, saveHopesRow } from './hopes.store.ts'
import { questionsIn } from './hopes.view.ts'

/** What somebody's own answers are sealed about. */
export const aboutHopes = ({ id }: Pick<Hopes, 'id'>) => thing('hopes and worries', id)
const aboutShared = (id: Hopes['sharedAbout']) => thing('shared hopes and worries', id)
/** One's own can be written over, so they are kept as a draft; what is shared is sealed anew each time. */
const OWN = 0
const SHARED = 1

declare module '../../../platform/area.ts' {
  interface Questions {
    /** What the asker has answered already, such as before joining the set, by the question's key; for their eyes alone. */
    'what was answered before': { about: About; answer: { readonly answers: HopesAnswers } }
  }
}

/** What is asked before these rules are agreed: by the policy, or three questions of our own. */
export async function questionsFor(work: Work, agreement: Agreement): Promise<readonly HopesQuestion[]> {
  const found = questionsIn(await policyOn(work), agreement.template)
  return found.length > 0 ? found : ownQuestions
}

export type MyHopes = {
  readonly hopes: Hopes | null
  readonly answers: HopesAnswers
  readonly shared: readonly string[]
}

/** The asker's own answers, and which of them they share. */
export async function openMyHopes(work: Work, agreement: Agreement): Promise<MyHopes> {
  const hopes = (await findHopes(work, agreement.id)).find((one) => one.person === work.asker.person) ?? null
  if (!hopes) return { hopes, answers: await answeredBefore(work, agreement), shared: [] }
  const { texts } = await openTexts(work, { about: aboutHopes(hopes), version: OWN })
  const answers = texts.answers === undefined ? {} : (JSON.parse(texts.answers) as HopesAnswers)
  const shared = texts.shared === undefined ? [] : (JSON.parse(texts.shared) as readonly string[])
  return { hopes, answers, shared }
}

/** What the asker wrote elsewhere to the same questions, to begin from; nothing of it is shared by that. */
async function answeredBefore(work: Work, { about }: Agreement): Promise<HopesAnswers> {
  const [before] = about ? await work.ask('what was answered before', about) : []
  return before?.answers ?? {}
}

/** Saves the asker's answers, and shares those that are ticked; what is no longer ticked is taken back. */
export async function saveHopes(
  work: Work,
  agreement: Agreement,
  what: { answers: HopesAnswers; ticked: readonly string[] },
): Promise<Decision> {
  const held = await holdAgreement(work, agreement.id)
  const may = held ? mayAnswer(held, work.asker.person) : no('There are no such rules')
  if (!may.ok) return may
  const shared = sharedOf(what.answers, what.ticked)
  const before = (await findHopes(work, agreement.id)).find((one) => one.person === work.asker.person)
  const hopes = await saveRow(work, agreement, { before, shared: Object.keys(shared).length })
  if (!hopes) return no('You saved this somewhere else meanwhile. Look at it again')
  const texts = { answers: JSON.stringify(what.answers), shared: JSON.stringify(what.ticked) }
  await sealTexts(work, { kind: 'note', about: aboutHopes(hopes), version: OWN, texts })
  const others = agreement.parties.filter((party) => party.person !== work.asker.person)
  if (before && before.shared > 0)
    for (const { person } of others) await removeReader(work, aboutShared(before.sharedAbout), person)
  if (hopes.shared === 0) return yes()
  const about = aboutShared(hopes.sharedAbout)
  await sealTexts(work, { kind: 'agreement', about, version: SHARED, texts: { shared: JSON.stringify(shared) } })
  await letRead(
    work,
    about,
    others.map(({ person, as }) => ({ person, because: as, until: null })),
  )
  return yes()
}

async function saveRow(
  work: Work,
  agreement: Agreement,
  { before, shared }: { before: Hopes | undefined; shared: number },
): Promise<Hopes | null> {
  const sharedAbout = work.newId<'shared hopes'>()
  if (before) {
    const next = { ...before, shared, sharedAbout, save: before.save + 1 }
    return (await saveHopesRow(work, next)) ? next : null
  }
  const named = { id: work.newId<'hopes'>(), agreement: agreement.id, person: work.asker.person }
  const hopes: Hopes = { ...named, shared, sharedAbout, save: 1 }
  await insertHopes(work, hopes)
  return hopes
}

/** What people share with the set, each with their answers; opened as one of the parties. */
export async function openSharedHopes(
  work: Work,
  agreement: Agreement,
): Promise<readonly { readonly person: PersonId; readonly answers: HopesAnswers }[]> {
  const all: { person: PersonId; answers: HopesAnswers }[] = []
  for (const hopes of (await findHopes(work, agreement.id)).filter((one) => one.shared > 0)) {
    const { texts } = await openTexts(work, { about: aboutShared(hopes.sharedAbout), version: SHARED })
    if (texts.shared !== undefined)
      all.push({ person: hopes.person, answers: JSON.parse(texts.shared) as HopesAnswers })
  }
  return all
}
