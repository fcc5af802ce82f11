// An escalation route of a draft as a form: for each step who does what, and how to reach them.
import { email, longText, text } from '../../../design/index.ts'
import { textOf } from '../pack/wording.ts'
import { changed, type Editor, opened } from './editor.form.ts'

export const escalation: Editor = {
  title: 'Escalation routes and contacts',
  items: (pack) => (pack.escalation ?? []).map(({ key, name }) => ({ key, name })),
  open: (pack, itemKey) => {
    const at = (pack.escalation ?? []).findIndex((route) => route.key === itemKey)
    const route = pack.escalation?.[at]
    if (!route) return null
    const where = ['escalation', at, 'steps'] as const
    return opened({
      heading: route.name,
      fields: Object.fromEntries(
        route.steps.flatMap((_, step) => [
          [`who-${step}`, text({ label: 'Who', max: 300 })],
          [`does-${step}`, longText({ label: 'Does what', max: 20_000, rows: 3 })],
          [`phone-${step}`, phone],
          [`email-${step}`, email({ label: 'E-mail address', optional: true })],
        ]),
      ),
      groups: route.steps.map((_, step) => ({
        heading: `Step ${step + 1}`,
        fields: [`who-${step}`, `does-${step}`, `phone-${step}`, `email-${step}`],
      })),
      values: Object.fromEntries(
        route.steps.flatMap((step, one) => [
          [`who-${one}`, step.who],
          [`does-${one}`, textOf(step.does)],
          [`phone-${one}`, step.contact?.phone ?? null],
          [`email-${one}`, step.contact?.email ?? null],
        ]),
      ),
      edits: (value) =>
        route.steps.flatMap((step, one) => {
          const own = (name: string) => value[`${name}-${one}`] ?? null
          const does = typeof step.does === 'string' ? [...where, one, 'does'] : [...where, one, 'does', 'text']
          const contact = withReach(step.contact ?? {}, own('phone'), own('email'))
          return [
            ...changed([...where, one, 'who'], step.who, own('who')),
            ...changed(does, textOf(step.does), own('does')),
            ...changed([...where, one, 'contact'], step.contact, Object.keys(contact).length > 0 ? contact : null),
          ]
        }),
      paths: Object.fromEntries(route.steps.map((_, one) => [`phone-${one}`, [...where, one, 'contact', 'phone']])),
    })
  },
}

const phone = text({
  label: 'Phone number',
  width: 20,
  optional: true,
  pattern: { is: /^[+\d][\d ()-]{3,40}$/, otherwise: 'Write a phone number in digits' },
})

/** A contact with its phone and e-mail as typed; in the order of the pack, nothing empty. */
function withReach<C extends object>(contact: C, phone: string | null, mail: string | null): object {
  const { phone: _, email: __, ...rest } = contact as { phone?: string; email?: string }
  const { name, ...others } = rest as { name?: string }
  return { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(mail ? { email: mail } : {}), ...others }
}
