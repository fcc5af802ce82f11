// The words and fields of offering a case.
import { defineForm, person, tick } from '../../../design/index.ts'

export const offerForm = defineForm({
  to: person({ label: 'Colleague', hint: 'Somebody who takes this family on' }),
  agreed: tick({
    label: 'Before you offer it',
    option: 'We have spoken about it, and the family’s record says who they have from now on',
    mustTick: 'Speak with your colleague first, then tick the box',
  }),
})
