// The cookies: the visit, the door's own secret before anyone is known, its two marks (how far a sign-in has come, and
// that this browser has signed in before), and the one sentence said after a change.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newToken } from '../../ids.ts'
import type { Door, DoorCookie } from '../door-page.ts'

/** With https the names carry the __Host- prefix, which ties a cookie to this host and to https. */
export type CookieNames = {
  readonly visit: string
  readonly door: string
  readonly said: string
  readonly secure: boolean
}

export const cookieNames = (secure: boolean): CookieNames => {
  const prefix = secure ? '__Host-' : ''
  return { visit: `${prefix}visit`, door: `${prefix}door`, said: `${prefix}said`, secure }
}

const kept = (names: CookieNames) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure: names.secure })

export const setVisitCookie = (reply: FastifyReply, names: CookieNames, token: string): void => {
  void reply.setCookie(names.visit, token, kept(names))
}

export const clearVisitCookie = (reply: FastifyReply, names: CookieNames): void => {
  void reply.clearCookie(names.visit, kept(names))
}

/** The secret behind `_csrf` for somebody who is not signed in; made when there is none. */
export function doorToken(request: FastifyRequest, reply: FastifyReply, names: CookieNames): string {
  const had = request.cookies[names.door]
  if (had && /^[A-Za-z0-9_-]{43}$/.test(had)) return had
  const token = newToken()
  void reply.setCookie(names.door, token, kept(names))
  return token
}

export const setSaid = (reply: FastifyReply, names: CookieNames, said: string): void => {
  void reply.setCookie(names.said, Buffer.from(said).toString('base64url'), { ...kept(names), maxAge: 60 })
}

/** The sentence to show once; reading it takes it away. */
export function takeSaid(request: FastifyRequest, reply: FastifyReply, names: CookieNames): string | null {
  const said = request.cookies[names.said]
  if (!said) return null
  void reply.clearCookie(names.said, kept(names))
  return Buffer.from(said, 'base64url').toString().slice(0, 300)
}

/** The door's marks, as a door page reads and keeps them. */
export function doorMarks(
  request: FastifyRequest,
  reply: FastifyReply,
  names: CookieNames,
): Pick<Door, 'cookie' | 'keep'> {
  const named = (name: DoorCookie) => `${names.secure ? '__Host-' : ''}${name}`
  return {
    cookie: (name) => request.cookies[named(name)] ?? '',
    keep: (name, value, seconds) =>
      value === null
        ? void reply.clearCookie(named(name), kept(names))
        : void reply.setCookie(named(name), value, { ...kept(names), maxAge: seconds }),
  }
}
