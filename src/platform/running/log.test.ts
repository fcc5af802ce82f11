// The log says what happened to the service, never to whom or about what.
import { expect, test } from 'vitest'
import { faultFields, openLog, organisationMark } from './log.ts'

function lines() {
  const written: string[] = []
  return { written, log: openLog('info', { write: (text: string) => void written.push(text) }) }
}

test('an answer is one line of JSON with its route’s pattern', () => {
  const { written, log } = lines()
  log({ event: 'answered', request: 'r1', method: 'GET', route: '/people/:person', status: 200, milliseconds: 3.2 })
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ event: 'answered', route: '/people/:person', status: 200 })
})

test('a fault is told by kind, code and place, without its message', () => {
  const fault = Object.assign(new Error('Key (email)=(amina.yusuf@example.nhs.uk) already exists'), { code: '23505' })
  const { written, log } = lines()
  log({ event: 'fault', where: 'POST /people', ...faultFields(fault) })
  expect(written[0]).not.toContain('amina')
  expect(written[0]).not.toContain('already exists')
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ kind: 'Error', code: '23505' })
  expect(faultFields(fault).at.length).toBeGreaterThan(0)
})

test('a message of several lines does not get in as a place', () => {
  const fault = new Error('first\n    at the clinic she said\nlast')
  fault.stack = `Error: ${fault.message}\n    at run (/srv/app/src/platform/web/answer.ts:1:1)`
  expect(faultFields(fault).at.join('\n')).not.toContain('she said')
})

test('what was thrown and is no error is told by its type alone', () => {
  expect(faultFields('she said')).toEqual({ kind: 'string', code: '', at: [] })
  expect(faultFields(Object.assign(new Error('x'), { code: 'not a code: she said' })).code).toBe('')
})

test('an organisation is a mark that only the key ties to it', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  expect(organisationMark(one, 'a')).toBe(organisationMark(one, 'a'))
  expect(organisationMark(one, 'a')).not.toBe(organisationMark(one, 'b'))
  expect(organisationMark(one, 'a')).not.toBe(organisationMark(two, 'a'))
})
