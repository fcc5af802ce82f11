// Every route of the composition, and the addresses at which it is asked for.
import { type Area, pagesOf } from '../../src/platform/area.ts'
import { type Page } from '../../src/platform/web/page.ts'
import { areas } from '../../src/service.ts'
import { addressOf, paramsIn, type Thing } from './thing.ts'

export type Route = { readonly name: string; readonly method: 'GET' | 'POST'; readonly path: string }

export const routeName = (page: Pick<Page, 'method' | 'path'>): string => `${page.method} ${page.path}`

export const routesOf = (all: readonly Area[] = areas): readonly Route[] =>
  all.flatMap(pagesOf).map((page) => ({ name: routeName(page), method: page.method, path: page.path }))

/** Where a route is asked for: at every thing that it can be about, or at its one address. */
export type Place = { readonly url: string; readonly thing: Thing | null }

export function placesOf(route: Route, things: readonly Thing[]): readonly Place[] {
  if (paramsIn(route.path).length === 0) return [{ url: route.path, thing: null }]
  return things.flatMap((thing) => {
    const url = addressOf(route.path, thing)
    return url === null ? [] : [{ url, thing }]
  })
}
