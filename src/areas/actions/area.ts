import type { Area } from '../../platform/area.ts'
import { actionPages } from './action.pages.tsx'
import { openActionsOf } from './action.store.ts'
import { needOf } from './action.view.ts'

export const actionsArea: Area = {
  name: 'actions',
  title: 'Actions',
  pages: actionPages,
  needs: async (work) => {
    const need = needOf(await openActionsOf(work, [work.asker.person]), work.today)
    return need ? [need] : []
  },
  holds: [
    'Actions: who will do them, by when, how they stand',
    'What an action says and what was reported on it, sealed',
  ],
}
