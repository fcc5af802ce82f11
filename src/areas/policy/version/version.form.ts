// The forms of policy versions: bringing in a file, editing the text, approving.
import { date, defineForm, file, longText, text } from '../../../design/index.ts'

export const importForm = defineForm({
  file: file({
    label: 'Policy pack file',
    hint: 'A YAML file, at most 2 MB.',
    accept: '.yaml,.yml',
    maxBytes: 2_000_000,
  }),
  note: text({ label: 'What is this version for?', hint: 'For the list of versions.', optional: true, max: 200 }),
})

export const textForm = defineForm({
  text: longText({ label: 'Text of the pack', rows: 30, max: 2_000_000, spellcheck: false }),
  note: text({ label: 'What did you change?', optional: true, max: 200 }),
})

export const approvalForm = defineForm({
  from: date({
    label: 'In force from',
    hint: 'From this day figures follow the new version. The first version of a policy may begin in the past.',
  }),
})
