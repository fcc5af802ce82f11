// What was asked, what was added, and where the desk said to turn: for whoever reads the intake part.
import { Written } from '../../../design/index.ts'
import type { Work } from '../../../platform/work.ts'
import { openTexts } from '../../records/index.ts'
import { aboutIntake } from '../request/request.changes.ts'
import { entryWords } from '../request/request.view.ts'
import type { Shown } from './request-page.pages.tsx'

/** The words of the intake part, each with who wrote them and when; every opening leaves its line. */
export async function Asked(work: Work, { request, entries, nameOf, isCaller }: Shown) {
  const written = entries.filter(({ kind }) => kind === 'asked' || kind === 'added' || kind === 'sent elsewhere')
  const parts = []
  for (const entry of written) {
    const { texts } = await openTexts(work, { about: aboutIntake(request.id), version: entry.number })
    parts.push({ entry, texts })
  }
  return (
    <section>
      <h2>What was asked</h2>
      {parts.map(({ entry, texts }) => (
        <>
          <p class="app-quiet">{entryWords(entry, { request, nameOf })}</p>
          <Written>{texts.details ?? texts.words ?? ''}</Written>
          {texts.phone !== undefined && (
            <p>
              {isCaller ? 'They ring you on' : 'Ring'}{' '}
              <a href={`tel:${texts.phone.replaceAll(/[^+\d]/g, '')}`}>{texts.phone}</a>
            </p>
          )}
        </>
      ))}
    </section>
  )
}
