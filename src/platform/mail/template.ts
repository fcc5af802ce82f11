// What a mail may say. By type there is no place for anything about a person, a session or a case: fixed words, and
// at most one link made of opaque ids. Whoever wants to know more signs in (SPEC 12.6, TRUST 9).

/** A mail of fixed words. `path` gets ids only; anything else in the outbox row is refused when the mail is made. */
export type MailTemplate = {
  /** Small letters and hyphens: 'session-proposed'. */
  readonly name: string
  /** The same for everybody. */
  readonly subject: string
  readonly sentences: readonly string[]
  /** Where the link under the sentences leads; home unless said. */
  readonly path?: (ids: MailIds) => string
}

/** Opaque ids by name. */
export type MailIds = Readonly<Record<string, string>>

export type MailText = { readonly subject: string; readonly text: string }

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The ids of an outbox row; null when it holds anything that is not one. */
export function mailIds(payload: unknown): MailIds | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null
  const entries = Object.entries(payload)
  return entries.every(([, value]) => typeof value === 'string' && idShape.test(value))
    ? Object.fromEntries(entries)
    : null
}

/** The mail as it is sent. `address` is the service's own, without a slash at the end. */
export function writeOut(template: MailTemplate, ids: MailIds, address: string): MailText {
  const link = `${address}${template.path?.(ids) ?? '/'}`
  const foot =
    'This mail says nothing about supervision itself. You can choose which mails you get under “Your account”.'
  return { subject: template.subject, text: [...template.sentences, link, foot].join('\n\n') }
}
