// What the check of a receipt can find (SPEC 4.2), in words for somebody who holds nothing but a file. Whole means: not one
// character is another than when it was made, everybody named has signed this very text, and every seal fits its key. Whose key
// it is, a file cannot say of itself: the fingerprint must be compared.
import type { AgreedText } from '../text/canonical-text.ts'
import type { Receipt } from '../receipt/receipt.ts'

export type Finding =
  | { readonly outcome: 'whole'; readonly receipt: Receipt; readonly agreed: AgreedText }
  | { readonly outcome: 'altered'; readonly why: string }
  | { readonly outcome: 'no receipt'; readonly why: string }

type NotWhole = Exclude<Finding, { outcome: 'whole' }>

/** The largest file that is looked at, in bytes: receipts have some dozens of kilobytes. */
export const largestReceipt = 2 * 1024 * 1024

export const altered = (why: string): NotWhole => ({ outcome: 'altered', why })
export const noReceipt = (why: string): NotWhole => ({ outcome: 'no receipt', why })

/** What does not fit between the text and its signatures; null when everything does. Seals are looked at elsewhere. */
export function misfitOf(receipt: Receipt, agreed: AgreedText): string | null {
  const parties = new Map(agreed.parties.map((party) => [party.person, party]))
  if (receipt.signatures.length !== parties.size) return 'The signatures are not those of all the people it is between'
  for (const { person, name, as, at } of receipt.signatures) {
    const party = parties.get(person)
    parties.delete(person)
    if (!party) return 'Somebody signed whom it is not between, or who had signed already'
    if (party.name !== name || party.as !== as) return `${party.name} is named otherwise in the signatures`
    if (at > receipt.madeAt) return 'A signature is later than the receipt itself'
  }
  return null
}
