// Sends the outbox by SMTP. Without a mail server mails are kept and shown as not sent; when one is there they go out.
import { createTransport } from 'nodemailer'
import { asService, type Composition } from '../composition.ts'
import type { OrganisationId } from '../ids.ts'
import { findMailAddress } from '../sign-in/account/mail-address.ts'
import { noteMail, takeDueMail, type MailProblem, type WaitingMail } from './outbox.ts'
import { type MailTemplate, mailIds, writeOut } from './template.ts'

export type MailSettings = { readonly smtpUrl: string; readonly from: string }

export type MailerOptions = {
  /** undefined: no mail server, and nothing is sent. */
  readonly mail: MailSettings | undefined
  /** The service's own address, for links. */
  readonly publicAddress: string
  readonly templates: readonly MailTemplate[]
}

export type Mailer = {
  /** Sends what is due in one organisation; answers how many went out. */
  readonly send: (service: Composition, organisation: OrganisationId) => Promise<number>
  readonly close: () => void
}

export function openMailer(options: MailerOptions): Mailer {
  const templates = new Map(options.templates.map((template) => [template.name, template]))
  if (!options.mail) return { send: async () => 0, close: () => undefined }
  const { from, smtpUrl } = options.mail
  const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...patience })
  const sendOne = async (
    service: Composition,
    mail: WaitingMail,
    organisation: OrganisationId,
  ): Promise<'sent' | MailProblem> => {
    const template = templates.get(mail.template)
    const ids = mailIds(mail.ids)
    if (!template || !ids) return 'unknown mail'
    const address = await findMailAddress(service.database, { organisation, person: mail.to, ids })
    if (address === null) return 'no address'
    const text = writeOut(template, ids, options.publicAddress)
    try {
      // The same id each time: should a mail go out twice after a crash, mail programs show it once.
      const messageId = `<${mail.id}@${new URL(options.publicAddress).hostname}>`
      await transport.sendMail({
        from,
        to: address,
        messageId,
        ...text,
        headers: { 'auto-submitted': 'auto-generated' },
      })
      return 'sent'
    } catch (fault) {
      return isRefusal(fault) ? 'refused' : 'server away'
    }
  }
  return { send: (service, organisation) => sendAll(service, organisation, sendOne), close: () => transport.close() }
}

type SendOne = (service: Composition, mail: WaitingMail, organisation: OrganisationId) => Promise<'sent' | MailProblem>

async function sendAll(service: Composition, organisation: OrganisationId, sendOne: SendOne): Promise<number> {
  let sent = 0
  for (let more = true; more; ) {
    const mails = await asService(service, { organisation }, (work) => takeDueMail(work))
    for (const mail of mails) {
      const outcome = await sendOne(service, mail, organisation)
      await asService(service, { organisation }, (work) => noteMail(work, mail.id, outcome))
      if (outcome === 'sent') sent += 1
      // Nobody answers: the rest is due again in a while, there is no use in knocking for each.
      if (outcome === 'server away') return sent
    }
    more = mails.length === 20
  }
  return sent
}

/** The server said no to this mail (5xx), as against not being there. */
const isRefusal = (fault: unknown): boolean => {
  const code = (fault as { responseCode?: number }).responseCode
  return code !== undefined && code >= 500
}
