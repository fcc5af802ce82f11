// Operators' commands on figures: obligations as at a day, and the proof that what is kept equals the facts (SPEC 3.4).
import { type Command, CommandFault } from '../../../platform/command.ts'
import type { PersonId } from '../../../platform/ids.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import { type Moment, parseMoment } from '../../../platform/time/moment.ts'
import type { Work } from '../../../platform/work.ts'
import { namesOf } from '../../people/index.ts'
import { answersOfPeople } from './answers.changes.ts'
import { compareFigures, type Difference, refreshWaiting } from './figures.changes.ts'
import { findEverybody, findSpansOn } from './figures.store.ts'

export const figuresCommands: readonly Command[] = [
  {
    name: 'obligations',
    summary: 'Who must have which supervision, and how it stands as at a day',
    usage: '[--as-at DATE] [--known-by MOMENT] [--from-facts]',
    options: {
      'as-at DATE': 'the day, such as 2026-11-20; today when left out',
      'known-by MOMENT': 'by what was on record then, such as 2026-11-20T12:00:00Z; reckons from the facts',
      'from-facts': 'reckon from the facts instead of reading the kept figures',
    },
    run: async ({ options, say, inEveryOrganisation }) => {
      const asAt = options['as-at'] === undefined ? null : parseDay(options['as-at'])
      if (options['as-at'] !== undefined && asAt === null)
        throw new CommandFault('--as-at must be a day, such as 2026-11-20.')
      const known = options['known-by'] === undefined ? null : parseMoment(options['known-by'])
      if (options['known-by'] !== undefined && known === null)
        throw new CommandFault('--known-by must be a moment, such as 2026-11-20T12:00:00Z.')
      const fromFacts = known !== null || options['from-facts'] !== undefined
      const result = await inEveryOrganisation(async (work) => {
        const day = asAt ?? work.today
        const lines = fromFacts ? await reckonedLines(work, day, known ?? undefined) : await keptLines(work, day)
        const names = await namesOf(work, [...new Set(lines.map((line) => line.person))])
        return { day, obligations: lines.map((line) => ({ ...line, name: names.get(line.person) ?? '' })) }
      })
      for (const { organisation, result: found } of result) {
        say(`${organisation}, as at ${found.day}: ${found.obligations.length} obligations`)
        for (const one of found.obligations)
          say(`${one.name}\t${one.requirement}\t${one.state}\t${one.dueOn ?? '-'}\t${one.lastOn ?? '-'}`)
      }
      return { exit: 0, result }
    },
  },
  {
    name: 'rebuild-figures',
    summary: 'Compares the kept figures with the facts, and puts them right',
    usage: '[--check]',
    options: { check: 'only compare; change nothing' },
    run: async ({ options, say, inEveryOrganisation }) => {
      const mend = options.check === undefined
      const result = await inEveryOrganisation((work) => compareAll(work, mend))
      for (const { organisation, result: found } of result) {
        say(
          `${organisation}: ${found.people} people, ${found.spans} figures, ${found.differences.length} people differ from the facts${mend && found.differences.length > 0 ? ' and were put right' : ''}`,
        )
      }
      const differs = result.some(({ result: found }) => found.differences.length > 0)
      return { exit: differs && !mend ? 1 : 0, result }
    },
  },
]

type Line = {
  readonly person: PersonId
  readonly requirement: string
  readonly type: string
  readonly strength: string
  readonly state: string
  readonly dueOn: Day | null
  readonly lastOn: Day | null
}

async function keptLines(work: Work, day: Day): Promise<readonly Line[]> {
  return (await findSpansOn(work, day)).map(({ person, requirement, type, strength, state, dueOn, lastOn }) => ({
    person,
    requirement,
    type,
    strength,
    state,
    dueOn,
    lastOn,
  }))
}

async function reckonedLines(work: Work, day: Day, known?: Moment): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const people = await findEverybody(work, after, 500)
    const last = people.at(-1)
    if (last === undefined) return lines
    for (const { person, requirement, answer } of await answersOfPeople(work, people, { day, explain: false, known })) {
      const { state, dueOn, lastOn } = answer
      lines.push({
        person,
        requirement: requirement.key,
        type: requirement.types[0] ?? '',
        strength: requirement.strength,
        state,
        dueOn,
        lastOn,
      })
    }
    after = last
  }
}

async function compareAll(
  work: Work,
  mend: boolean,
): Promise<{ people: number; spans: number; differences: readonly Difference[] }> {
  if (mend) while ((await refreshWaiting(work)) > 0);
  let [people, spans] = [0, 0]
  const differences: Difference[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const step = await compareFigures(work, after, mend)
    people += step.people
    spans += step.spans
    differences.push(...step.differences)
    if (step.last === null) return { people, spans, differences }
    after = step.last
  }
}
