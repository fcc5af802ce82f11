// Every page of the demonstration that its named people can reach by links: the median time to its last byte, against a
// bare Node server that sends the same bytes; and what goes over the wire, on a first visit and afterwards. First
// everybody walks through, asking for each kind of page once; then each kind is measured as whoever waited longest for it.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { visitorOf } from './demonstration-visitor.ts'
import { median, type Measured, ratioTable, timed } from './ratio-table.ts'
import { bareServer, startProgram } from './running-service.ts'

type Visitor = ReturnType<typeof visitorOf>
type Seen = { readonly visitor: Visitor; readonly name: string; readonly path: string; readonly took: number }

const rounds = 7
const pagesPerPerson = 60
const data = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
const load = loadavg()[0] ?? 0
const service = await startProgram(['dist/main.js', '--demo', '--port', '0', '--data', data])
const bare = await startProgram(bareServer())
const slowest = new Map<string, Seen>()
const rows: Measured[] = []
let largest = { kilobytes: 0, what: '' }
let assets = 0

try {
  for (const name of await visitorOf(service.address).people()) await walk(name)
  for (const [pattern, seen] of slowest) await measure(pattern, seen)
} finally {
  await service.stop()
  await bare.stop()
  rmSync(data, { recursive: true, force: true })
}
tell()

/** Follows links from the home page, one page of each pattern, breadth first, and remembers who waited longest. */
async function walk(name: string): Promise<void> {
  const visitor = visitorOf(service.address)
  await visitor.be(name)
  const known = new Set(['/'])
  const waiting = ['/']
  for (let done = 0; waiting.length > 0 && done < pagesPerPerson; done++) {
    const path = waiting.shift() ?? '/'
    const began = performance.now()
    const page = await visitor.get(path)
    const took = performance.now() - began
    if (page.status !== 200 || !page.isPage) continue
    for (const link of page.links) {
      if (known.has(patternOf(link))) continue
      known.add(patternOf(link))
      waiting.push(link)
    }
    const kilobytes = (await visitor.wireBytes(path)) / 1024
    if (kilobytes > largest.kilobytes) largest = { kilobytes, what: `${patternOf(path)} as ${name}` }
    if (took > (slowest.get(patternOf(path))?.took ?? 0)) slowest.set(patternOf(path), { visitor, name, path, took })
  }
}

async function measure(pattern: string, { visitor, name, path }: Seen): Promise<void> {
  const { body } = await visitor.get(path)
  const figure = median(await timed(rounds, () => visitor.get(path)))
  const same = `${bare.address}/${Buffer.byteLength(body)}`
  const floor = median(await timed(rounds, async () => (await fetch(same)).text()))
  const kilobytes = (await visitor.wireBytes(path)) / 1024
  if (assets === 0) for (const asset of visitor.assetsOf(body)) assets += (await visitor.wireBytes(asset)) / 1024
  const what = `${pattern} as ${name}, ${kilobytes.toFixed(1)} KB`
  rows.push({ what, figure, floor, floorIs: 'as many bytes', unit: 'ms' })
}

function tell(): void {
  rows.sort((a, b) => b.figure - a.figure)
  console.log(`Load of the machine before: ${load.toFixed(1)}\n\n${ratioTable(rows)}\n`)
  const middle = median(rows.map((row) => row.figure))
  console.log(
    ratioTable([
      { what: `Median of ${rows.length} kinds of page`, figure: middle, unit: 'ms' },
      { what: 'Style sheet, script and icon on the wire, once', figure: assets, unit: 'KB' },
      { what: `Largest page on the wire (${largest.what})`, figure: largest.kilobytes, unit: 'KB' },
      { what: 'First visit to it', figure: largest.kilobytes + assets, unit: 'KB' },
    ]),
  )
}

/** Ids taken out, so that one page of each kind is measured and nobody is named. */
function patternOf(path: string): string {
  const parts = (path.split('?')[0] ?? '').split('/')
  return parts.map((part) => (/\d/.test(part) || part.length > 30 ? ':id' : part)).join('/')
}
