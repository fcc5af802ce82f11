import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/test-database.ts'
import { learningSetWorld } from '../../../../test/worlds/learning-set.ts'

const database = await testDatabase()
const { trust, begunRules, allAgree } = await learningSetWorld(database)
const three = ['ben', 'dora', 'femi'] as const
const secret = 'Heron: on Fridays I leave at four'

async function begun() {
  const world = await trust()
  const { rules, id, set } = await begunRules(world, three)
  const [amina, ben, dora] = [world.visit(world.amina), world.visit(world.ben), world.visit(world.dora)]
  const versionOf = async () =>
    (await amina.get(rules)).document.querySelector('input[name=_version]')?.getAttribute('value') ?? ''
  return { world, rules, id, set, amina, ben, dora, versionOf }
}

describe('the ground rules of a set, while they are agreed', () => {
  it('show every clause, one’s own answer, and who has answered', async () => {
    const { rules, ben } = await begun()
    const page = await ben.get(rules)
    expect(page.heading).toBe('Our ground rules')
    expect(page.text).toContain('Being agreed, clause by clause. 0 of 4 have answered everything.')
    expect(page.headings).toContain('1. We come')
    expect(page.headings).toContain('How we meet')
    expect(page.text).toContain('11 things wait for your answer')
    expect(page.text).not.toContain('Close the text for signing')
  })

  it('are there for the people of the set alone', async () => {
    const { world, rules } = await begun()
    const under = [
      '',
      '/hopes',
      '/new-clause',
      '/details',
      '/clauses/commitment',
      '/clauses/commitment/concern',
      '/suggestions/1',
      '/concerns/1',
    ]
    for (const who of [world.otto, world.grace, world.noor])
      for (const path of under) expect((await world.visit(who).get(rules + path)).status).toBe(404)
    for (const path of ['/details', '/concerns/1', '/closing'])
      expect((await world.visit(world.ben).post(rules + path)).status).toBe(404)
    for (const path of [
      '/clauses/no-such-clause',
      '/clauses/no-such-clause/concern',
      '/suggestions/77',
      '/suggestions/x',
    ])
      expect((await world.visit(world.ben).get(rules + path)).status).toBe(404)
  })

  it('wait on the home of everybody who has something to answer', async () => {
    const { world, id, amina } = await begun()
    const titles = (who: typeof world.ben) =>
      world.inside(who, async (work) => (await work.needs()).map((need) => need.title))
    expect(await titles(world.ben)).toContain('Answer the ground rules of Tuesday set')
    await allAgree(world, id, three)
    expect(await titles(world.ben)).not.toContain('Answer the ground rules of Tuesday set')
    expect(await titles(world.amina)).toContain('Close the ground rules of Tuesday set')
    expect((await amina.get(`/ground-rules/${id}`)).buttons).toContain('Close the text for signing')
  })
})

