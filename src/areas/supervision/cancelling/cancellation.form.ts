// The words and fields of cancelling.
import { choice, defineForm } from '../../../design/index.ts'

export const cancellationForm = defineForm({
  cause: choice({
    label: 'Why is it cancelled?',
    missing: 'Select why it is cancelled',
    options: [
      { value: 'sickness', label: 'Sickness' },
      { value: 'leave', label: 'Leave' },
      { value: 'urgent clinical work', label: 'Urgent clinical work' },
      { value: 'staffing', label: 'Not enough staff' },
      { value: 'not prepared', label: 'Not prepared' },
      { value: 'room or connection', label: 'Room or connection' },
      { value: 'moved by agreement', label: 'We agreed to move it' },
      { value: 'other', label: 'Something else' },
      {
        value: 'no longer needed',
        label: 'It is no longer needed',
        hint: 'Then nobody has to rebook it',
        divider: 'or',
      },
    ],
  }),
  way: choice({
    label: 'When it is rebooked, it comes',
    missing: 'Select how it is rebooked',
    options: [
      { value: 'in addition', label: 'in addition to the next planned session' },
      {
        value: 'instead',
        label: 'instead of the next planned session',
        hint: 'Once the new session is booked, the next planned one is cancelled',
      },
    ],
  }),
})
