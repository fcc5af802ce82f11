// The fields of a post, said once: to begin one, to change one from a day on, to end one.
import { choice, date, defineForm, number, person, text, yesNo } from '../../../design/index.ts'
import { postKinds } from './post.ts'

const kinds = postKinds.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))

const facts = {
  unit: choice({ label: 'Team', as: 'select', optional: true }),
  staffGroup: choice({
    label: 'Staff group',
    hint: 'It decides which supervision is needed',
    as: 'select',
    optional: true,
  }),
  profession: text({ label: 'Profession or role', max: 200, width: 30, optional: true }),
  band: text({ label: 'Band or grade', hint: 'Such as 6 or 8a', max: 40, width: 10, optional: true }),
  trainingStage: text({
    label: 'Training stage',
    width: 20,
    hint: 'Such as student or newly qualified',
    max: 100,
    optional: true,
  }),
  hoursPerWeek: number({
    label: 'Hours a week',
    hint: 'Leave empty when they vary',
    min: 0,
    max: 168,
    decimals: 2,
    optional: true,
  }),
  kind: choice({ label: 'Kind of post', options: kinds, as: 'select' }),
  caseload: yesNo({ label: 'Carries a caseload in this post', optional: true }),
  manager: person({ label: 'Line manager', optional: true }),
}

export const newPostForm = defineForm({
  from: date({ label: 'First day' }),
  ...facts,
  to: date({ label: 'Last day', hint: 'Only when it is known already', optional: true }),
})

export const changePostForm = defineForm({
  from: date({ label: 'The change holds from', hint: 'What was before stays on record' }),
  ...facts,
})

export const endPostForm = defineForm({ lastDay: date({ label: 'Last day in this post' }) })
