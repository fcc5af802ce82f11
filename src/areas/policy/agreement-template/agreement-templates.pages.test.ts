import { describe, expect, it } from 'vitest'
import { changedLines, policyDrafts, smallPack } from '../../../../test/policy-draft.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { newId } from '../../../platform/ids.ts'
import { comparePacks } from '../reading/compare.ts'
import { packOf } from '../version/version.store.ts'

const database = await testDatabase()
const setting = await policyDrafts(database)

/** The small pack with three clauses, one with easy-read words. */
const threeClauses = smallPack.replace(
  '      - { key: on-time, party: supervisee, text: Comes on time and prepared., source: X 3 }\n',
  `      # Why we begin with this
      - key: on-time
        party: supervisee
        heading: On time
        text: Comes on time and prepared.
        source: X 3
      - key: private
        party: both
        heading: Private
        text:
          text: What is said stays here.
          easyRead: We tell nobody.
        source: X 3 # to be checked
      - key: records
        party: supervisor
        text: Keeps short notes.
        source: X 4
`,
)
const list = '/agreements'
const contract = `${list}/yearly-contract`
const clause = (key: string) => `/parts/clauses/yearly-contract.${key}`
const shown = (text: string) => packOf(text).agreements?.[0]?.clauses.map((one) => one.key)

describe('contracts and ground rules of a draft', () => {
  it('are listed with what they hold, and opened', async () => {
    const { owner, base } = await setting(threeClauses)
    expect((await owner.get(base)).linkTo('contracts and ground rules')).toBe(base + list)
    const page = await owner.get(base + list)
    expect(page.heading).toContain('Contracts and ground rules')
    expect(page.text).toContain('Case work supervision')
    expect(page.linkTo('Supervision contract')).toBe(base + contract)
    const opened = await owner.get(base + contract)
    expect(opened.heading).toContain('Supervision contract')
    expect([...opened.document.querySelectorAll('ol.app-clauses > li')].map((one) => one.id)).toEqual([
      'clause-on-time',
      'clause-private',
      'clause-records',
    ])
  })

  it('show as those who sign will see them, also in easy-read words', async () => {
    const { owner, base } = await setting(threeClauses)
    const page = await owner.get(`${base}${contract}/preview`)
    expect(page.text).toContain('As supervisee and supervisor, we agree')
    expect(page.text).toContain('What is said stays here.')
    expect(page.text).toContain('It holds for 12 months')
    expect((await owner.get(`${base}${contract}/preview?words=easy`)).text).toContain('We tell nobody.')
  })

  it('are not there under another name', async () => {
    const { owner, base } = await setting(threeClauses)
    for (const path of ['/agreements/none', '/agreements/none/preview', '/agreements/none/pasting', clause('none')])
      expect((await owner.get(base + path)).status).toBe(404)
    expect((await owner.post(`${base}${contract}/clauses/none/place`, { to: 'up', _version: '1' })).status).toBe(404)
    expect((await owner.post(`${base}${contract}/clauses/none/removal`, { _version: '1' })).status).toBe(404)
  })
})

