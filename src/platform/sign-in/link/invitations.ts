// Invitations: a person of the organisation is sent a link with which to make their account. The account is made when
// the link is used, never joined to one that is there already (TRUST 7).
import { sql, type Transaction } from '../../database/database.ts'
import { type Decision, no, yes } from '../../decision.ts'
import type { Work } from '../../work.ts'
import { isTaken, lastClosed, makeAccount } from '../account/accounts.ts'
import { parseEmail } from '../account/email.ts'
import { become } from './first-administrator.ts'
import { findLink, type Link, makeLink, takeLink } from './links.ts'
import { hashPassword } from '../password/hash.ts'
import type { AtDoor } from '../signing-in.ts'
import { startStep } from '../steps.ts'
import { asDoor } from '../visit/visits.ts'

/**
 * Invites a person within the caller's transaction; the mail goes out when that commits. An earlier invitation of the
 * same person stops working. No with the reason when the e-mail is not one, when either already has an account, or when
 * the person's closed account had another e-mail and the asker closed it alone: else one administrator could come in as them.
 */
export async function invite(
  work: Pick<Work, 'db' | 'organisation' | 'moment' | 'asker' | 'newId'>,
  who: { readonly person: string; readonly email: string },
): Promise<Decision<{ readonly link: string }>> {
  const email = parseEmail(who.email)
  if (email === null) return no('Enter an e-mail address in the correct form, like name@example.nhs.uk', 'email')
  const { organisation, moment } = work
  await become(work.db, 'mcs_door', organisation, work.asker.person)
  const against = await reasonAgainst(work, { person: who.person, email })
  const link =
    against === null
      ? await makeLink(work.db, { purpose: 'invitation', organisation, person: who.person, email }, moment)
      : null
  await become(work.db, 'mcs_request', organisation, work.asker.person)
  if (link === null) return no(against ?? '', 'email')
  await sql`insert into outbox (organisation, id, to_person, template, payload, due_at, created_at)
    values (${organisation}, ${work.newId()}, ${who.person}, 'invitation', ${JSON.stringify({ link })}, ${moment}, ${moment})`.execute(
    work.db,
  )
  return yes({ link })
}

async function reasonAgainst(
  work: Pick<Work, 'db' | 'organisation' | 'asker'>,
  who: { readonly person: string; readonly email: string },
): Promise<string | null> {
  if (await isTaken(work.db, work.organisation, who))
    return 'This person or this e-mail address already has an account here'
  const before = await lastClosed(work.db, { organisation: work.organisation, person: who.person })
  if (!before || before.email === who.email) return null
  if (before.closedBy !== null && before.closedBy !== work.asker.person) return null
  return 'Their account had another e-mail address. Invite them there, or let another administrator send the invitation'
}

export type Invited = { readonly organisationName: string; readonly email: string }

/** What the invitation's page says; null for a link that is over, whatever the cause. */
export async function findInvitation(at: AtDoor, word: string): Promise<Invited | null> {
  return at.database.transact(asDoor, async (tx) => {
    const link = await findLink(tx, at.keys, word, 'invitation', at.moment)
    return link?.email ? { organisationName: await organisationName(tx, link), email: link.email } : null
  })
}

/** Makes the account. Answers the token of the step that sets up the code; null when the link is over or an account is there by now. */
export async function acceptInvitation(at: AtDoor, word: string, password: string): Promise<string | null> {
  const passwordHash = await hashPassword(password)
  const made = at.database.transact(asDoor, async (tx) => {
    const link = await findLink(tx, at.keys, word, 'invitation', at.moment)
    if (!link?.organisation || !link.person || !link.email || !(await takeLink(tx, link, at.moment))) return null
    const { organisation, person, email } = link
    if (await isTaken(tx, organisation, { person, email })) return null
    const account = await makeAccount(tx, at.keys, { organisation, person, email, passwordHash, moment: at.moment })
    return startStep(tx, { organisation, id: account }, 'set up code', at.moment)
  })
  return made.catch((fault: unknown) => {
    // Two invitations of one e-mail were accepted at the same moment: the database lets only one through.
    if ((fault as { code?: string }).code === '23505') return null
    throw fault
  })
}

async function organisationName(tx: Transaction, link: Link): Promise<string> {
  const found = await sql<{ name: string }>`select name from organisation where id = ${link.organisation}`.execute(tx)
  return found.rows[0]?.name ?? ''
}

/** The open invitations of the organisation, for the operator's command. */
export async function openInvitations(
  work: Pick<Work, 'db' | 'organisation' | 'moment' | 'asker'>,
): Promise<{ id: string; email: string }[]> {
  const { db, organisation, moment, asker } = work
  await become(db, 'mcs_door', organisation, asker.person)
  const rows = await db
    .selectFrom('one_time_link')
    .select(['id', 'email'])
    .where('organisation', '=', organisation)
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment)
    .orderBy('created_at')
    .execute()
  await become(db, 'mcs_request', organisation, asker.person)
  return rows.map(({ id, email }) => ({ id, email: email ?? '' }))
}