describe('answering', () => {
  it('is one press for a clause, and one for all that is left', async () => {
    const { rules, ben, versionOf } = await begun()
    const version = { _version: await versionOf() }
    const agreed = await ben.post(`${rules}/clauses/commitment/agreement`, version)
    expect(agreed.location).toBe(`${rules}#commitment`)
    expect((await ben.get(rules)).text).toContain('10 things wait for your answer')
    expect((await ben.post(`${rules}/agreement`, version)).location).toBe(rules)
    expect((await ben.get(rules)).text).toContain('You have answered everything')
    expect((await ben.post(`${rules}/agreement`, version)).status).toBe(409)
  })

  it('begins again for a clause that was changed, and is refused from a page of before', async () => {
    const { rules, ben, dora, amina, versionOf } = await begun()
    const before = await versionOf()
    await ben.post(`${rules}/agreement`, { _version: before })
    const words = { heading: 'We come', text: 'We come, or say so the day before.', why: '' }
    expect((await dora.post(`${rules}/clauses/commitment/suggestion`, words)).location).toBe(
      `${rules}/clauses/commitment`,
    )
    expect((await amina.post(`${rules}/suggestions/12`, { answer: 'put in' })).location).toBe(rules)
    const page = await ben.get(rules)
    expect(page.text).toContain('Changed: answer again')
    expect(page.text).toContain('We come, or say so the day before.')
    const late = await dora.post(`${rules}/clauses/commitment/agreement`, { _version: before })
    expect(late.status).toBe(409)
    expect((await dora.post(`${rules}/agreement`, { _version: before })).status).toBe(409)
  })

  it('takes a concern with words, which the set reads and the facilitator closes with words', async () => {
    const { world, rules, id, ben, dora, amina, versionOf } = await begun()
    await allAgree(world, id, three)
    const version = { _version: await versionOf() }
    expect((await ben.get(`${rules}/clauses/punctuality/concern`)).heading).toBe('I have a concern')
    const empty = await ben.post(`${rules}/clauses/punctuality/concern`, version)
    expect(empty.errors).toEqual(['Say in a few words what concerns you'])
    const said = await ben.post(`${rules}/clauses/punctuality/concern`, { ...version, why: secret })
    expect(said.location).toBe(`${rules}#punctuality`)
    const clause = await dora.get(`${rules}/clauses/punctuality`)
    expect(clause.text).toContain(secret)
    expect(clause.text).not.toContain('Note how it was talked through')
    expect((await amina.get(rules)).text).toContain('One concern is open: talk it through, and note how.')
    const link = (await amina.get(`${rules}/clauses/punctuality`)).linkTo('Note how it was talked through')
    expect((await amina.get(link)).text).toContain(secret)
    expect((await amina.post(link, { how: '' })).errors).toEqual(['Write in a few words how it was talked through'])
    expect((await amina.post(link, { how: 'We end at a quarter to four on Fridays' })).location).toBe(rules)
    expect((await ben.get(`${rules}/clauses/punctuality`)).text).toContain('We end at a quarter to four on Fridays')
    expect((await amina.get(rules)).buttons).toContain('Close the text for signing')
    expect((await amina.post(link, { how: 'Again' })).errors).toHaveLength(1)
  })
})

describe('saying more', () => {
  it('is a comment for the set, with its faults beside the field', async () => {
    const { rules, ben, dora } = await begun()
    const at = `${rules}/clauses/listening`
    expect((await ben.post(`${at}/comments`, { words: ' ' })).errors).toEqual(['Write what you want to say'])
    const nowhere = `${rules}/clauses/${'x'.repeat(95)}/comments`
    expect((await ben.post(nowhere, { words: 'Here?' })).status).toBe(404)
    const long = await ben.post(`${at}/comments`, { words: 'x'.repeat(2_001) })
    expect(long.status).toBe(422)
    expect((await ben.post(`${at}/comments`, { words: 'Phones away?' })).location).toBe(at)
    expect((await dora.get(at)).text).toContain('Phones away?')
    expect((await dora.get(rules)).linkTo('1 comment')).toBe(at)
  })

  it('is another clause, which stands at the end once it is put in', async () => {
    const { rules, ben, amina } = await begun()
    expect((await ben.post(`${rules}/new-clause`, {})).errors).toEqual(['Write what the clause should say'])
    const words = { heading: 'Phones', text: 'Phones stay in our bags.', why: '' }
    expect((await ben.post(`${rules}/new-clause`, words)).location).toBe(`${rules}/clauses/_new`)
    expect((await amina.get(`${rules}/clauses/_new`)).text).toContain('Phones stay in our bags.')
    expect((await amina.get(`${rules}/suggestions/1`)).heading).toBe('A suggestion of Ben Carter')
    expect((await ben.post(`${rules}/suggestions/1`, { answer: 'put in' })).errors).toEqual([
      'The facilitator does this, when the set has talked about it',
    ])
    expect((await amina.post(`${rules}/suggestions/1`, {})).errors).toEqual(['Select what becomes of it'])
    expect((await amina.post(`${rules}/suggestions/1`, { answer: 'eaten' })).errors).toHaveLength(1)
    await amina.post(`${rules}/suggestions/1`, { answer: 'put in' })
    expect((await ben.get(rules)).headings).toContain('11. Phones')
    expect((await amina.post(`${rules}/suggestions/1`, { answer: 'put in' })).errors).toEqual([
      'This suggestion was dealt with already',
    ])
  })

  it('is to leave a clause out, or to take one’s own suggestion back', async () => {
    const { rules, ben, amina } = await begun()
    const at = `${rules}/clauses/keeping`
    await ben.post(`${at}/suggestion`, { deed: 'leave out', whyOut: 'We keep nothing' })
    expect((await ben.get(at)).text).toContain('To leave this clause out.')
    expect((await ben.post(`${rules}/suggestions/1`, { answer: 'taken back' })).location).toBe(rules)
    await ben.post(`${at}/suggestion`, { deed: 'leave out', whyOut: '' })
    await amina.post(`${rules}/suggestions/3`, { answer: 'put in' })
    expect((await ben.get(rules)).headings).not.toContain('10. What we keep')
    expect((await ben.get(at)).text).toContain('no longer in the text')
    expect((await ben.post(`${at}/agreement`, { _version: '9' })).status).toBe(409)
    const same = await ben.post(
      `${rules}/clauses/respect/suggestion`,
      (await ben.get(`${rules}/clauses/respect/suggestion`)).formTo(`${rules}/clauses/respect/suggestion`),
    )
    expect(same.errors).toEqual(['These are the words as they are now'])
  })
})

