// The real service with its real front door, for tests that sign in as people do.
import { h } from 'preact'
import { afterAll } from 'vitest'
import { serviceLook } from '../src/frame/look.ts'
import { signInLook } from '../src/frame/sign-in.tsx'
import { page, anyStaff } from '../src/platform/web/page.ts'
import { html } from '../src/platform/web/reply.ts'
import type { Gate } from '../src/platform/running/gate.ts'
import { buildHttp } from '../src/platform/web/serving/http.ts'
import { doorKeysOf } from '../src/platform/sign-in/secrets.ts'
import type { DemonstrationPerson } from '../src/platform/sign-in/visit/demonstration.ts'
import { firstAdministratorPath } from '../src/platform/sign-in/link/first-administrator.ts'
import { doorPages } from '../src/platform/sign-in/pages/door-pages.ts'
import type { Area } from '../src/platform/area.ts'
import { formKeeper } from '../src/platform/sign-in/visit/kept-forms.ts'
import { visitFinder } from '../src/platform/sign-in/visit/visits.ts'
import { testComposition } from './composition.ts'
import type { TestDatabase } from './test-database.ts'

const assets = { css: '/assets/style.css', js: '/assets/script.js', icon: '/assets/icon.svg' }

const home = page({
  at: 'GET /',
  access: anyStaff,
  answer: () => html({ title: 'Home', body: h('h1', null, 'Home') }),
})

const homeArea: Area = { name: 'home', title: 'Home', pages: [home] }

export async function frontDoor(
  database: TestDatabase,
  parts: {
    demonstrationPeople?: (() => Promise<readonly DemonstrationPerson[]>) | null
    secure?: boolean
    gate?: Gate
    areas?: readonly Area[]
  } = {},
) {
  const composition = testComposition(database, { areas: [homeArea, ...(parts.areas ?? [])] })
  const keys = doorKeysOf(composition.keys)
  const faults: unknown[] = []
  const demonstrationPeople = parts.demonstrationPeople ?? null
  const http = await buildHttp({
    service: composition,
    look: serviceLook(assets),
    findVisit: visitFinder(database),
    keepForm: formKeeper(database, composition.keys),
    doorPages: doorPages({
      keys,
      look: signInLook,
      serviceName: 'Clinical supervision',
      welcome: async () => undefined,
      demonstrationPeople,
    }),
    secure: parts.secure ?? false,
    demonstration: demonstrationPeople !== null,
    assets: null,
    gate: parts.gate,
    onFault: (fault) => faults.push(fault),
  })
  afterAll(() => http.close())
  return {
    http,
    composition,
    faults,
    keys,
    startPath: () => firstAdministratorPath(database, keys, composition.clock()),
  }
}
