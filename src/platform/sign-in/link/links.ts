// Links that open one set-up form, once, for a while. A link leads to choosing a password and setting up codes and to
// nothing else: by itself it never shows a page of the service (TRUST 7).
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Transaction } from '../../database/database.ts'
import { newId, parseId } from '../../ids.ts'
import { addMinutes, type Moment } from '../../time/moment.ts'
import type { DoorKeys } from '../secrets.ts'
import type { LinkPurpose } from '../tables.ts'

const hoursOf: Readonly<Record<LinkPurpose, number>> = { 'first administrator': 24, invitation: 7 * 24 }

export type Link = {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly organisation: string | null
  readonly person: string | null
  readonly email: string | null
}

/** The word in the address: the link's id and a proof made with a key that is not in the database. */
export const linkWord = (keys: DoorKeys, id: string): string => `${id}.${proofOf(keys, id)}`

const proofOf = (keys: DoorKeys, id: string): string =>
  createHmac('sha256', keys.hash).update(`link\n${id}`).digest('base64url')

/** The link of a word while it is good for this purpose; null for forged, used, expired and unknown ones alike. */
export async function findLink(
  tx: Transaction,
  keys: DoorKeys,
  word: string,
  purpose: LinkPurpose,
  moment: Moment,
): Promise<Link | null> {
  const [idText = '', proof = ''] = word.split('.')
  const id = parseId(idText)
  const expected = Buffer.from(proofOf(keys, idText))
  const given = Buffer.from(proof)
  if (!id || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const row = await tx
    .selectFrom('one_time_link')
    .select(['id', 'purpose', 'organisation', 'person', 'email'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment)
    .executeTakeFirst()
  return row ?? null
}

/** Uses a link up; false when another request was quicker. */
export async function takeLink(tx: Transaction, link: Link, moment: Moment): Promise<boolean> {
  const taken = await tx
    .updateTable('one_time_link')
    .set({ used_at: moment })
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

type NewLink = Omit<Link, 'id'>

/** A new link; earlier open ones for the same end stop working. Answers its id. */
export async function makeLink(tx: Transaction, what: NewLink, moment: Moment): Promise<string> {
  await tx
    .updateTable('one_time_link')
    .set({ used_at: moment })
    .where('purpose', '=', what.purpose)
    .where('used_at', 'is', null)
    .where((is) => (what.person === null ? is('person', 'is', null) : is('person', '=', what.person)))
    .where((is) =>
      what.organisation === null ? is('organisation', 'is', null) : is('organisation', '=', what.organisation),
    )
    .execute()
  const id = newId<'link'>()
  const times = { created_at: moment, expires_at: addMinutes(moment, hoursOf[what.purpose] * 60), used_at: null }
  await tx
    .insertInto('one_time_link')
    .values({ id, ...what, ...times })
    .execute()
  return id
}
