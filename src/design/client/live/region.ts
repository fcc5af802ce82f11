// The live part of a page, as the parts of the live script see it.

export type Region = {
  readonly element: HTMLElement
  /** Asks for the page and shows it; asked for again meanwhile, it asks once more. */
  readonly refresh: () => Promise<void>
  /** Shows what came, unless something later is on the screen. `settled` is the form whose answer it is. */
  readonly take: (fresh: HTMLElement, settled?: HTMLFormElement) => void
  /** Shows a line to this person alone; '' takes it away. */
  readonly note: (words: string) => void
}

/** The live part of a page that came as text. */
export const liveIn = (html: string): HTMLElement | null =>
  new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-live]')

/** The version that a live part shows. */
export const versionOf = (element: HTMLElement): number => Number(element.dataset.liveVersion ?? 0)
