// Ids and keys for two worlds that must be alike to the byte: each world counts from the start. Used by vi.mock in place of
// the platform's own random ones.
import { createHash } from 'node:crypto'

let next = 0

/** Begins the ids again, for the second of two worlds. */
export const startIdsAgain = (): void => {
  next = 0
}

/** How many ids there have been since the start. */
export const idsSoFar = (): number => next

/** A text without the ids that came after the world was made, and those that are random in every world. */
export const withoutNewIds = (text: string, made: number): string =>
  text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})/g, (id, count: string) =>
    id.startsWith('11111111-1111-4111-8111') && Number(count) <= made ? id : 'NEW',
  )

const counted = (): string => {
  next += 1
  return String(next).padStart(12, '0')
}

export const twinId = <Text extends string>(): Text => `11111111-1111-4111-8111-${counted()}` as Text
export const twinToken = (): string => `twin-${counted()}`.padEnd(43, 'x')

/** The same key in both worlds, so that what is signed with it differs only when its text does. */
export const twinKey = (name: string): Buffer => createHash('sha256').update(`twin key ${name}`).digest()
