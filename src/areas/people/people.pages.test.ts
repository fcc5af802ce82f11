import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { testService } from '../../../test/service.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asService } from '../../platform/composition.ts'
import { recordsArea } from '../records/area.ts'
import { peopleArea } from './area.ts'
import { smallPolicy } from './import/import.examples.ts'
import { makeSmallWorld } from './people.examples.ts'
import { postsOf } from './post/post.store.ts'
import { askerFor } from './register/asker.store.ts'

const database = await testDatabase()
const service = await testService(database, { areas: [recordsArea, peopleArea, smallPolicy], identify: askerFor })

async function world() {
  const organisation = await newOrganisation(database)
  const made = await asService(service.composition, { organisation }, makeSmallWorld)
  const [post] = await asService(service.composition, { organisation }, (work) => postsOf(work, made.ben))
  return {
    ...made,
    organisation,
    benPost: post!.post,
    keeper: service.visitor(organisation, made.dilys),
    manager: service.visitor(organisation, made.grace),
    colleague: service.visitor(organisation, made.ewan),
    own: service.visitor(organisation, made.ben),
  }
}
const on = (name: string, day: string) => {
  const [year, month, date] = day.split('-').map(String)
  return { [`${name}-day`]: date ?? '', [`${name}-month`]: month ?? '', [`${name}-year`]: year ?? '' }
}

describe('finding people', () => {
  it('shows anybody name, team and staff group, and administrators the staff number too', async () => {
    const { colleague, keeper } = await world()
    const page = await colleague.get('/people?text=ben')
    expect(page.heading).toBe('People')
    expect(page.text).toContain('Ben Carter')
    expect(page.text).toContain('Riverside team')
    expect(page.source).not.toContain('20000003')
    expect((await keeper.get('/people?text=20000003')).text).toContain('20000003')
  })

  it('goes by unit from the top of the tree, with how many work in each', async () => {
    const { colleague } = await world()
    const page = await colleague.get('/people')
    expect(page.text).not.toContain('Ben Carter')
    expect(page.headings).toEqual(expect.arrayContaining(['Where you work', 'By unit']))
    const directorate = await colleague.get(page.linkTo('Children and families'))
    expect(directorate.text).toContain('6 people, by name')
    const service = await colleague.get(directorate.linkTo('Health visiting'))
    const team = await colleague.get(service.linkTo('Riverside team'))
    expect(team.headings).toContain('Riverside team')
    expect(team.text).toContain('Ben Carter')
    expect((await colleague.get(page.linkTo('Everyone, by name'))).text).toContain('Ben Carter')
    for (const unit of ['x', '00000000-0000-4000-8000-000000000000', '%00', "'"])
      expect((await colleague.get(`/people?unit=${unit}`)).status, unit).toBe(200)
  })

  it('teaches when nobody is found, and takes any page number', async () => {
    const { colleague } = await world()
    expect((await colleague.get('/people?text=%25%3C%27')).text).toContain('Nobody found')
    for (const page of ['0', '-1', 'x', '1e99', '999999']) {
      expect((await colleague.get(`/people?page=${page}`)).status).toBe(200)
    }
  })
})

