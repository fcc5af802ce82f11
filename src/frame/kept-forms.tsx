// What somebody sent after their visit had ended, shown to them again: one button sends it where it was going. A card like
// an area's, made here because it joins the front door and the design.
import { Button, Details, PostButton, PostForm, Written } from '../design/index.ts'
import type { Area, Need } from '../platform/area.ts'
import { formatMoment } from '../platform/time/words.ts'
import { dropKeptForm, findKeptForms, type KeptForm, openKeptForm } from '../platform/sign-in/visit/kept-forms.ts'
import { access, page } from '../platform/web/page.ts'
import { html, type Reply, seeOther } from '../platform/web/reply.ts'
import { firstOf } from '../platform/web/typed.ts'

/** Whoever it was that typed it: nobody else finds it at all. */
const whoTypedIt = access('The person who typed it', () => true)

export const keptFormsCard: Area = {
  name: 'kept-forms',
  title: 'What was typed before a visit ended',
  pages: [
    page({
      at: 'GET /kept-forms/:form',
      subject: (work, { form }) => openKeptForm(work, form),
      access: whoTypedIt,
      answer: (_work, { subject }) => keptFormPage(subject),
    }),
    page({
      at: 'POST /kept-forms/:form/disposal',
      subject: (work, { form }) => openKeptForm(work, form),
      access: whoTypedIt,
      answer: async (work, { subject }) => {
        await dropKeptForm(work, subject.id)
        return seeOther('/', 'Thrown away.')
      },
    }),
  ],
  needs: async (work) => (await findKeptForms(work)).map(needOf),
  holds: ['What was sent after a visit had ended, sealed, for a day at most'],
}

const needOf = (kept: Omit<KeptForm, 'form'>): Need => ({
  urgency: 'now',
  title: 'Save what you filled in before',
  reason: `Kept for you alone since ${formatMoment(kept.keptAt)}, for a day.`,
  button: { label: 'Carry on', href: `/kept-forms/${kept.id}` },
})

const own = new Set(['_csrf', '_key', '_version', '_kept'])

function keptFormPage(kept: KeptForm): Reply {
  const version = firstOf(kept.form, '_version')
  const fields = Object.entries(kept.form).filter(([name]) => !own.has(name))
  const written = fields.flatMap(([, value]) => [value].flat()).filter((text) => text.trim() !== '')
  return html({
    title: 'Carry on where you were',
    back: { href: '/', label: 'Home' },
    body: (
      <>
        <h1>Carry on where you were</h1>
        <p class="app-lede">This is not saved yet. Nothing that you filled in is lost.</p>
        <p>It is kept for you alone, for a day. Save it now, and go on from there.</p>
        <PostForm action={kept.path} idempotencyKey={firstOf(kept.form, '_key')} version={version || undefined}>
          <input type="hidden" name="_kept" value={kept.id} />
          {fields.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <Button>Save it now</Button>
        </PostForm>
        {written.length > 0 && (
          <Details summary="What you typed">
            {written.map((text) => (
              <Written>{text}</Written>
            ))}
          </Details>
        )}
        <PostButton action={`/kept-forms/${kept.id}/disposal`} variant="secondary" small>
          Throw it away
        </PostButton>
      </>
    ),
  })
}
