// The log. Only declared fields can be written, by type: no addresses of pages, no names, no texts of faults that may
// quote what somebody typed. One line of JSON each (SPEC 14.4, TRUST 9).
import { createHmac } from 'node:crypto'
import pino, { type DestinationStream } from 'pino'

export type LogLine =
  | {
      readonly event: 'answered'
      readonly request: string
      readonly method: string
      /** The route's pattern ('/people/:person'), never the address that was asked for. */
      readonly route: string
      readonly status: number
      readonly milliseconds: number
      /** From `organisationMark`. */
      readonly organisation?: string
    }
  | { readonly event: 'job'; readonly job: string; readonly milliseconds: number; readonly outcome: 'done' | 'failed' }
  | ({ readonly event: 'fault'; readonly where: string } & FaultFields)
  | { readonly event: 'keys missing'; readonly files: number }
  | { readonly event: 'starting' | 'ready' | 'stopping' | 'stopped' }

/** What may be said of a fault: its kind, its code, and where in the program it happened. Its message may quote data. */
export type FaultFields = { readonly kind: string; readonly code: string; readonly at: readonly string[] }

export function faultFields(fault: unknown): FaultFields {
  if (!(fault instanceof Error)) return { kind: typeof fault, code: '', at: [] }
  const { code } = fault as { code?: unknown }
  // Only what stands behind the message, and only lines of a place's shape: a message may have lines of its own.
  const stack = fault.stack ?? ''
  const behind = stack.includes(fault.message) ? stack.slice(stack.indexOf(fault.message) + fault.message.length) : ''
  const frames = behind.split('\n').filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
  return {
    kind: fault.name,
    code: typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : '',
    at: frames
      .slice(0, 12)
      .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/[^()]*\/((?:src|dist|node_modules)\/)/, '($1')),
  }
}

/** The same organisation has the same mark in one installation's log; nobody can tell which it is without the key. */
export const organisationMark = (key: Buffer, organisation: string): string =>
  createHmac('sha256', key).update(`log\n${organisation}`).digest('hex').slice(0, 12)

export type Log = (line: LogLine) => void
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export function openLog(level: LogLevel, to?: DestinationStream): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, to)
  return ({ event, ...fields }) => {
    if (
      event === 'fault' ||
      event === 'keys missing' ||
      (event === 'job' && 'outcome' in fields && fields.outcome === 'failed')
    )
      logger.error(fields, event)
    else logger.info(fields, event)
  }
}