describe('a clause', () => {
  it('is changed where it stands; the comments stay', async () => {
    const { owner, base, stored } = await setting(threeClauses)
    const page = await owner.get(base + clause('private'))
    expect(page.fieldValue('What is agreed')).toBe('What is said stays here.')
    const form = page.formTo(base + clause('private'))
    const sent = { ...form, text: 'What we say stays with us.', easyRead: 'We keep it.' }
    expect((await owner.post(base + clause('private'), sent)).location).toBe(base + contract)
    const after = await stored()
    expect(after).toContain('          text: What we say stays with us.\n          easyRead: We keep it.')
    expect(after).toContain('source: X 3 # to be checked')
    expect(comparePacks(packOf(threeClauses), packOf(after)).map((one) => one.where.join(' › '))).toEqual([
      'Contracts and ground rules › Supervision contract › Clauses › Private › Text › Text',
      'Contracts and ground rules › Supervision contract › Clauses › Private › Text › Easy-read words',
    ])
  })

  it('moves up and down, to any place, and the difference says so', async () => {
    const { owner, base, stored } = await setting(threeClauses)
    const place = (key: string, to: string, revision: number) =>
      owner.post(`${base}${contract}/clauses/${key}/place`, { to, _version: String(revision) })
    expect((await place('records', 'up', 1)).status).toBe(303)
    expect(shown(await stored())).toEqual(['on-time', 'records', 'private'])
    expect((await place('on-time', 'down', 2)).status).toBe(303)
    const after = await stored()
    expect(shown(after)).toEqual(['records', 'on-time', 'private'])
    expect(after).toContain('      # Why we begin with this\n      - key: on-time')
    expect(comparePacks(packOf(threeClauses), packOf(after))).toEqual([
      {
        where: ['Contracts and ground rules', 'Supervision contract', 'Clauses', 'Order'],
        before: '1 On time, 2 Private, 3 Records',
        after: '1 Records, 2 On time, 3 Private',
      },
    ])
    const form = (await owner.get(base + clause('private'))).formTo(base + clause('private'))
    expect((await owner.post(base + clause('private'), { ...form, after: '_first' })).status).toBe(303)
    expect(shown(await stored())).toEqual(['private', 'records', 'on-time'])
    expect((await place('private', 'up', 4)).status).toBe(303)
    expect(shown(await stored())).toEqual(['private', 'records', 'on-time'])
  })

  it('is added where it belongs, with a key of its own', async () => {
    const { owner, base, stored } = await setting(threeClauses)
    const at = base + clause('_new')
    const form = (await owner.get(at)).formTo(at)
    const sent = { ...form, heading: 'On time', text: 'Ends on time.', party: 'both', after: 'on-time', source: 'own' }
    expect((await owner.post(at, sent)).status).toBe(303)
    expect(shown(await stored())).toEqual(['on-time', 'on-time-2', 'private', 'records'])
    expect(changedLines(await stored()).join('\n')).toContain('text: Ends on time.')
  })

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const { owner, base, stored } = await setting(threeClauses)
    const at = base + clause('private')
    const form = (await owner.get(at)).formTo(at)
    const wrong = [
      [{ text: '' }, 'Enter what is agreed'],
      [{ party: '' }, 'Select whose it is'],
      [{ party: 'facilitator' }, 'Whose it is must be one of the choices'],
      [{ source: '' }, 'Enter where this comes from'],
      [{ text: 'x'.repeat(20_001) }, '20,000 characters'],
    ] as const
    for (const [typed, sentence] of wrong) {
      const page = await owner.post(at, { ...form, heading: 'Kept', ...typed })
      expect([page.status, page.errors.join()]).toEqual([422, expect.stringContaining(sentence)])
      expect(page.fieldValue('Heading')).toBe('Kept')
    }
    expect(await stored()).toBe(threeClauses)
  })

  it('is taken out after one question; the last one is not', async () => {
    const { owner, base, stored } = await setting(threeClauses)
    const at = `${base}${contract}/clauses/private/removal`
    const page = await owner.get(at)
    expect(page.text).toContain('What is said stays here.')
    expect((await owner.post(at, page.formTo(at))).location).toBe(base + contract)
    expect(shown(await stored())).toEqual(['on-time', 'records'])
    expect((await owner.post(at, { ...page.formTo(at), _key: newId() })).status).toBe(404)
    const { owner: other, base: small } = await setting()
    const last = await other.post(`${small}${contract}/clauses/on-time/removal`, { _version: '1' })
    expect(last.status).toBe(422)
    expect(last.errors.join()).toContain('It cannot be taken out yet')
  })
})

describe('the rest of a template', () => {
  it('its name, opening and term', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/parts/agreements/yearly-contract`
    const form = (await owner.get(at)).formTo(at)
    expect((await owner.post(at, { ...form, term: 'a while' })).errors.join()).toContain('Say a length of time')
    expect((await owner.post(at, { ...form, term: '' })).errors.join()).toContain('Say how long it holds')
    const sent = { ...form, term: '6 months', opening: 'We agree:', easyOpening: 'We say yes.', adaptable: 'no' }
    expect((await owner.post(at, sent)).location).toBe(base + contract)
    const template = packOf(await stored()).agreements?.[0]
    expect([template?.term, template?.opening, template?.adaptable]).toEqual([
      '6 months',
      { text: 'We agree:', easyRead: 'We say yes.' },
      'no',
    ])
  })

  it('what is filled in, and what is asked before renewal', async () => {
    const { owner, base, stored } = await setting()
    const blanks = `${base}/parts/blanks/yearly-contract`
    const form = (await owner.get(blanks)).formTo(blanks)
    expect((await owner.post(blanks, { ...form, 'hint-0': 'A room' })).errors).toEqual(['Say what is to be filled in'])
    expect((await owner.post(blanks, { ...form, 'label-0': 'Where', 'required-0': 'yes' })).status).toBe(303)
    const review = `${base}/parts/reviews/yearly-contract`
    const asked = (await owner.get(review)).formTo(review)
    expect((await owner.post(review, { ...asked, 'question-1': 'What next?' })).status).toBe(303)
    const template = packOf(await stored()).agreements?.[0]
    expect(template?.blanks).toEqual([{ key: 'where', label: 'Where', required: 'yes' }])
    expect(template?.review?.map((one) => one.key)).toEqual(['how-was-it', 'what-next'])
    expect(changedLines(await stored()).join('\n')).toContain(
      '- key: where\n        label: Where\n        required: yes',
    )
  })

  it('which supervision needs it', async () => {
    const { owner, base, stored } = await setting()
    const at = `${base}/parts/kinds/case-work`
    const page = await owner.get(at)
    expect(page.fieldValue('What people sign before it is booked')).toBe('yearly-contract')
    const form = { ...page.formTo(at), by: 'supervisor' }
    expect((await owner.post(at, { ...form, agreement: 'none-such' })).status).toBe(422)
    expect((await owner.post(at, { ...form, agreement: 'none', _key: newId() })).status).toBe(303)
    expect(await stored()).toContain('agreement: none')
    const removal = `${base}${contract}/removal`
    expect((await owner.post(removal, { _version: '2' })).location).toBe(base + list)
    expect(packOf(await stored()).agreements).toBeUndefined()
  })

  it('stays while something needs it', async () => {
    const { owner, base, stored } = await setting()
    const page = await owner.post(`${base}${contract}/removal`, { _version: '1' })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('It cannot be taken out yet')
    expect(await stored()).toBe(smallPack)
  })
})
