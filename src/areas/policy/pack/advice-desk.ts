// The single point of access: when the desk is open, who stands in, and where to turn when it is closed (SPEC 8.1);
// and the calendar of bank holidays on which "working day" depends.
import { strict, z } from '../../../platform/schema.ts'
import { yesNo } from '../rule/condition.ts'
import { isoDay } from '../rule/period.ts'
import { contact, key, line, source, wording } from './wording.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
  error: 'Write a time as 09:00 or 16:20; midnight at the end of the day is 24:00.',
})
const hours = strict({
  from: clock,
  to: clock,
  people: z.array(line).min(1).optional().meta({ description: 'Named people or roles on duty' }),
})
const open = z.union([z.literal('closed'), hours, z.array(hours).min(1)])

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const week = strict(
  Object.fromEntries(
    [...weekdays, 'workingDays', 'weekends', 'everyDay'].map((day) => [day, open.optional()]),
  ) as Record<string, z.ZodOptional<typeof open>>,
)

export const adviceDesk = strict({
  name: line,
  contact,
  hours: week,
  bankHolidays: z.union([z.enum(['closed', 'open as usual']), hours]),
  closedDays: z.array(strict({ day: isoDay, why: line })).optional(),
  otherwise: z
    .array(
      strict({
        key,
        when: z.enum(['closed', 'closed and urgent', 'after midnight', 'bank holiday', 'always']),
        hours: hours.optional(),
        turnTo: wording,
        contact: contact.optional(),
        source: source.optional(),
      }),
    )
    .min(1),
  takenBy: line.optional(),
  answeredBy: line.optional(),
  answerWithin: z.int().min(1).max(10_080).optional().meta({ description: 'Minutes' }),
  recordedBy: z.array(z.enum(['supervisor', 'supervisee', 'administrator'])).min(1),
  agreementNeeded: yesNo.optional(),
  source,
})

export const calendar = strict({
  region: z.enum(['England']),
  add: z
    .array(strict({ day: isoDay, name: line }))
    .optional()
    .meta({ description: 'One-off bank holidays beyond the rule' }),
  remove: z.array(isoDay).optional().meta({ description: 'Bank holidays of the rule that are not kept' }),
  source: source.optional(),
})
