// A draft of the smallest pack in an organisation of its own, and people who may and may not edit it: for the tests of
// the pages on which drafts are edited.
import { readFileSync } from 'node:fs'
import { policyArea } from '../src/areas/policy/area.ts'
import { approveVersion, draftVersion } from '../src/areas/policy/version/version.changes.ts'
import { findVersion } from '../src/areas/policy/version/version.store.ts'
import { newId, type PersonId } from '../src/platform/ids.ts'
import { day } from '../src/platform/time/day.ts'
import { as, newOrganisation } from './composition.ts'
import { testService } from './service.ts'
import type { TestDatabase } from './test-database.ts'

export const smallPack = readFileSync('policy-packs/examples/small.yaml', 'utf8')

/** Answers a function that makes a new organisation with a draft of `pack`. */
export async function policyDrafts(database: TestDatabase) {
  const roles = new Map<PersonId, string>()
  const service = await testService(database, {
    areas: [policyArea],
    identify: async (_work, person) => ({ name: 'Dana Okafor', roles: new Set([roles.get(person) ?? '']) }),
  })
  return async (pack = smallPack) => {
    const organisation = await newOrganisation(database)
    const somebody = (role: string) => {
      const person = newId<'person'>()
      roles.set(person, role)
      return person
    }
    const dana = somebody('director')
    const draft = await as(service.composition, organisation, dana, (work) => draftVersion(work, pack))
    if (!draft.ok) throw new Error(JSON.stringify(draft.faults))
    const { id } = draft
    return {
      base: `/set-up/policy/${id}`,
      owner: service.visitor(organisation, dana),
      colleague: service.visitor(organisation, somebody('administrator')),
      nurse: service.visitor(organisation, somebody('')),
      stored: () =>
        as(service.composition, organisation, dana, async (work) => (await findVersion(work, id))?.text ?? ''),
      approve: () =>
        as(service.composition, organisation, dana, (work) =>
          approveVersion(work, id, { revision: 1, from: day('2026-11-20'), anyApprovers: true }),
        ),
    }
  }
}

/** A row of that pack, and its form with another interval. */
export const smallRow = '/parts/matrix/health-visitors-case-work'
export const smallRowForm = {
  _version: '1',
  name: 'Health visitors, case work supervision',
  staffGroups: 'health-visitors',
  types: 'case-work',
  often: 'every',
  every: '2 months',
  strength: 'mandatory',
  source: 'X appendix, row 1',
}

/** The lines that are others than in the pack. */
export const changedLines = (after: string): string[] =>
  after.split('\n').filter((line) => !smallPack.split('\n').includes(line))
