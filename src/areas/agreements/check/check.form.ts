// The file that somebody wants checked.
import { defineForm, file } from '../../../design/index.ts'
import { largestReceipt } from './verification.ts'

export const checkForm = defineForm({
  file: file({
    label: 'Receipt',
    hint: 'The PDF or the plain text, as it was downloaded. A scan, a print or a copy saved anew cannot be checked',
    accept: '.pdf,.txt,application/pdf,text/plain',
    maxBytes: largestReceipt,
  }),
})
