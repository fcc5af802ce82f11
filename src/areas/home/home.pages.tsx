// The first page: a short list in order of urgency, each line a sentence with its reason and one button (DESIGN 1).
import { NeedList } from '../../design/index.ts'
import { formatWeekday } from '../../platform/time/words.ts'
import { anyStaff, page } from '../../platform/web/page.ts'
import { html } from '../../platform/web/reply.ts'
import type { Page } from '../../platform/web/page.ts'
import { WhoSeesWhat } from './who-sees-what.pages.tsx'

export const homePages: readonly Page[] = [
  page({
    at: 'GET /',
    access: anyStaff,
    answer: async (work) => {
      const needs = await work.needs()
      const panels = await work.panels('home', work.asker.person)
      return html({
        title: 'What you need to do',
        body: (
          <>
            <h1>What you need to do</h1>
            <p class="app-quiet">{formatWeekday(work.today)}</p>
            <NeedList
              needs={needs}
              nothing={<p>Nothing waits for you. New things appear here as soon as they come.</p>}
            />
            {panels}
          </>
        ),
      })
    },
  }),
  page({
    at: 'GET /help/who-sees-what',
    access: anyStaff,
    answer: () => html({ title: 'Who sees what', body: <WhoSeesWhat /> }),
  }),
]
