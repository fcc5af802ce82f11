export { actionForm, reportForm } from './action.form.ts'
export {
  agreeAction,
  carryAlong,
  type NewAction,
  reportOnAction,
  reportsOn,
  textOfAction,
  thingOfAction,
} from './action.changes.ts'
export { actionsFrom, findAction, openActionsOf } from './action.store.ts'
export {
  type ActionFacts,
  type ActionId,
  type ActionSource,
  type ActionState,
  byDue,
  type Report,
  type ReportOutcome,
  reportOutcomes,
  standingOf,
  toldApart,
  usualDueDay,
} from './action.ts'
