// What an administrator may know of a person's account, and may do: whether it is there, send an invitation, close it.
// Never a password, a code or a link.
import { no, yes, type Decision } from '../../decision.ts'
import type { Work } from '../../work.ts'
import { become } from '../link/first-administrator.ts'
import { closeAccount } from './accounts.ts'
import type { Moment } from '../../time/moment.ts'
import '../tables.ts'

export type AccountState =
  | { readonly state: 'none' }
  | { readonly state: 'invited'; readonly email: string; readonly until: Moment }
  /** The password was chosen, the app for codes not yet set up. */
  | { readonly state: 'setting up'; readonly email: string }
  | { readonly state: 'open'; readonly email: string; readonly lastSeenAt: Moment | null }

type AtWork = Pick<Work, 'db' | 'organisation' | 'moment' | 'asker'>

export async function accountStateOf(work: AtWork, person: string): Promise<AccountState> {
  return asDoorWithin(work, async () => {
    const account = await work.db
      .selectFrom('account')
      .select(['email', 'code_confirmed_at'])
      .where('organisation', '=', work.organisation)
      .where('person', '=', person)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!account) return invitedState(work, person)
    if (account.code_confirmed_at === null) return { state: 'setting up', email: account.email }
    return { state: 'open', email: account.email, lastSeenAt: await lastSeen(work, person) }
  })
}

async function invitedState(work: AtWork, person: string): Promise<AccountState> {
  const link = await work.db
    .selectFrom('one_time_link')
    .select(['email', 'expires_at as until'])
    .where('organisation', '=', work.organisation)
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', work.moment)
    .executeTakeFirst()
  return link?.email ? { state: 'invited', email: link.email, until: link.until } : { state: 'none' }
}

async function lastSeen(work: AtWork, person: string): Promise<Moment | null> {
  const found = await work.db
    .selectFrom('visit')
    .select((get) => get.fn.max('last_seen_at').as('at'))
    .where('organisation', '=', work.organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return found?.at ?? null
}

/** Closes a person's account and ends their visits: somebody left, or lost phone and recovery codes and starts anew. */
export async function closeAccountOf(work: AtWork, person: string): Promise<Decision> {
  const { state } = await accountStateOf(work, person)
  if (state !== 'open' && state !== 'setting up') return no('This person has no account to close')
  if (person === work.asker.person) return no('You cannot close your own account. Ask another administrator')
  await asDoorWithin(work, () =>
    closeAccount(work.db, { organisation: work.organisation, person }, work.moment, work.asker.person),
  )
  return yes()
}

/** For the length of `body` the transaction is the door's, then an ordinary request again. */
async function asDoorWithin<T>({ db, organisation, asker }: AtWork, body: () => Promise<T>): Promise<T> {
  await become(db, 'mcs_door', organisation, asker.person)
  const done = await body()
  await become(db, 'mcs_request', organisation, asker.person)
  return done
}
