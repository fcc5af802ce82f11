// What people wrote, as they wrote it: lines kept, either direction of writing, long words broken. Never as markup.

import type { ComponentChildren } from 'preact'

/** A person's own words: a record, a note, a comment. */
export const Written = ({ children }: { children: ComponentChildren }) => (
  <div class="app-written" dir="auto">
    {children}
  </div>
)
