// The words and fields of bringing something to a peer review, and of its register.
import { choice, defineForm, longText, person, text } from '../../../design/index.ts'

export const itemForm = defineForm({
  kind: choice({
    label: 'What do you bring?',
    missing: 'Select what you bring',
    options: [
      { value: 'case', label: 'A case' },
      { value: 'learning', label: 'A serious case review, or something else to learn from' },
    ],
  }),
  reference: text({
    label: 'How it is known',
    hint: 'A case by its local reference and initials at most; a review by its published title',
    called: 'how it is known',
    max: 120,
  }),
  why: longText({
    label: 'What you would like to look at together',
    hint: 'Whoever facilitates reads it, and those who come. No names, dates of birth or addresses',
    optional: true,
    max: 2000,
    rows: 3,
  }),
})

export const registerForm = defineForm({ person: person({ label: 'Who is here without a device?' }) })
