// The words and fields of a rhythm in which something is planned, such as "every 4 weeks, 6 times".
import { choice, number } from '../../../design/index.ts'

/** How often, and how many: `many` asks how many there are to be; `every` goes up to `most` weeks. */
export const rhythmFields = ({ many, least = 1, most = 26 }: { many: string; least?: number; most?: number }) => ({
  every: number({ label: 'Every', min: 1, max: most }),
  unit: choice({
    label: 'Weeks or months',
    inline: true,
    options: [
      { value: 'weeks', label: 'weeks' },
      { value: 'months', label: 'months' },
    ],
  }),
  count: number({ label: many, min: least, max: 26 }),
})

/** The check of a form that has them: in months, it goes up to so many. */
export const monthsUpTo =
  (most: number) =>
  ({ every, unit }: { every: number; unit: string }) =>
    unit === 'months' && every > most ? [{ field: 'every', message: `Every must be ${most} months or fewer` }] : []
