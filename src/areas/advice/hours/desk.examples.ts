// Desks for tests and examples: a policy's part of each.
import type { PolicyPack } from '../../policy/index.ts'

type PackDesk = NonNullable<PolicyPack['adviceDesk']>

const number = { phone: '01632 960123' }
const recordedBy: PackDesk['recordedBy'] = ['supervisor', 'supervisee']
const base = { recordedBy, source: 'own', contact: number }

/** Weekdays 9am to 4:20pm, as the shipped safeguarding policy has it. */
const trust: PackDesk = {
  ...base,
  name: 'Single point of access',
  hours: { workingDays: { from: '09:00', to: '16:20', people: ['Duty advisor'] }, weekends: 'closed' },
  bankHolidays: 'closed',
  otherwise: [
    { key: 'on-call', when: 'closed', turnTo: 'The on-call manager' },
    { key: 'urgent', when: 'closed and urgent', turnTo: 'The emergency duty team or the police' },
  ],
}

/** Shorter on Fridays, different people by day, a standby after midnight, a closed day of its own. */
const friday: PackDesk = {
  ...base,
  name: 'Duty line',
  hours: {
    monday: { from: '08:30', to: '17:00', people: ['Nadia Rahman'] },
    workingDays: { from: '08:30', to: '17:00', people: ['Tom Whitfield'] },
    friday: { from: '08:30', to: '15:00', people: ['Catriona Reid'] },
  },
  bankHolidays: 'closed',
  closedDays: [{ day: '2026-12-24', why: 'Training day of the service' }],
  otherwise: [
    { key: 'evening', when: 'closed', hours: { from: '15:00', to: '24:00' }, turnTo: 'The evening manager' },
    { key: 'standby', when: 'after midnight', turnTo: 'The night standby' },
    { key: 'holiday', when: 'bank holiday', turnTo: 'The holiday rota' },
    { key: 'urgent', when: 'closed and urgent', turnTo: 'The police' },
  ],
}

/** Two spells on Wednesdays, Saturdays too, shorter on bank holidays. */
const federation: PackDesk = {
  ...base,
  name: 'Federation line',
  hours: {
    workingDays: { from: '08:00', to: '18:30' },
    wednesday: [
      { from: '08:00', to: '12:30' },
      { from: '14:00', to: '18:30' },
    ],
    saturday: { from: '09:00', to: '17:00', people: ['Enhanced access hub'] },
    sunday: 'closed',
  },
  bankHolidays: { from: '10:00', to: '14:00' },
  otherwise: [{ key: 'closed', when: 'closed', turnTo: 'The service that is open' }],
}

/** Every day from 7am to midnight. */
const ambulance: PackDesk = {
  ...base,
  name: 'Clinical line',
  hours: { everyDay: { from: '07:00', to: '24:00' } },
  bankHolidays: 'open as usual',
  answerWithin: 15,
  otherwise: [
    { key: 'night', when: 'after midnight', hours: { from: '00:00', to: '07:00' }, turnTo: 'The tactical commander' },
    { key: 'always', when: 'always', turnTo: 'The police, if a crew is in danger' },
  ],
}

/** Sunday nights through the hours that clock changes leave out or have twice; Saturday till midnight. */
const nights: PackDesk = {
  ...base,
  name: 'Night line',
  hours: {
    saturday: { from: '22:00', to: '24:00' },
    sunday: { from: '00:00', to: '01:30' },
    monday: { from: '01:30', to: '03:00' },
  },
  bankHolidays: 'open as usual',
  otherwise: [{ key: 'day', when: 'closed', hours: { from: '09:00', to: '02:00' }, turnTo: 'The day line' }],
}

/** From 1:30am on Sundays: a time that the March night leaves out and the October night has twice. */
const dawn: PackDesk = {
  ...base,
  name: 'Dawn line',
  hours: { sunday: { from: '01:30', to: '05:00' } },
  bankHolidays: 'open as usual',
  otherwise: [{ key: 'day', when: 'closed', turnTo: 'The day line' }],
}

/** Never closes. */
const always: PackDesk = {
  ...base,
  name: 'Day and night',
  hours: { everyDay: { from: '00:00', to: '24:00' } },
  bankHolidays: 'open as usual',
  otherwise: [{ key: 'closed', when: 'closed', turnTo: 'Nobody needs this' }],
}

export const exampleDesks = { trust, friday, federation, ambulance, nights, dawn, always }
export type ExampleDesk = keyof typeof exampleDesks
