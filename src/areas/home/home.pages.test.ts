import { describe, expect, it } from 'vitest'
import { newOrganisation } from '../../../test/composition.ts'
import { testService } from '../../../test/service.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Area, Need } from '../../platform/area.ts'
import { newId } from '../../platform/ids.ts'
import { homeArea } from './area.ts'

const database = await testDatabase()
const need = (urgency: Need['urgency'], title: string, by?: string): Need => ({
  urgency,
  title,
  reason: 'Because it is so.',
  button: { label: 'Go', href: '/there' },
  by,
})
const busy: Area = {
  name: 'supervision',
  title: 'Busy',
  needs: async () => [
    need('later', 'Think of a topic'),
    need('now', 'Second', '2026-12-02'),
    need('now', 'First', '2026-12-01'),
  ],
}

describe('the first page', () => {
  it('lists needs from every area, most urgent first, each with one button', async () => {
    const service = await testService(database, { areas: [busy, homeArea] })
    const page = await service.visitor(await newOrganisation(database), newId()).get('/')
    expect(page.heading).toBe('What you need to do')
    expect(page.headings.slice(1, 4).map((text) => text.replace(/^.*: /, ''))).toEqual([
      'First',
      'Second',
      'Think of a topic',
    ])
    expect(page.text).toContain('Friday 20 November 2026')
  })

  it('is calm when there is nothing to do', async () => {
    const service = await testService(database, { areas: [homeArea] })
    const page = await service.visitor(await newOrganisation(database), newId()).get('/')
    expect(page.text).toContain('Nothing waits for you')
  })

  it('asks a stranger to sign in', async () => {
    const service = await testService(database, { areas: [homeArea] })
    expect((await service.stranger().get('/')).location).toBe('/sign-in')
    expect((await service.stranger().get('/help/who-sees-what')).location).toContain('/sign-in')
  })

  it('says who sees what, in plain words', async () => {
    const service = await testService(database, { areas: [homeArea] })
    const page = await service.visitor(await newOrganisation(database), newId()).get('/help/who-sees-what')
    expect(page.heading).toBe('Who sees what')
    expect(page.text).toContain('They never see what was said')
  })
})
