// One whole page as text. The head is neutral: a title without content, no description, no referrer, nothing from other hosts.

import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Assets } from '../asset-addresses.ts'
import { FormTokensContext, type FormTokens } from '../form/form.tsx'
import { trustedHtml } from '../nhs/macro.ts'
import { BackLink, Breadcrumb, type LinkTo } from '../parts/links.tsx'
import { NotificationBanner, WarningCallout } from '../parts/notes.tsx'
import { Footer } from './footer.tsx'
import { Header, type NavigationItem, type SignedIn, serviceName } from './header.tsx'
import { type IdleVisit, IdleWarning } from './idle.tsx'

/** What an area says of a page. The title is neutral: it names the kind of page, never what was said in it. */
export type PageContent = {
  readonly title: string
  readonly body: VNode
  /** The way back, above the page's main part. */
  readonly back?: LinkTo
  readonly breadcrumb?: readonly LinkTo[]
  /** Uses the whole width of the screen: wide tables, live meetings. */
  readonly wide?: boolean
  /** Seconds after which the page asks for itself again where no scripts run; it must say so, and how to stop it. */
  readonly againWithoutScripts?: number
}

/** What the web layer knows of the request. */
export type PageFrame = FormTokens & {
  readonly nonce: string
  readonly assets: Assets
  readonly navigation?: readonly NavigationItem[]
  readonly signedIn?: SignedIn
  /** The organisation's name, at the foot. */
  readonly organisation?: string
  readonly demonstration?: boolean
  readonly logo?: boolean
  /** What has just been done, once: "Session booked". */
  readonly flash?: { readonly heading: string; readonly text?: string; readonly variant?: 'success' }
  /** Shown above everything else: a text of this page would not open. */
  readonly warnings?: readonly string[]
  readonly idle?: IdleVisit
}

/** The page as HTML text, with its doctype. */
export const renderPage = (frame: PageFrame, content: PageContent): string =>
  `<!DOCTYPE html>${renderToString(<Page frame={frame} content={content} />)}`

/** What a page that is open already takes from the page as it is now: its main part, without scripts, headings and foot. */
export const renderPart = (frame: PageFrame, content: PageContent): string =>
  `<!DOCTYPE html>${renderToString(<Part frame={frame} content={content} />)}`

const Part = ({ frame, content }: { frame: PageFrame; content: PageContent }) => (
  <FormTokensContext.Provider value={frame}>
    <html lang="en">
      <head>
        <title>{content.title}</title>
      </head>
      <body class={content.wide ? 'app-wide' : undefined}>
        <Main frame={frame} content={content} />
      </body>
    </html>
  </FormTokensContext.Provider>
)

const Page = ({ frame, content }: { frame: PageFrame; content: PageContent }) => (
  <FormTokensContext.Provider value={frame}>
    <html lang="en">
      <Head content={content} nonce={frame.nonce} assets={frame.assets} />
      <body class={content.wide ? 'app-wide' : undefined}>
        <script nonce={frame.nonce}>{trustedHtml(scriptingWorks)}</script>
        <a class="nhsuk-skip-link" data-module="nhsuk-skip-link" href="#maincontent">
          Skip to main content
        </a>
        <Header navigation={frame.navigation} signedIn={frame.signedIn} logo={frame.logo} />
        {frame.demonstration && <DemonstrationLine />}
        <Middle frame={frame} content={content} />
        <Footer organisation={frame.organisation} />
        {frame.idle && <IdleWarning {...frame.idle} />}
      </body>
    </html>
  </FormTokensContext.Provider>
)

const Middle = ({ frame, content }: { frame: PageFrame; content: PageContent }) => (
  <div class="nhsuk-width-container">
    {content.breadcrumb && <Breadcrumb items={content.breadcrumb} />}
    {content.back && (
      <nav aria-label="Back">
        <BackLink href={content.back.href}>{content.back.label}</BackLink>
      </nav>
    )}
    <Main frame={frame} content={content} />
  </div>
)

const Main = ({ frame, content }: { frame: PageFrame; content: PageContent }) => (
  <main class="nhsuk-main-wrapper" id="maincontent">
    {frame.flash && (
      <NotificationBanner variant={frame.flash.variant ?? 'success'} heading={frame.flash.heading}>
        {frame.flash.text === undefined ? null : <p>{frame.flash.text}</p>}
      </NotificationBanner>
    )}
    {frame.warnings && frame.warnings.length > 0 && <Warnings sentences={frame.warnings} />}
    {content.body}
  </main>
)

const Warnings = ({ sentences }: { sentences: readonly string[] }) => (
  <WarningCallout heading="Not everything here would open" level={2}>
    {sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
  </WarningCallout>
)

const Head = ({ content, nonce, assets }: { content: PageContent; nonce: string; assets: Assets }) => (
  <head>
    <meta charset="utf-8" />
    <title>{content.title === serviceName ? serviceName : `${content.title} – ${serviceName}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#005eb8" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href={assets.icon} type="image/svg+xml" />
    <link rel="stylesheet" href={assets.css} />
    {content.againWithoutScripts !== undefined && (
      <noscript>
        <meta http-equiv="refresh" content={String(content.againWithoutScripts)} />
      </noscript>
    )}
    <script type="module" src={assets.js} nonce={nonce} />
    <script type="speculationrules" nonce={nonce}>
      {trustedHtml(speculationRules)}
    </script>
  </head>
)

const scriptingWorks =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '');"

// Fetched when a person is about to press: headings, pages of lists, and links that ask for it. Never all links:
// opening a confidential page is written into its trail, and nobody has read what was only fetched beforehand.
const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        selector_matches:
          '.nhsuk-header__navigation-link, .nhsuk-breadcrumb__link, .nhsuk-pagination__link, [data-prefetch]',
      },
      eagerness: 'moderate',
    },
  ],
})

const DemonstrationLine = () => (
  <section class="app-demonstration" aria-label="Demonstration">
    <p class="nhsuk-width-container">
      <strong>Demonstration organisation:</strong> everything here is fictitious
    </p>
  </section>
)
