// `bin/manage verify-agreement`: an inspector's check of a receipt, with nothing but the file (SPEC 4.2).
import { type Command, CommandFault, type CommandInput } from '../../../platform/command.ts'
import { factsOf, isFingerprint, type WholeFinding } from './finding.view.ts'
import { checkReceipt } from './verification.changes.ts'

export const receiptCommands: readonly Command[] = [
  {
    name: 'verify-agreement',
    summary: 'Checks the receipt of a signed agreement from its own content: no database, no settings, no network',
    usage: 'FILE',
    options: { 'fingerprint WORDS': 'the fingerprint that the organisation told you: no other key will do' },
    run: async (input) => {
      const [path, ...more] = input.words
      if (path === undefined || more.length > 0) throw new CommandFault('Name one file: the receipt as text or PDF.')
      const finding = checkReceipt(await input.readBytes(path))
      if (finding.outcome === 'whole') return tellWhole(input, finding)
      input.say(finding.outcome === 'altered' ? `ALTERED. ${finding.why}.` : `No receipt. ${finding.why}.`)
      return { exit: 1, result: finding }
    },
  },
]

function tellWhole({ say, options }: CommandInput, finding: WholeFinding) {
  const { text, ...facts } = factsOf(finding)
  const wanted = options.fingerprint
  const [key] = finding.receipt.keys
  const isTheirs =
    typeof wanted !== 'string' ||
    finding.receipt.keys.every((one, at) => at > 0 || isFingerprint(wanted, one.fingerprint))
  say(isTheirs ? 'Whole: not one character of it was changed.' : 'WRONG KEY: it is whole, but sealed by somebody else.')
  say(`  ${facts.title} (${facts.kind}), ${facts.organisation}`)
  for (const one of facts.signatures)
    say(`  Signed by ${one.name}, ${one.as}, as “${one.typedName}”, on ${one.signed}; confirmed by ${one.means}`)
  for (const sentence of facts.holds) say(`  ${sentence}`)
  say(`  This receipt was made on ${facts.made}`)
  say(`  Hash of the text: ${facts.hash}`)
  say(`  In words: ${facts.hashInWords}`)
  for (const fingerprint of facts.fingerprints) say(`  Key: ${fingerprint}`)
  if (wanted === undefined)
    say('Now compare the key with the fingerprint that the organisation gives you, or name that with --fingerprint.')
  const result = {
    outcome: isTheirs ? 'whole' : 'wrong key',
    ...facts,
    publicKey: key?.publicKey,
    lines: text.split('\n'),
  }
  return { exit: isTheirs ? 0 : 1, result } as const
}
