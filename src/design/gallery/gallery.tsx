// Every component in every state, and a few whole pages made of them: for looking, for comparing, for tests.
// Served in the demonstration and in development only. Everybody in it is fictitious.

import type { ComponentChildren } from 'preact'
import type { PageContent } from '../page/page.tsx'
import { chartExamples } from './charts.tsx'
import { controlExamples } from './controls.tsx'
import { examplePages } from './example-pages.tsx'
import { formExamples } from './forms.tsx'
import { liveExamples } from './live.tsx'
import { listExamples } from './lists.tsx'
import { meetingExamples } from './meeting.tsx'
import { noteExamples } from './notes.tsx'
import { tableExamples } from './tables.tsx'

export type Example = { readonly name: string; readonly shown: ComponentChildren }
export type Section = { readonly id: string; readonly title: string; readonly examples: readonly Example[] }

export const sections: readonly Section[] = [
  controlExamples,
  noteExamples,
  listExamples,
  tableExamples,
  chartExamples,
  formExamples,
  liveExamples,
  meetingExamples,
]

/** The gallery (no name), or one of its example pages; null when there is none of that name. */
export function galleryPage(name = ''): PageContent | null {
  if (name !== '') return examplePages[name] ?? null
  return { title: 'Gallery', body: <Gallery />, back: { href: '/', label: 'Home' } }
}

/** The names of the example pages, for links and tests. */
export const galleryNames: readonly string[] = Object.keys(examplePages)

const Gallery = () => (
  <>
    <h1>Gallery</h1>
    <p class="app-lede">Every component in every state. All people and teams here are fictitious.</p>
    <h2>Whole pages</h2>
    <ul>
      {Object.entries(examplePages).map(([name, page]) => (
        <li>
          <a href={`/gallery/${name}`}>{page.title}</a>
        </li>
      ))}
    </ul>
    <h2>Parts</h2>
    <ul>
      {sections.map(({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
    {sections.map((section) => (
      <GallerySection {...section} />
    ))}
  </>
)

const GallerySection = ({ id, title, examples }: Section) => (
  <section aria-labelledby={id} class="app-gallery">
    <h2 id={id}>{title}</h2>
    {examples.map(({ name, shown }) => (
      <div class="app-gallery__example">
        <h3 class="nhsuk-heading-s">{name}</h3>
        {shown}
      </div>
    ))}
  </section>
)
