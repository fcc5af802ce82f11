// Pages for when something is not there, not theirs, or not working: what happened, that nothing was lost, what to do.
import type { Look } from '../platform/web/look.ts'

type Problem = { readonly title: string; readonly says: readonly string[] }

const problems: Record<number, Problem> = {
  400: {
    title: 'That could not be read',
    says: ['The page was sent in a form that the service does not know. Go back and try once more.'],
  },
  403: { title: 'You cannot do this', says: [] },
  404: {
    title: 'Page not found',
    says: [
      'If you typed the address, check it. If you pasted it, check that you copied the whole of it.',
      'It may also be that the page is not for you to see.',
    ],
  },
  409: {
    title: 'This has changed since you opened it',
    says: ['Nothing was saved. Go back, load the page again and look at what is there now.'],
  },
  413: {
    title: 'That is too large',
    says: ['What you sent is larger than the service takes. Shorten it, or split it, and send it again.'],
  },
  500: {
    title: 'Sorry, something went wrong',
    says: ['The fault is ours and has been noted. Nothing was saved by this step. Try again in a few minutes.'],
  },
  503: {
    title: 'The service is busy',
    says: ['Nothing was saved by this step. Wait a few seconds, then send it again.'],
  },
}

export const problemPage: Look['problem'] = (status, reason) => {
  const problem = problems[status] ?? { title: 'Sorry, something went wrong', says: [] }
  const says = reason === '' ? problem.says : status === 403 ? [`This is for: ${lowerFirst(reason)}.`] : [reason]
  return {
    title: problem.title,
    body: (
      <>
        <h1>{problem.title}</h1>
        {says.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>
          <a href="/">Go to your home page</a>
        </p>
      </>
    ),
  }
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '')
