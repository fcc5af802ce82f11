// `bin/manage invitation-links`: the links of open invitations, for installations without a mail server. Whoever may
// run it holds the keys of the installation already.
import { join } from 'node:path'
import type { Command } from '../../command.ts'
import { fileKeyring } from '../../keys/keyring.ts'
import { doorKeysOf } from '../secrets.ts'
import { openInvitations } from './invitations.ts'
import { linkWord } from './links.ts'

export const invitationLinksCommand: Command = {
  name: 'invitation-links',
  summary: 'Shows the links of open invitations, when there is no mail server to send them',
  usage: '',
  async run({ config, inEveryOrganisation, say }) {
    const keys = doorKeysOf(fileKeyring(join(config.keys, 'organisations')))
    const all = await inEveryOrganisation((work) => openInvitations(work))
    const shown = all.map(({ organisation, result }) => ({
      organisation,
      links: result.map(({ id, email }) => ({
        email,
        link: `${config.publicAddress}/invitation/${linkWord(keys, id)}`,
      })),
    }))
    for (const { organisation, links } of shown) {
      say(`${organisation}: ${links.length === 0 ? 'no open invitations' : ''}`)
      for (const { email, link } of links) say(`  ${email}  ${link}`)
    }
    return { exit: 0, result: shown }
  },
}
