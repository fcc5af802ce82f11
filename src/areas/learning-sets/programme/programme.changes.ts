// Making a programme, changing what it says, handing it on, ending it. Each deed leaves its line on the trail.
import { type Decision, no, yes } from '../../../platform/decision.ts'
import type { PersonId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { peopleWithRole } from '../../people/index.ts'
import { policyOn } from '../../policy/index.ts'
import { thing, writeTrail } from '../../records/index.ts'
import { keepsProgrammes } from './programme.access.ts'
import {
  decideChange,
  decideEndOfProgramme,
  mayLead,
  type Programme,
  type ProgrammeId,
  type ProgrammeWords,
  type WellbeingWords,
} from './programme.ts'
import { findProgramme, insertProgramme, lockProgramme, saveProgramme } from './programme.store.ts'
import { startingWords } from './programme.view.ts'

/** A programme as a page's subject; null when there is none of that id here. */
export const subjectProgramme = (
  work: Work,
  { programme: id }: { programme: ProgrammeId },
): Promise<Programme | null> => findProgramme(work, id)

const about = (id: ProgrammeId) => thing('programme', id)
const notThere = 'There is no such programme'

/** Everybody who may lead a programme today. */
export const programmeLeads = async (work: Work): Promise<readonly PersonId[]> =>
  peopleWithRole(work, 'programme lead', work.today)

/** Makes a programme; its page about keeping well begins with the words of the policy. SPEC 7.1. */
export async function makeProgramme(
  work: Work,
  what: { name: string; lead: PersonId } & Partial<ProgrammeWords & WellbeingWords>,
): Promise<Decision<ProgrammeId>> {
  if (!keepsProgrammes(work.asker)) return no('Administrators and programme leads make programmes')
  const may = mayLead(what.lead, new Set(await programmeLeads(work)))
  if (!may.ok) return may
  const programme: Programme = {
    ...startingWords(await policyOn(work)),
    ...what,
    id: work.newId<'programme'>(),
    madeBy: work.asker.person,
    madeAt: work.moment,
    until: null,
    version: 1,
  }
  await insertProgramme(work, programme)
  writeTrail(work, { deed: 'programme made', about: about(programme.id), detail: { lead: what.lead } })
  return yes(programme.id)
}

type Change = Parameters<typeof decideChange>[1]['change']

/** Changes what a programme says, its name, or who leads it; refused when somebody did meanwhile. */
export async function changeProgramme(
  work: Work,
  id: ProgrammeId,
  what: { change: Change; version: number },
): Promise<Decision> {
  const programme = keepsProgrammes(work.asker) ? await lockProgramme(work, id) : null
  if (!programme) return no(notThere)
  const { lead = programme.lead } = what.change
  const may = lead === programme.lead ? yes() : mayLead(lead, new Set(await programmeLeads(work)))
  if (!may.ok) return may
  const decision = decideChange(programme, what, work.today)
  if (!decision.ok) return decision
  if (!(await saveProgramme(work, decision.value)))
    return no('Somebody changed this programme meanwhile. Look at it again')
  const detail: Readonly<Record<string, string>> = lead === programme.lead ? {} : { lead }
  writeTrail(work, { deed: 'programme changed', about: about(id), detail })
  return yes()
}

/** Ends a programme from today. Its sets go on by themselves. */
export async function endProgramme(work: Work, id: ProgrammeId): Promise<Decision> {
  const programme = keepsProgrammes(work.asker) ? await lockProgramme(work, id) : null
  if (!programme) return no(notThere)
  const decision = decideEndOfProgramme(programme, work.today)
  if (!decision.ok) return decision
  if (!(await saveProgramme(work, decision.value)))
    return no('Somebody changed this programme meanwhile. Look at it again')
  writeTrail(work, { deed: 'programme ended', about: about(id) })
  return yes()
}
