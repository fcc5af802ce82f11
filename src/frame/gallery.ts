// The gallery of components, served in the demonstration only.
import { galleryNames, galleryPage } from '../design/index.ts'
import type { DoorPage } from '../platform/web/door-page.ts'
import { html, notFound } from '../platform/web/reply.ts'

const answer = (name: string) => {
  const page = galleryPage(name)
  return page === null ? notFound() : html({ title: page.title, body: page.body, back: page.back, wide: page.wide })
}

export const galleryPages: readonly DoorPage[] = [
  { at: 'GET /gallery', who: 'anyone', answer: () => answer('') },
  ...galleryNames.map((name): DoorPage => ({ at: `GET /gallery/${name}`, who: 'anyone', answer: () => answer(name) })),
]
