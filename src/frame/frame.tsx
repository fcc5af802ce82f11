// Joins the platform, which knows the request, with the design, which knows the look. Neither knows the other.
import type { VNode } from 'preact'
import { type Assets, type PageFrame, renderPage } from '../design/index.ts'
import type { FrameContext, Look } from '../platform/web/look.ts'
import { problemPage } from './problem.tsx'

/** The look of the whole service. `assets` are the built style sheet, script and icon. */
export function lookWith(assets: Assets): Look {
  return {
    page: (body, context) => renderPage(frameOf(assets, context), contentOf(body, context)),
    problem: problemPage,
  }
}

function frameOf(assets: Assets, context: FrameContext): PageFrame {
  return {
    nonce: context.nonce,
    assets,
    csrf: context.csrf,
    newKey: context.newKey,
    demonstration: context.demonstration,
    navigation: navigationOf(context),
    signedIn: context.person ? { name: context.person.name, account: '/account', signOut: '/sign-out' } : undefined,
    flash: context.said === null ? undefined : { heading: context.said },
    idle:
      context.visitSeconds === null
        ? undefined
        : { seconds: context.visitSeconds, extend: '/visit', ended: '/sign-in' },
  }
}

const contentOf = (body: VNode, context: FrameContext) => ({
  title: context.title,
  body,
  back: context.back && { href: context.back.href, text: context.back.label },
  wide: context.wide,
})

/** The longest heading whose address begins this page's is the current one; home only on the home page itself. */
function navigationOf({ person, path }: FrameContext) {
  const items = person?.navigation ?? []
  const here = items
    .filter((item) => (item.href === '/' ? path === '/' : path === item.href || path.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return items.map(({ href, label }) => ({ href, label, current: href === here?.href }))
}
