// What receipts cost in processor time: drawing one as a PDF against an empty document of the same engine, and checking 10,000
// of them against hashing the same bytes.
import { loadavg } from 'node:os'
import { checkReceipt } from '../src/areas/agreements/check/verification.changes.ts'
import { sealedPdf, sealedText } from '../src/areas/agreements/receipt/sealing.changes.ts'
import type { Receipt } from '../src/areas/agreements/receipt/receipt.ts'
import { hashOf, isSignedWith } from '../src/platform/keys/sealing.ts'
import { makePdf } from '../src/platform/pdf/pdf.ts'
import { moment } from '../src/platform/time/moment.ts'
import { receiptOfPack, receiptWorld } from '../test/worlds/receipt.ts'
import { median, ratioTable } from './ratio-table.ts'

const rounds = Number(process.env.ROUNDS ?? 40)
const receipts = Number(process.env.RECEIPTS ?? 10_000)
const minute = (at: number) => moment('2027-02-04T09:13:00Z').replace('09:13', timeOf(at)) as Receipt['madeAt']
const timeOf = (at: number) => `${String(10 + (at % 13)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

const world = receiptWorld({ agreed: receiptOfPack() })
const signature = world.sign('a text')
const pdfOf = (at: number) => sealedPdf({ ...world.receipt, madeAt: minute(at) }, world.sign)
const textOf = (at: number) => sealedText({ ...world.receipt, madeAt: minute(at) }, world.sign)
const empty = (at: number) =>
  makePdf({ title: 'Empty', author: 'Nobody', madeAt: minute(at), foot: '', parts: [], attachment: null })

console.log(
  `Load of the machine: ${(loadavg()[0] ?? 0).toFixed(1)}. A contract of ${world.receipt.text.length} letters.`,
)
console.log(ratioTable([...drawing(), ...checking('PDF', pdfOf), ...checking('plain text', textOf)]))

/** In turns, so that other work on the machine falls on both alike. */
function drawing() {
  let [floors, figures]: [number[], number[]] = [[], []]
  let at = 0
  for (let turn = 0; turn < 5; turn += 1) {
    floors = [...floors, ...processorTimes(rounds / 5, () => empty((at += 1)))]
    figures = [...figures, ...processorTimes(rounds / 5, () => pdfOf((at += 1)))]
  }
  const floorIs = 'an empty document of the same engine'
  return [
    {
      what: 'A receipt as a PDF, drawn and sealed',
      figure: median(figures),
      floor: median(floors),
      floorIs,
      unit: 'ms',
    },
    { what: 'Its size', figure: pdfOf(0).length / 1024, floor: empty(0).length / 1024, floorIs, unit: 'KB' },
  ] as const
}

/** Checks so many receipts, a dozen different ones over and over; each is read, hashed and verified anew. */
function checking(kind: string, make: (at: number) => Buffer | string) {
  const files = Array.from({ length: 12 }, (_, at) => Buffer.from(make(at)))
  const fileOf = (at: number) => files[at % files.length] ?? Buffer.alloc(0)
  const floor = secondsOf((at) => hashOf(fileOf(at)).length === 64)
  const figure = secondsOf((at) => checkReceipt(fileOf(at)).outcome === 'whole')
  const bytes = files.reduce((sum, one) => sum + one.length, 0) / files.length
  const signatures = world.receipt.signatures.length + (kind === 'PDF' ? 2 : 1)
  const signing = secondsOf((at) => hashOf(fileOf(at)).length === 64 && holdSignatures(signatures))
  const what = `Checking ${receipts.toLocaleString('en-GB')} receipts, ${kind} of ${(bytes / 1024).toFixed(0)} KB`
  return [
    { what, figure, floor, floorIs: 'SHA-256 over the same bytes', unit: 's' },
    { what, figure, floor: signing, floorIs: `that and ${signatures} bare Ed25519 checks each`, unit: 's' },
  ] as const
}

function holdSignatures(count: number): boolean {
  const publicKey = world.receipt.keys[0]?.publicKey ?? ''
  return Array.from({ length: count }).every(() => isSignedWith(publicKey, 'a text', signature))
}

function secondsOf(holds: (at: number) => boolean): number {
  const started = process.cpuUsage()
  for (let at = 0; at < receipts; at += 1) if (!holds(at)) throw new Error(`Receipt ${at} does not hold`)
  return processorSeconds(started)
}

/** Of this program alone: other work on the machine does not count. */
function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000_000
}

/** Milliseconds of processor that each of so many runs took, after one that is not counted. */
function processorTimes(count: number, run: () => unknown): readonly number[] {
  run()
  return Array.from({ length: count }, () => {
    const started = process.cpuUsage()
    run()
    return processorSeconds(started) * 1000
  })
}
