// What later areas may use of advice.
export { type DeskToday, deskToday } from './hours/desk.changes.ts'
