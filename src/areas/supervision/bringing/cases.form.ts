// Which cases come to a session: for each one yes or no, and why not.
import { choice, defineForm, type Form, onlyWhen, longText } from '../../../design/index.ts'
import { calledCase, type OwnCase } from './own-case.ts'
import { LONGEST_WHY } from './session-case.ts'

export type Comes = 'brought' | 'left out'
export type CasesForm = Form<Readonly<Record<string, string | null>>>

/** The names of a case's two fields. */
export const comesField = (id: string): string => `comes-${id}`
export const whyField = (id: string): string => `why-${id}`

/** A choice for each case, with the reason under "no". */
export function casesForm(cases: readonly Pick<OwnCase, 'opened'>[]): CasesForm {
  const fields = cases.flatMap(({ opened }) => [
    [
      comesField(opened.id),
      choice({
        label: `Does ${calledCase(opened)} come?`,
        missing: `Say whether ${calledCase(opened)} comes`,
        inline: true,
        options: [
          { value: 'brought', label: 'Yes' },
          { value: 'left out', label: 'No, not this time' },
        ],
      }),
    ],
    [
      whyField(opened.id),
      onlyWhen(
        comesField(opened.id),
        'left out',
        longText({
          label: 'Why not this time?',
          hint: 'Your supervisor reads this',
          missing: `Say why ${calledCase(opened)} does not come this time`,
          rows: 2,
          max: LONGEST_WHY,
        }),
      ),
    ],
  ])
  return defineForm(Object.fromEntries(fields)) as CasesForm
}

/** What stands, and yes for a case that meets a criterion and was not decided on: it comes unless something speaks against it. */
export const casesValues = (cases: readonly OwnCase[]): Record<string, string> =>
  Object.fromEntries(
    cases.flatMap(({ opened, choice: made, why }) => [
      [comesField(opened.id), made === 'undecided' ? (opened.meetsCriterion ? 'brought' : '') : made],
      [whyField(opened.id), why],
    ]),
  )
