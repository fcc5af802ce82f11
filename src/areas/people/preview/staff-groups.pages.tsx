// Words of the file that the policy does not have as staff groups: said once what each means, and remembered.
import { Button, PostForm, Select } from '../../../design/index.ts'
import { nearestWord } from '../../../platform/nearest-word.ts'
import { type Page, page, type Typed } from '../../../platform/web/page.ts'
import { conflict, seeOther } from '../../../platform/web/reply.ts'
import type { Work } from '../../../platform/work.ts'
import { explainStaffGroups } from '../import/import.changes.ts'
import { findImport } from '../import/import.store.ts'
import type { ImportId, StaffImport } from '../import/import.ts'
import { findUnknownStaffGroups } from '../import/refused.store.ts'
import { administrators } from '../register/register.access.ts'

const subject = (work: Work, params: { import: ImportId }) => findImport(work, params.import)

export const staffGroupPages: readonly Page[] = [
  page({
    at: 'POST /set-up/people/imports/:import/staff-groups',
    subject,
    access: administrators,
    answer: async (work, { subject, form }) => {
      const done = await explainStaffGroups(work, subject.id, await meaningsIn(work, subject, form))
      return done.ok ? seeOther(`/set-up/people/imports/${subject.id}`, 'Staff groups saved') : conflict(done.reason)
    },
  }),
]

/** Words of this file by their place in the list; only known staff groups, or to be kept as they are. */
async function meaningsIn(work: Work, one: StaffImport, form: Typed): Promise<Map<string, string>> {
  const known = new Set((await work.ask('staff groups', one.choices?.from ?? work.today)).map(({ key }) => key))
  const meanings = new Map<string, string>()
  for (const { word } of await findUnknownStaffGroups(work, one.id)) {
    const meant = form[`meant-${word}`]
    if (meant === keep) meanings.set(word, '')
    else if (typeof meant === 'string' && known.has(meant)) meanings.set(word, meant)
  }
  return meanings
}

const keep = '-keep-'

/** On the preview: one choice for each unknown word; the nearest staff group is suggested. */
export async function UnknownGroups({ work, one }: { work: Work; one: StaffImport }) {
  const unknown = await findUnknownStaffGroups(work, one.id)
  if (unknown.length === 0) return <></>
  const known = await work.ask('staff groups', one.choices?.from ?? work.today)
  const options = known.map(({ key, name }) => ({ value: key, text: name }))
  return (
    <section>
      <h2>Staff groups that the policy does not have</h2>
      <p>Say what each means. It is remembered, and the file is checked again.</p>
      <PostForm action={`/set-up/people/imports/${one.id}/staff-groups`}>
        {unknown.map(({ word, rows }, at) => {
          const near = nearestWord(
            word,
            known.map(({ name }) => name),
          )
          return (
            <Select
              id={`meant-${at}`}
              name={`meant-${word}`}
              label={{ text: `“${word}” (${rows} ${rows === 1 ? 'row' : 'rows'})` }}
              hint={near === null ? undefined : { text: `Nearest: ${near}` }}
              items={[
                { value: '', text: 'Leave these rows out' },
                { value: keep, text: 'Keep as it is: no supervision follows from it' },
                ...options,
              ]}
            />
          )
        })}
        <Button variant="secondary">Check again with these</Button>
      </PostForm>
    </section>
  )
}