describe('a person’s page', () => {
  it('shows a colleague where somebody works and nothing else', async () => {
    const { colleague, ben } = await world()
    const page = await colleague.get(`/people/${ben}`)
    expect(page.text).toContain('Riverside team')
    for (const hidden of ['20000003', 'example.nhs.uk', '37.5', 'Absences', 'Grace'])
      expect(page.source).not.toContain(hidden)
    expect(page.title).not.toContain('Ben')
  })

  it('shows the person, the line manager and administrators posts, absences and line manager', async () => {
    const { own, manager, keeper, ben } = await world()
    for (const visitor of [own, manager, keeper]) {
      const page = await visitor.get(`/people/${ben}`)
      expect(page.headings).toEqual(expect.arrayContaining(['Ben Carter', 'Posts', 'Absences']))
      expect(page.text).toContain('37.5 hours a week, permanent, carries a caseload')
      expect(page.links.some(({ text, href }) => text === 'Grace Okafor' && href.startsWith('/people/'))).toBe(true)
    }
  })

  it('is not there for the neighbour', async () => {
    const { ben, organisation } = await world()
    const neighbour = await newOrganisation(database, 'Next door')
    const other = await asService(service.composition, { organisation: neighbour }, makeSmallWorld)
    const page = await service.visitor(neighbour, other.dilys).get(`/people/${ben}`)
    expect(page.status).toBe(404)
    expect(organisation).not.toBe(neighbour)
  })

  it('lets nobody but administrators change it', async () => {
    const { own, manager, ben, benPost } = await world()
    const addresses = ['details', 'leaving', 'posts/new', `posts/${benPost}/change`, `posts/${benPost}/end`]
    for (const visitor of [own, manager]) {
      for (const address of addresses)
        expect((await visitor.get(`/people/${ben}/${address}`)).status, address).toBe(403)
      expect((await visitor.post(`/people/${ben}/details`, { name: 'X' })).status).toBe(403)
    }
  })
})

describe('keeping a person', () => {
  it('adds one, then asks for the post, and finds the line manager by name', async () => {
    const { keeper, riverside } = await world()
    const asked = await keeper.postAndFollow('/set-up/people', { name: 'Ffion Price', staffNumber: '77', email: '' })
    expect(asked.heading).toContain('Add a post')
    const at = asked.document.querySelector('form[action$="/posts"]')?.getAttribute('action') ?? ''
    const typed = {
      ...on('from', '2026-11-01'),
      unit: riverside,
      staffGroup: 'health-visitors',
      kind: 'bank',
      'manager-search': 'grace',
      hoursPerWeek: '12,5',
    }
    const found = await keeper.post(at, { ...typed, _find: 'manager' })
    expect(found.status).toBe(200)
    expect(found.text).toContain('Grace Okafor')
    const manager = found.document.querySelector('input[name=manager]')?.getAttribute('value') ?? ''
    const page = await keeper.postAndFollow(at, { ...typed, manager, hoursPerWeek: '12.5' })
    expect(page.text).toContain('12.5 hours a week, bank')
    expect(page.text).toContain('Grace Okafor')
  })

  it.each([
    [{ name: '', staffNumber: '', email: '' }, 'Enter'],
    [{ name: 'x'.repeat(201), staffNumber: '', email: '' }, '200'],
    [{ name: 'Eve', staffNumber: '20000003', email: '' }, 'Ben Carter already has this staff number.'],
    [{ name: 'Eve', staffNumber: '', email: 'nowhere' }, 'e-mail'],
  ])('refuses %o beside the field, and loses nothing', async (form, said) => {
    const { keeper } = await world()
    const page = await keeper.post('/set-up/people', form)
    expect(page.status).toBe(422)
    expect(page.title).toMatch(/^Error: /)
    expect(page.errors.join(' ')).toContain(said)
    expect(page.fieldValue('Full name')).toBe(form.name)
  })

  it('keeps what was before when a post changes', async () => {
    const { keeper, ben, benPost, hillside } = await world()
    const at = `/people/${ben}/posts/${benPost}/change`
    const filled = (await keeper.get(at)).formTo(at)
    const page = await keeper.postAndFollow(at, {
      ...filled,
      ...on('from', '2026-11-01'),
      unit: hillside,
      kind: 'permanent',
      hoursPerWeek: '20',
    })
    expect(page.text).toContain('Since 1 November 2026')
    expect(page.text).toContain('to 31 October 2026')
    expect(page.text).toContain('Hillside team')
  })

  it.each([
    [{ ...on('from', '2026-02-30'), kind: 'bank' }, 'date'],
    [{ ...on('from', '2026-11-01'), kind: 'bank', hoursPerWeek: '169' }, '168'],
    [{ ...on('from', '2026-11-01'), kind: 'pirate' }, 'must be one of'],
    [{ ...on('from', '1990-01-01'), kind: 'bank' }, 'had not begun'],
  ])('refuses an impossible change of post: %o', async (form, said) => {
    const { keeper, ben, benPost } = await world()
    const page = await keeper.post(`/people/${ben}/posts/${benPost}/change`, { unit: '', ...form })
    expect(page.status).toBe(422)
    expect(page.errors.join(' ')).toContain(said)
  })

  it('names the circle that a line manager would close', async () => {
    const { keeper, amina, ben, organisation } = await world()
    const [post] = await asService(service.composition, { organisation }, (work) => postsOf(work, amina))
    const form = { ...on('from', '2026-11-20'), unit: '', kind: 'permanent', manager: ben }
    const page = await keeper.post(`/people/${amina}/posts/${post!.post}/change`, form)
    expect(page.errors.join(' ')).toContain('Amina Yusuf → Ben Carter → Grace Okafor → Amina Yusuf')
  })

  it('lets somebody leave, who then cannot come in', async () => {
    const { keeper, own, ben } = await world()
    const page = await keeper.postAndFollow(`/people/${ben}/leaving`, on('lastDay', '2026-11-19'))
    expect(page.text).toContain('Left on 19 November 2026')
    expect((await own.get('/people')).status).toBe(404)
  })

  it('saves nothing over somebody else’s change', async () => {
    const { keeper, ben } = await world()
    const at = `/people/${ben}/details`
    const [form, stale] = [(await keeper.get(at)).formTo(at), (await keeper.get(at)).formTo(at)]
    await keeper.post(at, { ...form, name: 'Benjamin Carter' })
    const late = await keeper.post(at, { ...stale, name: 'Benny Carter' })
    expect(late.status).toBe(422)
    expect(late.errors.join(' ')).toContain('Somebody else has changed this person')
    expect(late.fieldValue('Full name')).toBe('Benny Carter')
  })
})

