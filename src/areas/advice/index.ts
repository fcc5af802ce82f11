// What later areas may use of advice.
export { type DeskToday, deskToday } from './hours/desk.changes.ts'
export { type AskedOutside, askFromOutside } from './outside/outside.changes.ts'
export { type Asked, askForAdvice, handRequestOn, takeRequest } from './request/request.changes.ts'
export type { RequestId, Urgency } from './request/request.ts'
export type { Choices, Theme } from './recording/comparison.ts'
export { type AdviceWritten, writeAdvice, writeHeard, type Written } from './recording/recording.changes.ts'
