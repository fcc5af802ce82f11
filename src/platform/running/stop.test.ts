// Stopping: once, in order, whatever fails.
import { expect, test } from 'vitest'
import { stopper } from './stop.ts'

test('parts stop in their order after the requests, once, even when told twice', async () => {
  const said: string[] = []
  const part = (name: string) => ({ name, stop: async () => void said.push(name) })
  const stop = stopper({
    drain: async () => said.push('requests'),
    parts: [part('web server'), part('jobs'), part('database')],
    onFault: () => undefined,
  })
  await Promise.all([stop(), stop()])
  expect(said).toEqual(['requests', 'web server', 'jobs', 'database'])
})

test('a part that fails to stop is told of and does not keep the database open', async () => {
  const said: string[] = []
  const stop = stopper({
    drain: async () => 0,
    parts: [
      { name: 'jobs', stop: async () => Promise.reject(new Error('no')) },
      { name: 'database', stop: async () => void said.push('database') },
    ],
    onFault: (part) => said.push(`fault: ${part}`),
  })
  await stop()
  expect(said).toEqual(['fault: jobs', 'database'])
})
