// Every page of the demonstration that its named people can reach by links: the median time to its last byte, against a
// bare Node server that sends the same bytes; and what goes over the wire, on a first visit and afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visitorOf } from './demonstration-visitor.ts'
import { median, type Measured, ratioTable, timed } from './ratio-table.ts'
import { bareServer, startProgram } from './running-service.ts'

const rounds = 9
const pagesPerPerson = 40
const data = mkdtempSync(join(tmpdir(), 'mcs-bench-'))
const service = await startProgram(['dist/main.js', '--demo', '--port', '0', '--data', data])
const rows: Measured[] = []
const seen = new Set<string>()
let largest = { path: '', kilobytes: 0 }
let assets = 0

try {
  for (const name of await visitorOf(service.address).people()) await measurePerson(name)
} finally {
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

rows.sort((a, b) => b.figure - a.figure)
console.log(ratioTable(rows))
console.log(
  ratioTable([
    { what: 'Style sheet, script and icon on the wire, once', figure: assets, unit: 'KB' },
    { what: `Largest page on the wire (${largest.path})`, figure: largest.kilobytes, unit: 'KB' },
    { what: 'First visit to it', figure: largest.kilobytes + assets, unit: 'KB' },
  ]),
)

/** Follows links from the home page, one page of each pattern, breadth first. */
async function measurePerson(name: string): Promise<void> {
  const visitor = visitorOf(service.address)
  await visitor.be(name)
  const waiting = ['/']
  for (let done = 0; waiting.length > 0 && done < pagesPerPerson; done++) {
    const path = waiting.shift() ?? '/'
    const page = await visitor.get(path)
    if (page.status !== 200 || !page.isPage) continue
    for (const link of page.links) {
      const pattern = `${name} ${patternOf(link)}`
      if (seen.has(pattern)) continue
      seen.add(pattern)
      waiting.push(link)
    }
    await measurePage(visitor, name, path, page.body)
  }
}

async function measurePage(
  visitor: ReturnType<typeof visitorOf>,
  name: string,
  path: string,
  body: string,
): Promise<void> {
  const figure = median(await timed(rounds, () => visitor.get(path)))
  const bare = await startProgram(bareServer(Buffer.byteLength(body)))
  const floor = median(await timed(rounds, async () => (await fetch(bare.address)).arrayBuffer()))
  await bare.stop()
  const kilobytes = (await visitor.wireBytes(path)) / 1024
  if (kilobytes > largest.kilobytes) largest = { path: patternOf(path), kilobytes }
  if (assets === 0) for (const asset of visitor.assetsOf(body)) assets += (await visitor.wireBytes(asset)) / 1024
  rows.push({
    what: `${patternOf(path)} as ${name}, ${kilobytes.toFixed(1)} KB`,
    figure,
    floor,
    floorIs: 'as many bytes',
    unit: 'ms',
  })
}

/** Ids taken out, so that one page of each kind is measured and nobody is named. */
function patternOf(path: string): string {
  const parts = (path.split('?')[0] ?? '').split('/')
  return parts.map((part) => (/\d/.test(part) || part.length > 30 ? ':id' : part)).join('/')
}
