// What a pack says beside its matrix, as parts with items for reading: kinds, criteria, contracts, where to turn and
// the rest; in easy-read words where the pack has them.
import type { PolicyPack } from '../pack/pack.ts'
import { textOf, type Wording } from '../pack/wording.ts'
import { intervalWords, readInterval } from '../rule/interval.ts'
import { spaced } from './compare.ts'
import { deskDays } from './desk-words.ts'

export type Item = { readonly name: string | null; readonly text: string; readonly source: string | null }
export type Part = { readonly name: string; readonly items: readonly Item[] }

/** Every part that the pack has, in the order of a reader's questions. */
export function contentsOf(pack: PolicyPack, easyRead = false): readonly Part[] {
  const say = (words: Wording): string => textOf(words, { easyRead })
  return [...pageParts(pack, say), ...practice(pack, say), ...help(pack, say), ...standards(pack, say)].filter(
    (part) => part.items.length > 0,
  )
}

type Say = (words: Wording) => string
const item = (name: string | null, text: string, source: string | undefined | null): Item => ({
  name,
  text,
  source: source ?? null,
})

const practice = (pack: PolicyPack, say: Say): readonly Part[] => [
  {
    name: 'Kinds of supervision',
    items: pack.types.map((type) => item(type.name, say(type.summary), type.source)),
  },
  { name: 'Cases to bring', items: (pack.criteria ?? []).map((one) => item(null, say(one.text), one.source)) },
  ...(pack.agreements ?? []).map((agreement) => ({
    name: agreement.name,
    items: agreement.clauses.map((clause) => item(spaced(clause.party), say(clause.text), clause.source)),
  })),
  ...(pack.templates ?? []).map((template) => ({
    name: template.name,
    items: template.sections.flatMap((section) =>
      section.questions.map((one) => item(say(section.heading), say(one.label), one.source ?? template.source)),
    ),
  })),
  ...(pack.meetingFormats ?? []).map((format) => ({
    name: `Meeting format: ${format.name}`,
    items: [item(null, say(format.summary), format.source)],
  })),
  ...(pack.banks ?? []).map((bank) => ({
    name: bank.name,
    items: bank.items.map((one) => item(null, say(one.text), one.source ?? bank.source)),
  })),
  { name: 'Models', items: (pack.models ?? []).map((model) => item(model.name, say(model.summary), model.source)) },
]

/** A page of the policy, paragraph by paragraph; marks of emphasis are left out. */
const pageParts = (pack: PolicyPack, say: Say): readonly Part[] =>
  (pack.pages ?? []).map((page) => ({
    name: page.name,
    items: say(page.text)
      .split(/\n\s*\n|\n(?=(?:-|\d+\.) )/)
      .map((paragraph) => item(null, paragraph.replaceAll('**', '').replace(/^(-|\d+\.) /, ''), null)),
  }))

const help = (pack: PolicyPack, say: Say): readonly Part[] => [
  ...(pack.adviceDesk ? [deskPart(pack.adviceDesk, say)] : []),
  ...(pack.escalation ?? []).map((route) => ({
    name: `If needed: ${route.name.charAt(0).toLowerCase()}${route.name.slice(1)}`,
    items: [
      item(null, say(route.guidance), route.source),
      ...route.steps.map((step) => item(step.who, say(step.does) + reach(step.contact), null)),
    ],
  })),
  {
    name: 'Where to turn',
    items: (pack.signposts ?? []).map((one) => item(say(one.need), say(one.turnTo) + reach(one.contact), one.source)),
  },
]

const deskPart = (desk: NonNullable<PolicyPack['adviceDesk']>, say: Say): Part => ({
  name: desk.name,
  items: [
    ...deskDays(desk).map((day) => item(day.days, day.hours, null)),
    ...(desk.contact.phone ? [item('Phone', desk.contact.phone, null)] : []),
    ...(desk.contact.email ? [item('E-mail', desk.contact.email, null)] : []),
    ...desk.otherwise.map((one) => item(spaced(one.when), say(one.turnTo), one.source ?? desk.source)),
  ],
})

type Reach = { readonly phone?: string; readonly email?: string }
const reach = (contact: Reach | undefined): string => {
  const ways = [contact?.phone, contact?.email].filter((way) => way !== undefined)
  return ways.length === 0 ? '' : ` (${ways.join(', ')})`
}

const standards = (pack: PolicyPack, say: Say): readonly Part[] => [
  ...(pack.pathways ?? []).map((pathway) => ({
    name: pathway.name,
    items: pathway.steps.map((step) => item(step.name, say(step.text), step.source ?? pathway.source)),
  })),
  {
    name: 'Training levels',
    items: (pack.trainingLevels ?? []).map((level) =>
      item(level.name, level.summary ? say(level.summary) : '', level.source),
    ),
  },
  {
    name: 'Targets',
    items: (pack.targets ?? []).map((target) => item(target.name, lengthWords(target.atLeast), target.source)),
  },
  {
    name: 'How long records are kept',
    items: (pack.retention ?? []).map((kept) =>
      item(spaced(kept.kind), `${lengthWords(kept.keep)} after ${kept.after}`, kept.source),
    ),
  },
]

/** "8 years", "95%", "for ever": as written, or in words. */
const lengthWords = (written: Parameters<typeof readInterval>[0]): string =>
  typeof written === 'string' ? written : intervalWords(readInterval(written))
