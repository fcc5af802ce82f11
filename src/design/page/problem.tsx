// Pages that say no: what happened and what to do next, without blame and without hints at what exists.

import type { ComponentChildren } from 'preact'
import { Heading } from '../parts/card.tsx'

export type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 500 | 503

export const problemTitles: Record<ProblemStatus, string> = {
  400: 'We could not read that',
  403: 'You cannot do this',
  404: 'Page not found',
  409: 'Somebody changed this before you',
  413: 'That is too much at once',
  500: 'Sorry, there is a problem with the service',
  503: 'The service is very busy',
}

const nextSteps: Record<ProblemStatus, ComponentChildren> = {
  400: <p>Go back, load the page again and try once more. What you typed is still on the page before.</p>,
  403: (
    <p>
      If you think you should be able to, ask the person who looks after this service in your organisation.{' '}
      <a href="/help/who-sees-what">Who sees what</a>
    </p>
  ),
  404: (
    <p>
      If you typed the address, check it. If you followed a link, the page may have moved, or it may not be for you.{' '}
      <a href="/">Go to your home page</a>
    </p>
  ),
  409: (
    <p>Nothing of yours was saved over theirs. Go back, copy what you wrote, and load the page again to see both.</p>
  ),
  413: <p>Send less at a time: a smaller file, or a shorter text. Nothing was saved.</p>,
  500: <p>Nothing was saved. Try again in a few minutes; drafts that were saved before are still there.</p>,
  503: <p>Nothing was lost. Wait a few seconds, then try again.</p>,
}

export const ProblemPage = ({
  status,
  reason,
  level = 1,
}: {
  status: ProblemStatus
  reason: string
  level?: 1 | 4
}) => (
  <div class="nhsuk-u-reading-width">
    <Heading level={level} size="l">
      {problemTitles[status]}
    </Heading>
    {reason !== '' && <p class="nhsuk-body-l">{reason}</p>}
    {nextSteps[status]}
  </div>
)
