// An escalation route of a draft as a form: for each step who does what, and how to reach them.
import { email, longText, text } from '../../../design/index.ts'
import type { PolicyPack } from '../pack/pack.ts'
import { textOf } from '../pack/wording.ts'
import { changed, type Editor, type Edits, opened, type Path } from './editor.form.ts'

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
      fields: Object.fromEntries(route.steps.flatMap((_, step) => stepFields(step))),
      groups: route.steps.map((_, step) => ({
        heading: `Step ${step + 1}`,
        fields: [`who-${step}`, `does-${step}`, `phone-${step}`, `email-${step}`],
      })),
      values: Object.fromEntries(route.steps.flatMap(stepValues)),
      edits: (value) =>
        route.steps.flatMap((step, one) => stepEdits(step, [...where, one], (name) => value[`${name}-${one}`] ?? null)),
      paths: Object.fromEntries(route.steps.map((_, one) => [`phone-${one}`, [...where, one, 'contact', 'phone']])),
    })
  },
}

type Step = NonNullable<PolicyPack['escalation']>[number]['steps'][number]

const stepFields = (at: number) =>
  [
    [`who-${at}`, text({ label: 'Who', max: 300 })],
    [`does-${at}`, longText({ label: 'Does what', max: 20_000, rows: 3 })],
    [`phone-${at}`, phone],
    [`email-${at}`, email({ label: 'E-mail address', optional: true })],
  ] as const

const stepValues = (step: Step, at: number): [string, string | null][] => [
  [`who-${at}`, step.who],
  [`does-${at}`, textOf(step.does)],
  [`phone-${at}`, step.contact?.phone ?? null],
  [`email-${at}`, step.contact?.email ?? null],
]

function stepEdits(step: Step, where: Path, typed: (name: string) => string | null): Edits {
  const does = typeof step.does === 'string' ? [...where, 'does'] : [...where, 'does', 'text']
  const contact = withReach(step.contact ?? {}, typed('phone'), typed('email'))
  return [
    ...changed([...where, 'who'], step.who, typed('who')),
    ...changed(does, textOf(step.does), typed('does')),
    ...changed([...where, 'contact'], step.contact, Object.keys(contact).length > 0 ? contact : null),
  ]
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
