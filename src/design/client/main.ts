// The one script of the service. Everything works without it; it makes things quicker, calmer and safer.

import { Button } from 'nhsuk-frontend/dist/nhsuk/components/button/button.mjs'
import { CharacterCount } from 'nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs'
import { Header } from 'nhsuk-frontend/dist/nhsuk/components/header/header.mjs'
import { NotificationBanner } from 'nhsuk-frontend/dist/nhsuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'nhsuk-frontend/dist/nhsuk/components/password-input/password-input.mjs'
import { SkipLink } from 'nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs'
import { Tabs } from 'nhsuk-frontend/dist/nhsuk/components/tabs/tabs.mjs'
import { startAutosave } from './autosave.ts'
import { startIdleWarning } from './idle.ts'
import { startPrintButtons } from './print.ts'
import { startReveals } from './reveal.ts'

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
]

function startParts(within: ParentNode): void {
  for (const Component of components) {
    const { moduleName } = Component
    for (const element of within.querySelectorAll(`[data-module="${moduleName}"]:not([data-${moduleName}-init])`)) {
      try {
        new Component(element)
      } catch {
        // One part that cannot start leaves the page as it is without scripts.
      }
    }
  }
  startAutosave(within)
  startPrintButtons(within)
  startReveals(within)
}

startParts(document)
startIdleWarning()

/** The address of the script of live pages, put here when it is built. */
declare const liveScript: string

if (document.querySelector('[data-live]')) {
  document.addEventListener('live:changed', () => startParts(document))
  void import(liveScript)
}
