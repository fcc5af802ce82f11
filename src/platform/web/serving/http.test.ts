import { mkdtemp, readdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { describe, expect, it, vi } from 'vitest'
import { newOrganisation, testComposition } from '../../../../test/composition.ts'
import { testService } from '../../../../test/service.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { serviceLook } from '../../../frame/look.ts'
import type { Area } from '../../area.ts'
import { newId } from '../../ids.ts'
import { access, anyStaff, page } from '../page.ts'
import { html, seeOther } from '../reply.ts'
import { buildHttp } from './http.ts'

const database = await testDatabase()
let acted = 0
/** How often a deed trips over somebody else's before it can be kept. */
let trips = 0
const tripped = () => Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' })
const area: Area = {
  name: 'records',
  title: 'Rehearsal',
  pages: [
    page({
      at: 'GET /things',
      access: anyStaff,
      answer: () => html({ title: 'Things', body: h('h1', null, 'Things') }),
    }),
    page({
      at: 'GET /things/:thing',
      subject: async (_work, { thing }) => (thing.startsWith('0') ? { thing } : null),
      access: access<{ thing: string }>('Nobody', () => false),
      answer: () => html({ title: 'Thing', body: h('h1', null, 'Thing') }),
    }),
    page({
      at: 'GET /closed',
      access: access('Administrators', (asker) => asker.roles.has('administrator'), 'not allowed'),
      answer: () => html({ title: 'Closed', body: h('p', null, '') }),
    }),
    page({
      at: 'POST /things/deed',
      access: anyStaff,
      answer: async () => {
        acted += 1
        return seeOther(`/things?done=${acted}`, 'Done')
      },
    }),
    page({
      at: 'POST /things/twice',
      access: anyStaff,
      answer: async () => {
        if (trips > 0) {
          trips -= 1
          throw tripped()
        }
        acted += 1
        return seeOther('/things', 'Done')
      },
    }),
    page({
      at: 'POST /closed/file',
      takesFiles: true,
      access: access('Administrators', (asker) => asker.roles.has('administrator'), 'not allowed'),
      answer: () => seeOther('/things'),
    }),
    page({
      at: 'POST /things/mistake',
      access: anyStaff,
      answer: () => html({ status: 422, title: 'Again', body: h('h1', null, 'Again') }),
    }),
  ],
}
const service = await testService(database, { areas: [area] })
const organisation = await newOrganisation(database)
const amina = service.visitor(organisation, newId())

describe('a page', () => {
  it('is shown in the frame, with strict headers', async () => {
    const page = await amina.get('/things')
    expect(page).toMatchObject({ status: 200, heading: 'Things', title: 'Things – Manage clinical supervision' })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
  })

  it('asks a stranger to sign in and remembers where they were going', async () => {
    const page = await service.stranger().get('/things?x=1')
    expect(page).toMatchObject({ status: 303, location: '/sign-in?next=%2Fthings%3Fx%3D1' })
  })

  it('is not found, in the same words, when it is not there, not theirs, or no id', async () => {
    const [missing, hidden, noId, nowhere] = [
      await amina.get(`/things/1${newId().slice(1)}`),
      await amina.get(`/things/0${newId().slice(1)}`),
      await amina.get('/things/robots.txt'),
      await amina.get('/nowhere'),
    ]
    for (const page of [missing, hidden, noId]) {
      expect(page.status).toBe(404)
      expect(page.text).toBe(missing.text)
    }
    expect(nowhere.status).toBe(404)
  })

  it('says for whom it is when it may be known', async () => {
    const page = await amina.get('/closed')
    expect(page).toMatchObject({ status: 403, heading: 'You cannot do this' })
    expect(page.text).toContain('This page is for: Administrators.')
  })
})

describe('a change', () => {
  it('acts once, however often the same form is sent', async () => {
    const before = acted
    const key = newId()
    const first = await amina.post('/things/deed', { _key: key })
    const again = await amina.post('/things/deed', { _key: key })
    expect(acted).toBe(before + 1)
    expect([first.status, again.status, again.location]).toEqual([303, 303, first.location])
  })

  it('is not done, and is not said to be done, with the key of another form', async () => {
    const key = newId()
    await amina.post('/things/deed', { _key: key })
    const other = await amina.post('/things/mistake', { _key: key })
    expect(other.status).toBe(409)
    expect(other.location).toBeNull()
  })

  it('takes no file where none is asked for, and no form that is too large, and leaves nothing behind', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'mcs-http-test-'))
    vi.stubEnv('TMPDIR', scratch)
    const done = acted
    const files = { surprise: { name: '../../etc/surprise', body: 'x'.repeat(5_000) } }
    expect((await amina.upload('/things/deed', {}, files)).status).toBe(413)
    const large = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field-${at}`, 'x'.repeat(100_000)]))
    expect((await amina.upload('/things/deed', large, {})).status).toBe(413)
    expect((await amina.upload('/things/deed', { note: 'small' }, {})).status).toBe(303)
    expect(acted).toBe(done + 1)
    vi.unstubAllEnvs()
    await vi.waitFor(async () => expect(await readdir(scratch)).toEqual([]))
    await rmdir(scratch)
  })

  it('turns somebody who may not send a file away before any of it is read', async () => {
    vi.stubEnv('TMPDIR', join(tmpdir(), 'mcs-no-such-folder'))
    const sent = await amina.upload('/closed/file', {}, { file: { name: 'staff.csv', body: 'x'.repeat(500_000) } })
    vi.unstubAllEnvs()
    expect(sent).toMatchObject({ status: 403, heading: 'You cannot do this' })
    expect(sent.text).toContain('This page is for: Administrators.')
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'says so when a form in parts (%s) does not say where they begin or end',
    async (type) => {
      const visit = service.openVisit(organisation, newId<'person'>())
      for (const payload of ['note=a', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n', '{"a":1}']) {
        const headers = {
          cookie: `visit=${visit}`,
          host: 'localhost',
          origin: 'http://localhost',
          'content-type': type,
        }
        const sent = await service.http.inject({ method: 'POST', url: '/things/deed', headers, payload })
        expect([payload, sent.statusCode]).toEqual([payload, 400])
      }
    },
  )

  it('acts once when the same form is sent many times at once', async () => {
    const before = acted
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 8 }, () => amina.post('/things/deed', { _key: key })))
    expect(acted).toBe(before + 1)
    expect(new Set(answers.map((answer) => answer.location)).size).toBe(1)
  })

  it('is tried again when somebody else kept the same thing at the same moment', async () => {
    const before = acted
    trips = 1
    expect((await amina.post('/things/twice', { words: 'Kept' })).location).toBe('/things')
    expect(acted).toBe(before + 1)
  })

  it('comes back in a sentence, with what was typed, when trying again does not help', async () => {
    const before = acted
    trips = 2
    const page = await amina.post('/things/twice', { words: 'Written with care' })
    expect(page).toMatchObject({ status: 422, heading: 'Somebody else did the same at this moment' })
    expect(page.fieldValue('Your text 1 of 1')).toBe('Written with care')
    expect(page.buttons).toContain('Try again')
    expect(acted).toBe(before)
    expect((await amina.post('/things/twice', page.formTo('/things/twice'))).location).toBe('/things')
  })

  it('leaves its key free when the form came back with faults', async () => {
    const key = newId()
    expect((await amina.post('/things/mistake', { _key: key })).status).toBe(422)
    expect((await amina.post('/things/deed', { _key: key })).status).toBe(303)
  })

  it('is refused without its token, its key, or from elsewhere', async () => {
    const before = acted
    expect((await amina.post('/things/deed', { _csrf: 'x' })).status).toBe(403)
    expect((await amina.post('/things/deed', { _key: '' })).status).toBe(409)
    expect((await amina.post('/things/deed', { _key: 'x'.repeat(5000) })).status).toBe(409)
    expect((await service.stranger().post('/things/deed')).location).toBe('/sign-in')
    expect(acted).toBe(before)
  })
})

describe('a page of the door', () => {
  it('answers with a sentence, not with a fault of our own, when two did the same at one moment', async () => {
    const faults: unknown[] = []
    const door = await buildHttp({
      service: testComposition(database, { areas: [] }),
      look: serviceLook({ css: '', js: '', icon: '' }),
      findVisit: async () => null,
      doorPages: [{ at: 'GET /door', who: 'anyone', answer: () => Promise.reject(tripped()) }],
      secure: false,
      demonstration: false,
      assets: null,
      onFault: (fault) => faults.push(fault),
    })
    const answer = await door.inject({ method: 'GET', url: '/door' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Somebody changed this before you')
    expect(faults).toHaveLength(1)
    await door.close()
  })
})

describe('the service', () => {
  it('does not start with a page that has no access line, or one declared twice', async () => {
    const bare = { ...area, pages: [{ ...(area.pages?.[0] as object), access: undefined }] } as unknown as Area
    await expect(testService(database, { areas: [bare] })).rejects.toThrow(/has no access line/)
    await expect(testService(database, { areas: [area, area] })).rejects.toThrow(/declared twice/)
  })
})
