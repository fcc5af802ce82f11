// One-time codes of an authenticator app (RFC 6238: six figures, half a minute). A code works once: the step it
// belongs to is kept, and neither it nor an older one is taken again.
import { generateSecret, generateURI, verifySync } from 'otplib'
import { encode } from 'uqr'
import type { Moment } from '../../time/moment.ts'

const stepSeconds = 30

/** 160 random bits in base32, as people can type them. */
export const newCodeSecret = (): string => generateSecret({ length: 20 })

/** What the app reads from the picture. */
export const codeUri = (secret: string, what: { service: string; email: string }): string =>
  generateURI({ issuer: what.service, label: what.email, secret })

/** The secret in groups of four, for typing. */
export const spellSecret = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/**
 * The step whose code this is, when it is now, one before or one after, and later than `lastStep`; otherwise null.
 * Spaces in the typed code do not count.
 */
export function stepOfCode(secret: string, typed: string, moment: Moment, lastStep: number): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^[0-9]{6}$/.test(token)) return null
  const epoch = Math.floor(Date.parse(moment) / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: stepSeconds })
  if (!result.valid || !('timeStep' in result)) return null
  return result.timeStep > lastStep ? result.timeStep : null
}

/** A picture as squares: the side in squares, and one path that draws the dark ones. No style, no script. */
export type CodePicture = { readonly size: number; readonly path: string }

export function pictureOf(uri: string): CodePicture {
  const { data, size } = encode(uri, { ecc: 'M', border: 4 })
  const rows = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: rows.join('') }
}
