// Only in the demonstration: whom to be. Everywhere else these addresses were never there.
import type { DoorPage } from '../../web/door-page.ts'
import { html, notFound, seeOther } from '../../web/reply.ts'
import { visitAs } from '../visit/demonstration.ts'
import { asDoor, endVisit } from '../visit/visits.ts'
import { type DoorParts, nextOf, typedText } from './door-parts.ts'

export function demonstrationPages(parts: DoorParts): readonly DoorPage[] {
  const { demonstrationPeople } = parts
  if (!demonstrationPeople) return []
  return [
    {
      at: 'GET /demonstration',
      who: 'anyone',
      answer: async (_door, request) =>
        html({
          title: 'Who would you like to be?',
          body: parts.look.demonstration({ people: await demonstrationPeople(), next: nextOf(request) }),
        }),
    },
    {
      at: 'POST /demonstration/visit',
      who: 'anyone',
      answer: async (door, request) => {
        const wanted = typedText(request, 'person')
        const who = (await demonstrationPeople()).find((one) => one.person === wanted)
        const { visit, moment, browser, database } = door
        const token =
          who && (await visitAs(database, { organisation: who.organisation, person: who.person }, { browser, moment }))
        if (!token) return notFound()
        if (visit) await database.transact(asDoor, (tx) => endVisit(tx, visit, visit.id, moment))
        door.remember(token)
        return seeOther(nextOf(request))
      },
    },
  ]
}