describe('what is filled in', () => {
  it('is filled in by the facilitator and answered like a clause', async () => {
    const { rules, ben, amina } = await begun()
    const form = { _version: (await amina.get(`${rules}/details`)).formTo(`${rules}/details`)._version ?? '' }
    const filled = {
      ...form,
      'blank--meeting-rhythm': 'Every 6 weeks',
      'blank--capture': 'Actions',
      'blank--set-format': 'Suggestions',
    }
    expect((await amina.post(`${rules}/details`, { ...filled, 'blank--capture': 'x'.repeat(501) })).status).toBe(422)
    expect((await amina.post(`${rules}/details`, filled)).location).toBe(`${rules}#_filled-in`)
    expect((await ben.get(rules)).text).toContain('Every 6 weeks')
    expect((await ben.get(`${rules}/clauses/_filled-in`)).text).toContain('Not answered yet')
  })
})

describe('hopes and worries', () => {
  it('are one’s own, but for what is ticked', async () => {
    const { rules, ben, dora } = await begun()
    const page = await ben.get(`${rules}/hopes`)
    expect(page.heading).toBe('Hopes and worries')
    const answers = { 'answer--hopes': 'To think aloud', 'answer--worries': secret, 'answer--been-member': 'No' }
    expect((await ben.post(`${rules}/hopes`, { ...answers, shared: ['hopes'] })).location).toBe(`${rules}/hopes`)
    const theirs = await dora.get(`${rules}/hopes`)
    expect(theirs.text).toContain('To think aloud')
    expect(theirs.source).not.toContain(secret)
    expect((await ben.get(`${rules}/hopes`)).fieldValue('What makes you a little anxious?')).toBe(secret)
    expect((await dora.get(rules)).text).toContain('1 person shares theirs')
    await ben.post(`${rules}/hopes`, { ...answers, shared: [] })
    expect((await dora.get(`${rules}/hopes`)).text).not.toContain('To think aloud')
    expect((await ben.post(`${rules}/hopes`, { 'answer--hopes': 'x'.repeat(2_001) })).status).toBe(422)
  })
})

describe('closing the text', () => {
  it('waits until all have answered, is the facilitator’s, and leads to signing', async () => {
    const { world, rules, id, ben, amina, versionOf } = await begun()
    const early = await amina.post(`${rules}/closing`, { _version: '1', read: 'yes' })
    expect(early.errors).toEqual(['Fill in “How often and for how long we meet” first'])
    await allAgree(world, id, three)
    const _version = await versionOf()
    expect((await amina.post(`${rules}/closing`, { _version })).errors).toEqual([
      'Go through the text with the set, then tick the box',
    ])
    expect((await ben.post(`${rules}/closing`, { _version, read: 'yes' })).status).toBe(404)
    expect((await amina.post(`${rules}/closing`, { _version, read: 'yes' })).location).toBe(`/agreements/${id}`)
    expect((await ben.post(`${rules}/agreement`, { _version })).status).toBe(409)
    expect((await ben.post(`${rules}/clauses/respect/comments`, { words: 'Too late?' })).errors).toEqual([
      'The text is closed for signing. It can be opened again to change it',
    ])
    expect((await ben.get(rules)).text).toContain('The text is closed')
  })
})
