// Renewing a contract on one page: first each looks back alone, then both read, then the next text begins (SPEC 4.4).
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, data, type Reply, seeOther } from '../../../platform/web/reply.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import { type Day, parseDay } from '../../../platform/time/day.ts'
import type { Work } from '../../../platform/work.ts'
import { partiesOfAgreement } from '../agreement/agreement.access.ts'
import type { Agreement, AgreementId } from '../agreement/agreement.ts'
import { findAgreement } from '../agreement/agreement.store.ts'
import { lookBackForm, lookBackTexts } from './look-back.form.ts'
import { beginNext, keepLookBack, type Renewal, renewalOf, sendOwnLookBack } from './renewal.changes.ts'
import { renewalPage } from './renewal-page.pages.tsx'

const about = {
  subject: (work: Work, { agreement }: { agreement: AgreementId }) => findAgreement(work, agreement),
  access: partiesOfAgreement,
}

export const renewalPages: readonly Page[] = [
  page({
    at: 'GET /agreements/:agreement/renewal',
    ...about,
    answer: async (work, { subject, query }) => {
      const meetingOn = parseDay(query('for'))
      return renewalPage(work, await renewalOf(work, subject, { meetingOn }), { meetingOn })
    },
  }),
  page({
    at: 'POST /agreements/:agreement/look-back/draft',
    ...about,
    quiet: true,
    answer: (work, { subject, form }) => autosave(work, subject, form),
  }),
  page({
    at: 'POST /agreements/:agreement/look-back',
    ...about,
    answer: (work, { subject, form }) => save(work, subject, { form, sends: false }),
  }),
  page({
    at: 'POST /agreements/:agreement/look-back/sending',
    ...about,
    answer: (work, { subject, form }) => save(work, subject, { form, sends: true }),
  }),
  page({
    at: 'POST /agreements/:agreement/renewal',
    ...about,
    answer: async (work, { subject }) => {
      const done = await beginNext(work, await renewalOf(work, subject))
      if (!done.ok) return conflict(done.reason)
      return seeOther(`/agreements/${done.value}`, 'The new one has been begun from the present text')
    },
  }),
]

/** The day that the two want to meet, where the form came from a booking. */
const meetingIn = (form: Typed): Day | null => parseDay(firstOf(form, 'for'))

async function autosave(work: Work, agreement: Agreement, form: Typed): Promise<Reply> {
  const renewal = await renewalOf(work, agreement, { meetingOn: meetingIn(form) })
  const texts = lookBackTexts(lookBackForm(renewal.asks.questions).typed(form))
  const done = await keepLookBack(work, renewal, { texts, fromSave: Number(firstOf(form, '_version')) })
  return done.ok ? data({ version: done.value.save }) : data({ reason: done.reason }, 409)
}

/** Keeps or sends what was typed; the page comes back with everything when something is missing. */
async function save(
  work: Work,
  agreement: Agreement,
  { form, sends }: { form: Typed; sends: boolean },
): Promise<Reply> {
  const meetingOn = meetingIn(form)
  const renewal = await renewalOf(work, agreement, { meetingOn })
  const shape = lookBackForm(renewal.asks.questions)
  const reading = shape.read(form)
  if (!reading.ok) return renewalPage(work, renewal, { meetingOn, state: reading })
  const what = { texts: lookBackTexts(reading.value), fromSave: Number(firstOf(form, '_version')) }
  const done = sends ? await sendOwnLookBack(work, renewal, what) : await keepLookBack(work, renewal, what)
  if (!done.ok) return renewalPage(work, renewal, { meetingOn, state: shape.refused(form, done) })
  return seeOther(`/agreements/${agreement.id}/renewal`, sends ? sentWords(renewal) : 'Saved. Only you can read it.')
}

const sentWords = ({ lookBacks, own }: Renewal): string =>
  lookBacks.some((one) => one.id !== own?.id && one.sentAt !== null)
    ? 'Sent. Now you can both read what the other wrote.'
    : 'Sent. You will read what the other wrote once they have sent theirs.'
