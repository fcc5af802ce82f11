// How the demonstration's supervisors came to be signed off: those who had supervised for years when the policy began, by the
// named nurse on the starting list, and she by the designated nurse; the named doctor is on her way to case work.
import {
  answerEntry,
  findStarting,
  type NewEntry,
  signOffStarting,
  tickOf,
  writeEntry,
} from '../../areas/competence/index.ts'
import { addDays } from '../../platform/time/day.ts'
import type { Deed } from '../making/deeds.ts'
import { at, idOf, type Making, sure } from '../making/making.ts'
import type { Span } from '../trust/staff.ts'

const caseWork = 'case-work-supervisor-pathway'
const reason = 'Supervised here for years before this policy. Seen with each of them, from the diaries of two years.'
const preparing = 'namedDoctor'

export const signOffDeeds = (making: Making, span: Span): readonly Deed[] => [
  starting(making, span, { by: 'designatedNurse', time: '10:00', only: ['amina'] }),
  starting(making, span, { by: 'amina', time: '10:20', only: null }),
  ...logbook.flatMap((entry) => entryDeeds(making, span, entry)),
]

type List = { readonly by: string; readonly time: string; readonly only: readonly string[] | null }

/** Everybody who is offered, or only some; never the one who is on her way. */
const starting = (making: Making, span: Span, { by, time, only }: List): Deed => ({
  at: at(addDays(span.first, 1), time),
  by,
  run: async (work) => {
    const wanted = only?.map((key) => idOf(making.people, key))
    const left = idOf(making.people, preparing)
    const ticked = [...(await findStarting(work))].flatMap(([pathway, people]) =>
      people
        .filter(({ person }) => (wanted ? wanted.includes(person) : true))
        .filter(({ person }) => person !== left || pathway.key !== caseWork)
        .map(({ person }) => tickOf(pathway, person)),
    )
    sure(await signOffStarting(work, ticked, { reason }))
  },
})

type Written = {
  readonly step: string
  readonly ago: number
  readonly other: string | null
  readonly confirmed: boolean
}

const logbook: readonly Written[] = [
  { step: 'qualification', ago: 160, other: null, confirmed: false },
  { step: 'observe', ago: 96, other: 'amina', confirmed: true },
  { step: 'deliver', ago: 9, other: 'amina', confirmed: false },
]

function entryDeeds(making: Making, span: Span, entry: Written): readonly Deed[] {
  const on = addDays(span.today, -entry.ago)
  const known: { id: Parameters<typeof answerEntry>[1] | null } = { id: null }
  const write: Deed = {
    at: at(addDays(on, 1), '12:10'),
    by: preparing,
    run: async (work) => {
      const other = entry.other === null ? null : idOf(making.people, entry.other)
      const given: NewEntry = { pathway: caseWork, step: entry.step, on, other }
      known.id = sure(await writeEntry(work, idOf(making.people, preparing), given))
    },
  }
  if (!entry.confirmed || entry.other === null) return [write]
  const confirm: Deed = {
    at: at(addDays(on, 2), '12:30'),
    by: entry.other,
    run: async (work) => {
      if (known.id) sure(await answerEntry(work, known.id, { answer: 'confirmed' }))
    },
  }
  return [write, confirm]
}
