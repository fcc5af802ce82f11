// What moves a meeting on, as it is asked of it: coming and going, stages, turns, time, parts, the end.
import type { Day } from '../../../platform/time/day.ts'
import { firstOf } from '../../../platform/web/typed.ts'
import { type AskedReading, askedBy, button, numberIn, personIn, stepOf, type Sent } from './asked.form.ts'
import {
  arrivalForm,
  callForm,
  departureForm,
  finishForm,
  handoverForm,
  minutesForm,
  nextDateForm,
  presenterForm,
  roleForm,
} from './deeds.form.ts'

/** Somebody is here. */
export const arrivalAsked = (sent: Sent): AskedReading =>
  firstOf(sent.form, 'way') === 'others'
    ? askedBy(arrivalForm, sent, ({ arrives }) => ({
        type: 'arrive',
        person: personIn(arrives, sent),
        way: 'in the room',
      }))
    : button(sent, {
        type: 'arrive',
        person: sent.shown.view.me.person,
        way: firstOf(sent.form, 'way') === 'in the room' ? 'in the room' : 'own device',
      })

/** Somebody goes. */
export const departureAsked = (sent: Sent): AskedReading =>
  sent.shown.view.me.isFacilitator
    ? askedBy(departureForm, sent, ({ departs }) => ({ type: 'leave', person: personIn(departs, sent) }))
    : button(sent, { type: 'leave', person: sent.shown.view.me.person })

/** The ground rules were read again. */
export const recollectionAsked = (sent: Sent): AskedReading =>
  button(sent, { type: 'recall ground rules', person: sent.shown.view.me.person })

/** The set begins. */
export const beginningAsked = (sent: Sent): AskedReading => button(sent, { type: 'begin' })

/** To the next stage, or back. */
export const movesAsked = (sent: Sent): AskedReading =>
  button(sent, { type: firstOf(sent.form, 'to') === 'back' ? 'go back' : 'move on', step: stepOf(sent) })

/** A turn passed on, given, or another round. */
export function turnAsked(sent: Sent): AskedReading {
  const how = firstOf(sent.form, 'how')
  if (how === 'call')
    return askedBy(callForm, sent, ({ call }) => ({ type: 'give turn', to: personIn(call, sent) }), { to: 'call' })
  const lap = numberIn(sent.form, 'lap')
  if (how === 'again') return button(sent, { type: 'another round', lap })
  return button(sent, { type: 'finish turn', step: stepOf(sent), turn: numberIn(sent.form, 'turn'), lap })
}

/** Who presents. */
export const presenterAsked = (sent: Sent): AskedReading =>
  askedBy(presenterForm, sent, (value) => ({ type: 'name presenter', person: personIn(value.presenter, sent) }), {
    person: 'presenter',
  })

/** A part given to somebody. */
export const rolesAsked = (sent: Sent): AskedReading =>
  askedBy(
    roleForm,
    sent,
    (value) => ({ type: 'give role', role: value.role, person: personIn(value['role-person'], sent) }),
    { role: 'role', person: 'role-person' },
  )

/** More time for the stage or the meeting, or what is left shared out. */
export function timeAsked(sent: Sent): AskedReading {
  const how = firstOf(sent.form, 'how')
  if (how === 'share') return button(sent, { type: 'share out what is left', step: stepOf(sent) })
  if (how === 'meeting')
    return askedBy(minutesForm, sent, ({ minutes }) => ({ type: 'lengthen meeting', minutes }), { minutes: 'minutes' })
  return button(sent, { type: 'lengthen stage', minutes: numberIn(sent.form, 'by'), step: stepOf(sent) })
}

/** Pausing and going on. */
export const pauseAsked = (sent: Sent): AskedReading =>
  button(sent, { type: firstOf(sent.form, 'on') === 'resume' ? 'resume' : 'pause' })

const withButton = { deputy: 'step in', accept: 'take over', end: 'end offer' } as const

/** Another facilitator: asked, accepting, or not; the deputy for one who is gone. */
export function handoverAsked(sent: Sent): AskedReading {
  const how = firstOf(sent.form, 'how')
  return how === 'deputy' || how === 'accept' || how === 'end'
    ? button(sent, { type: withButton[how] })
    : askedBy(handoverForm, sent, (value) => ({ type: 'hand over', to: personIn(value['hand-to'], sent) }), {
        to: 'hand-to',
      })
}

/** The date of the next meeting. */
export const nextDateAsked = (sent: Sent): AskedReading =>
  askedBy(
    nextDateForm,
    sent,
    (value) => ({ type: 'agree next date', day: value['next-day'] as Day, time: value['next-time'] }),
    { day: 'next-day', time: 'next-time' },
  )

/** The end. */
export const finishAsked = (sent: Sent): AskedReading =>
  askedBy(finishForm, sent, (value) => ({ type: 'finish', words: value['finish-words'] }), { words: 'finish-words' })
