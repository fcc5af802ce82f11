// The words and fields of putting a session off, and of commenting on it.
import { choice, defineForm, type Form, longText } from '../../../design/index.ts'
import { identifiesNobody } from '../../records/index.ts'
import { cancellationForm } from '../cancelling/cancellation.form.ts'
import { LONGEST_COMMENT } from './postponement.ts'

export type PostponementForm = Form<{ readonly whom: string; readonly way: 'instead' | 'in addition' }>

/** Whom it is put off for, of a group; and how the new date stands to the next planned session. */
export const postponementForm: PostponementForm = defineForm({
  whom: choice({ label: 'What is put off?', missing: 'Select what is put off' }),
  way: cancellationForm.fields.way as ReturnType<typeof choice<'instead' | 'in addition'>>,
}) as PostponementForm

export const commentForm = defineForm({
  comment: longText({
    label: 'Your comment',
    hint: 'For you and your supervisor alone. No names or numbers',
    max: LONGEST_COMMENT,
    rows: 4,
  }),
  identifiesNobody,
})
