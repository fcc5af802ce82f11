// The chain of supervision on a director's first page: how many who supervise are supervised in time, and where it breaks, as
// totals. Safeguarding leads are told of each break by name among what they need to do.
import { FigureTiles } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import type { Work } from '../../../platform/work.ts'
import { findChain } from './chain.changes.ts'
import { figuresOf } from './chain.pages.tsx'
import { everybodyIn } from './chain.ts'

export const chainPanel: Panel = { place: 'home', order: 45, show: (work) => forDirector(work) }

async function forDirector(work: Work) {
  if (!work.asker.roles.has('director')) return null
  const all = everybodyIn(await findChain(work))
  if (all.length === 0) return null
  return (
    <section>
      <h2>The chain of supervision</h2>
      <FigureTiles figures={figuresOf(all)} />
      <p>
        <a href="/supervision-chain">See the chain of supervision</a>
      </p>
    </section>
  )
}