describe('absences', () => {
  it('are recorded by the line manager, ended, and taken back', async () => {
    const { manager, ben, grace } = await world()
    const form = { kind: 'sickness', ...on('from', '2026-11-01'), ...on('to', ''), approvedBy: grace }
    const page = await manager.postAndFollow(`/people/${ben}/absences`, form)
    expect(page.text).toContain('Sickness')
    expect(page.text).toContain('Since 1 November 2026')
    const ended = await manager.postAndFollow(page.linkTo('Say the last day'), on('lastDay', '2026-11-30'))
    expect(ended.text).toContain('1 November 2026 to 30 November 2026')
    const back = ended.document.querySelector('form[action$=withdrawal]')?.getAttribute('action') ?? ''
    expect((await manager.postAndFollow(back)).text).toContain('None on record')
  })

  it.each([
    [{ kind: '', ...on('from', '2026-11-01') }, 'Select kind of absence'],
    [
      { kind: 'sickness', ...on('from', '2026-11-10'), ...on('to', '2026-11-01') },
      'The last day must be on or after the first',
    ],
    [{ kind: 'sickness', ...on('from', '2026-13-10') }, 'date'],
    [{ kind: 'sickness', ...on('from', '2026-11-01'), approvedBy: '9' }, 'Choose somebody from the list'],
  ])('are refused when impossible: %o', async (form, said) => {
    const { manager, ben } = await world()
    const page = await manager.post(`/people/${ben}/absences`, form)
    expect(page.status).toBe(422)
    expect(page.errors.join(' ').toLowerCase()).toContain(said.toLowerCase())
  })

  it('are nobody else’s to record, nor the person’s own', async () => {
    const { own, colleague, ben } = await world()
    const form = { kind: 'sickness', ...on('from', '2026-11-01') }
    for (const visitor of [own, colleague]) {
      expect((await visitor.get(`/people/${ben}/absences/new`)).status).toBe(404)
      expect((await visitor.post(`/people/${ben}/absences`, form)).status).toBe(404)
    }
  })
})
