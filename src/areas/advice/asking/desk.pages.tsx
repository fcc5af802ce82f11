// The advice desk for everybody: what is open now, before any form.
import { EmptyState } from '../../../design/index.ts'
import { anyStaff, type Page, page } from '../../../platform/web/page.ts'
import { html } from '../../../platform/web/reply.ts'
import { deskToday } from '../hours/desk.changes.ts'
import { OpenNow } from '../hours/open-now.pages.tsx'

export const deskPages: readonly Page[] = [
  page({
    at: 'GET /advice',
    access: anyStaff,
    answer: async (work) => {
      const today = await deskToday(work)
      return html({
        title: 'Advice',
        body: (
          <>
            <h1>Advice</h1>
            {today ? (
              <OpenNow today={today} at={work.moment} />
            ) : (
              <EmptyState heading="Your policy names no advice desk">
                <p>
                  Ask your line manager whom to turn to. Is somebody in danger? <a href="tel:999">Call 999</a> first.
                </p>
              </EmptyState>
            )}
          </>
        ),
      })
    },
  }),
]
