// Puts the front door together: its keys, its pages in the service's look, and what the areas do when an organisation
// is founded.
import { findPeopleToBe } from './demonstration/trust/people-to-be.ts'
import { galleryPages } from './frame/gallery.ts'
import { signInLook } from './frame/sign-in.tsx'
import { asService, type Composition, theService, workWithin } from './platform/composition.ts'
import type { OrganisationId } from './platform/ids.ts'
import { findDemonstration } from './platform/sign-in/visit/demonstration.ts'
import { firstAdministratorPath, type WelcomeAdministrator } from './platform/sign-in/link/first-administrator.ts'
import { doorPages } from './platform/sign-in/pages/door-pages.ts'
import type { DoorParts } from './platform/sign-in/pages/door-parts.ts'
import { doorKeysOf } from './platform/sign-in/secrets.ts'
import { formKeeper } from './platform/sign-in/visit/kept-forms.ts'
import { lifeNoter, overFinder } from './platform/sign-in/visit/being-live.ts'
import { visitFinder } from './platform/sign-in/visit/visits.ts'

/** What the web server needs to let people in, and the path that a first start prints (null when it is not needed). */
export function frontDoor(service: Composition, options: { readonly demonstration: boolean }) {
  const keys = doorKeysOf(service.keys)
  const parts: DoorParts = {
    keys,
    look: signInLook,
    serviceName: 'Clinical supervision',
    welcome: welcomeInto(service),
    demonstrationPeople: options.demonstration ? () => peopleToBe(service) : null,
  }
  return {
    keys,
    findVisit: visitFinder(service.database),
    visitsOver: overFinder(service.database),
    noteLife: lifeNoter(service.database),
    keepForm: formKeeper(service.database, service.keys),
    doorPages: [...doorPages(parts), ...(options.demonstration ? galleryPages : [])],
    startPath: () => firstAdministratorPath(service.database, keys, service.clock()),
  }
}

/** Every area's part of a new organisation, in the transaction of the founding; the first one makes the person and their role. */
const welcomeInto =
  (service: Composition): WelcomeAdministrator =>
  async (tx, { organisation, person, name, email, moment }) => {
    const asker = { ...theService, person, name }
    await workWithin(service, tx, { organisation, asker, moment }, async (work) => {
      for (const area of service.areas) await area.founds?.(work, { name, email })
    })
  }

async function peopleToBe(service: Composition) {
  const organisation = await findDemonstration(service.database)
  if (organisation === null) return []
  const people = await asService(service, { organisation: organisation as OrganisationId }, findPeopleToBe)
  return people.map((person) => ({ ...person, organisation }))
}
