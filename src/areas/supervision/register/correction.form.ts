// The words and fields of putting a closed register right.
import { choice, defineForm, person } from '../../../design/index.ts'
import { type CorrectionReason, reasonsOff, reasonsOn } from './correction.ts'

const wordsOn: Readonly<Record<(typeof reasonsOn)[number], string>> = {
  'not entered': 'They were there and were not entered',
  'came late': 'They came later, when the register was closed',
  'wrong person': 'Somebody else was entered in their place',
}
const wordsOff: Readonly<Record<(typeof reasonsOff)[number], string>> = {
  'was not there': 'They were not there',
  'entered by mistake': 'They were entered by mistake',
  'wrong person': 'They were entered in the place of somebody else',
}

export const puttingOnForm = defineForm({
  person: person({ label: 'Who was there?', hint: 'Somebody whom the forum invites' }),
  reason: choice({
    label: 'Why were they not on it?',
    missing: 'Select why they were not on it',
    options: reasonsOn.map((value) => ({ value, label: wordsOn[value] })),
  }),
})

export const takingOffForm = defineForm({
  person: choice({ label: 'Who was not there?', missing: 'Select who was not there' }),
  reason: choice({
    label: 'Why were they on it?',
    missing: 'Select why they were on it',
    options: reasonsOff.map((value) => ({ value, label: wordsOff[value] })),
  }),
})

/** A reason as the page of the peer review says it. */
export const reasonWords = ({ reason, nowOn }: { reason: CorrectionReason; nowOn: boolean }): string =>
  nowOn
    ? wordsOn[reasonsOn.find((one) => one === reason) ?? 'not entered']
    : wordsOff[reasonsOff.find((one) => one === reason) ?? 'was not there']
