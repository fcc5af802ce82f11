// Signing: the name, typed by hand.
import { defineForm, text } from '../../../design/index.ts'

export const signingForm = defineForm({
  name: text({
    label: 'Type your full name',
    missing: 'Type your full name',
    max: 200,
    autocomplete: 'name',
    spellcheck: false,
  }),
})
