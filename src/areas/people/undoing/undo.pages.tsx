// Undoing an import from its page: the button while it may be, else the reason why not.
import { Details, PostButton } from '../../../design/index.ts'
import { type Page, page } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { findImport } from '../import/import.store.ts'
import type { ImportId, StaffImport } from '../import/import.ts'
import { administrators } from '../register/register.access.ts'
import { canUndo, undoImport } from './undo.changes.ts'

export const undoPages: readonly Page[] = [
  page({
    at: 'POST /set-up/people/imports/:import/undoing',
    subject: (work: Work, params: { import: ImportId }) => findImport(work, params.import),
    access: administrators,
    answer: async (work, { subject: one }) => {
      const done = await undoImport(work, one.id)
      return done.ok ? seeOther(`/set-up/people/imports/${one.id}`) : conflict(done.reason)
    },
  }),
]

/** Under an import that was written; null for every other. */
export async function undoPart(work: Work, one: StaffImport) {
  if (one.state !== 'imported') return null
  const may = await canUndo(work, one)
  if (!may.ok) return <p class="app-quiet">{may.reason}</p>
  return (
    <Details summary="Undo this import">
      <p>
        The register says again what it said before. People whom this import added have then left, and cannot sign in.
        It can be undone as long as nobody changes the register and nothing else rests on it.
      </p>
      <PostButton action={`/set-up/people/imports/${one.id}/undoing`} variant="secondary">
        Undo this import
      </PostButton>
    </Details>
  )
}
