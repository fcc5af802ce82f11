import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'
import { readFileSync } from 'node:fs'
import { draftVersion } from '../../policy/index.ts'

const database = await testDatabase()
const { trust } = await learningSetWorld(database)

describe('the formats of a meeting', () => {
  it('are listed for everybody, each with its name, and lead to a page of their own', async () => {
    const world = await trust()
    const visitor = world.visit(world.otto)
    const list = await visitor.get('/action-learning/formats')
    expect(list.headings).toEqual(expect.arrayContaining(['Formats of a meeting', 'Suggestions', 'Questions only']))
    expect((await visitor.get('/action-learning')).linkTo('Formats of a meeting')).toBe('/action-learning/formats')
    const one = await visitor.get(list.linkTo('Questions only'))
    expect(one.heading).toBe('Questions only')
    expect(one.text).toContain('A closed question, or advice, is pointed out to its author alone before it is sent.')
    expect(one.text).toContain('Nobody gives advice.')
  })

  it('are drawn with the same minutes in a table', async () => {
    const world = await trust()
    const one = await world.visit(world.otto).get('/action-learning/formats/suggestions')
    const picture = one.document.querySelector('svg[role=img]')
    expect(picture?.getAttribute('aria-label')).toContain('11 stages in 5 parts, 150 minutes.')
    const rows = [...one.document.querySelectorAll('.app-chart__table tbody tr')]
    expect(rows.length).toBe(15)
    expect(picture?.querySelectorAll('rect').length).toBe(15)
    expect(rows[6]?.textContent).toContain('Listen')
    expect(rows[6]?.textContent).toContain('The presenter listens')
  })

  it('are drawn for another length and size, and say beside the field what cannot be', async () => {
    const world = await trust()
    const visitor = world.visit(world.otto)
    const longer = await visitor.get('/action-learning/formats/suggestions?minutes=60&people=4&topics=3')
    expect(longer.fieldValue('Minutes')).toBe('60')
    expect(longer.document.querySelectorAll('.app-chart__table tbody tr').length).toBe(19)
    const wrong = await visitor.get('/action-learning/formats/suggestions?minutes=lots&topics=99')
    expect(wrong.status).toBe(422)
    expect(wrong.errors.join()).toContain('Minutes must be a number')
    expect(wrong.fieldValue('Minutes')).toBe('lots')
    expect(wrong.fieldValue('Topics')).toBe('99')
    expect((await visitor.get('/action-learning/formats/nonsense')).status).toBe(404)
  })

  it('of a draft are drawn for those who look after the policy, and nobody else', async () => {
    const world = await trust()
    const id = await world.inside(world.noor, async (work) => {
      const draft = await draftVersion(work, readFileSync('test/odd-formats.yaml', 'utf8'))
      return draft.ok ? draft.id : ''
    })
    const keeper = world.visit(world.noor)
    const draft = await keeper.get(`/set-up/policy/${id}`)
    const drawn = await keeper.get(draft.linkTo('Look at them'))
    expect(drawn.headings).toEqual(expect.arrayContaining(['Pushed back, twice', 'Silent start', 'Backwards']))
    expect(drawn.document.querySelectorAll('svg[role=img]').length).toBe(5)
    expect((await world.visit(world.otto).get(`/set-up/policy/${id}/formats`)).status).toBe(403)
  })
})
