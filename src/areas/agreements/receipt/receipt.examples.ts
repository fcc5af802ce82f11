// Receipts of the small world, for tests and benchmarks: signed with whatever key they bring.
import { day } from '../../../platform/time/day.ts'
import { moment } from '../../../platform/time/moment.ts'
import type { Receipt, ReceiptKey, ReceiptSignature } from './receipt.ts'

type Signer = Omit<ReceiptSignature, 'seal' | 'key'>

/** Ben signed on a winter afternoon, Amina the next morning. `seal` makes each signature's seal, with the first key. */
export const receiptOfBenAndAmina = (
  given: { readonly text: string; readonly textHash: string; readonly keys: readonly ReceiptKey[] },
  seal: (signature: Signer) => string,
): Receipt => ({
  ...given,
  organisation: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
  madeAt: moment('2027-02-04T09:12:30.250Z'),
  holds: { from: day('2027-02-04'), until: day('2028-02-04'), ended: null },
  closing: 1,
  signatures: signers.map((one) => ({ ...one, seal: seal(one), key: 0 })),
})

const signers: readonly Signer[] = [
  {
    person: '0a9e8d7c-6b5a-4f3e-9d2c-1b0a9f8e7d02',
    name: 'Ben Carter',
    as: 'supervisee',
    typedName: 'Ben Carter',
    at: moment('2027-02-03T14:30:00Z'),
    means: 'password and code',
  },
  {
    person: '7b1d2f60-5a35-4a2f-8a2e-5b0f9a4c1e01',
    name: 'Amina Yusuf',
    as: 'supervisor',
    typedName: 'amina yusuf',
    at: moment('2027-02-04T09:12:00Z'),
    means: 'password and code',
  },
]
