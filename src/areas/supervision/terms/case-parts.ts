// A template asks some questions once, some for each case and some for each child or adult at risk (SPEC 6.2). Here they are
// spread out: what belongs to the session as a whole, and what one case is asked, once for each person at risk in it. The
// key of a question for a person carries the person, so that two children never share an answer.
import type { RecordPart } from './terms.ts'

/** A child, unborn baby or adult at risk, as far as a form needs to tell them apart. */
export type PersonAsked = {
  readonly id: string
  readonly kind: 'child' | 'unborn' | 'adult'
  readonly initials: string
}

/** The parts that are asked once for the whole session or preparation. */
export const partsForAll = (parts: readonly RecordPart[]): readonly RecordPart[] =>
  parts.filter((part) => part.forEach === null)

/** Whether a template asks anything about each case. */
export const asksAboutCases = (parts: readonly RecordPart[]): boolean => parts.some((part) => part.forEach !== null)

/**
 * The parts that one case is asked, in the template's order: those for the case as they are, those for a person at risk once
 * for each person, with the key `section--question--<person id>` and the person before the label. What the template needs is
 * needed for a case that is discussed.
 */
export function partsForCase(
  parts: readonly RecordPart[],
  { people }: { people: readonly PersonAsked[] },
): readonly RecordPart[] {
  const names = namesOf(people)
  return runsOf(parts.filter((part) => part.forEach !== null)).flatMap((run) =>
    run[0]?.forEach === 'case'
      ? run.map(neededHere)
      : people.flatMap((person) => run.map((part) => neededHere(askedOf(part, person, names.get(person.id) ?? '')))),
  )
}

/** How each person at risk is called on a form: 'AB, child', 'Unborn baby', 'CD, adult (2)' when two would be the same. */
export function namesOf(people: readonly PersonAsked[]): ReadonlyMap<string, string> {
  const plain = people.map((person) => ({ id: person.id, name: nameOf(person) }))
  return new Map(
    plain.map(({ id, name }, at) => {
      const same = plain.filter((one) => one.name === name).length
      const number = plain.slice(0, at + 1).filter((one) => one.name === name).length
      return [id, same === 1 ? name : `${name} (${number})`]
    }),
  )
}

const kindWords = { child: 'child', unborn: 'unborn baby', adult: 'adult' } as const

function nameOf({ kind, initials }: PersonAsked): string {
  const known = initials.trim()
  if (known !== '') return `${known}, ${kindWords[kind]}`
  return kind === 'unborn' ? 'Unborn baby' : kind === 'child' ? 'Child' : 'Adult'
}

const askedOf = (part: RecordPart, person: PersonAsked, name: string): RecordPart => ({
  ...part,
  key: `${part.key}--${person.id}`,
  section: name,
  label: `${name}: ${part.label}`,
})

const neededHere = (part: RecordPart): RecordPart =>
  part.needed === 'once begun' ? { ...part, needed: 'always' } : part

/** Neighbouring parts of the same kind together, so that everything about one person stands in one place. */
function runsOf(parts: readonly RecordPart[]): readonly (readonly RecordPart[])[] {
  const runs: RecordPart[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && last[0]?.forEach === part.forEach) last.push(part)
    else runs.push([part])
  }
  return runs
}
