// How many streams there may be: of one visit, of one person, of one program. Somebody with fifty windows, or a script that
// opens one stream after another, must not take the places of the others.

export type Limits = { readonly ofVisit: number; readonly ofPerson: number; readonly ofProgram: number }

export const usualLimits: Limits = { ofVisit: 8, ofPerson: 16, ofProgram: 20_000 }

type Who = { readonly visit: string; readonly person: string }

export type Room = {
  /** Why there is none, in a sentence for whoever asked; null when there is. */
  readonly whyNot: (who: Who) => string | null
  readonly take: (who: Who) => void
  readonly give: (who: Who) => void
}

export function roomFor(limits: Limits): Room {
  const taken = new Map<string, number>()
  let all = 0
  const count = ({ visit, person }: Who, by: 1 | -1) => {
    all += by
    for (const id of [visit, person]) {
      const now = (taken.get(id) ?? 0) + by
      if (now > 0) taken.set(id, now)
      else taken.delete(id)
    }
  }
  return {
    whyNot: ({ visit, person }) => {
      if (all >= limits.ofProgram) return 'The service is very busy. Try again in a few seconds.'
      const tooMany = (taken.get(visit) ?? 0) >= limits.ofVisit || (taken.get(person) ?? 0) >= limits.ofPerson
      return tooMany ? 'This is open in too many windows. Close some of them and load the page again.' : null
    },
    take: (who) => count(who, 1),
    give: (who) => count(who, -1),
  }
}
