// Whether all keys are where they should be: told when the service starts, and to whoever asks for its health. The service
// runs without them; it opens and keeps nothing confidential until they are back (TRUST 3).
import { findMissingKeys } from './areas/records/index.ts'
import { asService, type Composition } from './platform/composition.ts'
import { everyOrganisation } from './platform/jobs/worker.ts'

/** How long an answer is good for, in milliseconds: health is asked for every few seconds. */
const goodFor = 60_000

/** Asks the database for the keys that are needed and looks for their files, at most once a minute. */
export function keyWatch(service: Composition): { readonly missing: () => Promise<readonly string[]> } {
  let [asked, known] = [Number.NEGATIVE_INFINITY, Promise.resolve<readonly string[]>([])]
  return {
    missing: () => {
      if (performance.now() - asked > goodFor) {
        asked = performance.now()
        known = lookEverywhere(service).catch(() => {
          asked = Number.NEGATIVE_INFINITY
          return []
        })
      }
      return known
    },
  }
}

async function lookEverywhere(service: Composition): Promise<readonly string[]> {
  const missing: string[] = []
  for (const organisation of await everyOrganisation(service))
    missing.push(...(await asService(service, { organisation }, findMissingKeys)))
  return missing
}

/** For the operator: which file, and what it means. */
export const missingKeyWords = (folder: string, file: string): string =>
  `The key file ${folder}/organisations/${file} is missing or is not the one that was used. What was sealed with it cannot be opened, and nothing more can be sealed for it, until it is put back from your copy of the keys.`
