// The tables of the front door as the queries see them; only the role mcs_door reaches them.
import type { ColumnType } from '../database/database.ts'
import type { Moment } from '../time/moment.ts'

export type MeansKind = 'password' | 'passkey' | 'oidc'
export type StepPurpose = 'code' | 'set up code'
export type LinkPurpose = 'first administrator' | 'invitation'

declare module '../database/database.ts' {
  interface Tables {
    account: {
      organisation: string
      id: string
      person: string
      email: string
      code_secret: Buffer | null
      code_confirmed_at: Moment | null
      code_last_step: ColumnType<number, number | undefined, number>
      code_waiting: Buffer | null
      created_at: Moment
      closed_at: Moment | null
      closed_by: ColumnType<string | null, string | null | undefined, string | null>
    }
    account_means: {
      organisation: string
      account: string
      id: string
      kind: MeansKind
      password_hash: string | null
      issuer: string | null
      subject: string | null
      credential: ColumnType<unknown, string | null, string | null>
      created_at: Moment
      changed_at: Moment
    }
    recovery_code: {
      organisation: string
      account: string
      code_hash: Buffer
      created_at: Moment
      used_at: Moment | null
    }
    visit: {
      organisation: string
      id: string
      token_hash: Buffer
      account: string | null
      person: string
      browser: string
      started_at: Moment
      last_seen_at: Moment
      signed_in_at: Moment
      ended_at: Moment | null
      live_path: ColumnType<string | null, undefined, string>
      live_at: ColumnType<Moment | null, undefined, Moment>
    }
    sign_in_step: {
      organisation: string
      id: string
      token_hash: Buffer
      account: string
      purpose: StepPurpose
      tries: ColumnType<number, number | undefined, number>
      created_at: Moment
      expires_at: Moment
      used_at: Moment | null
    }
    known_browser: { organisation: string; account: string; token_hash: Buffer; created_at: Moment; expires_at: Moment }
    one_time_link: {
      organisation: string | null
      id: string
      purpose: LinkPurpose
      person: string | null
      email: string | null
      created_at: Moment
      expires_at: Moment
      used_at: Moment | null
    }
    sign_in_failure: { subject: Buffer; failures: number; since: Moment; last_at: Moment; wait_until: Moment | null }
  }
}
