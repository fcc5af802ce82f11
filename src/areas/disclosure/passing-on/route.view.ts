// Which way a concern goes: the routes of the policies in force, danger first, and always one way more for what the policy
// has no route for. A policy that is missing or says nothing never keeps anybody from passing a concern on (SPEC 4.6, 12.4).
import { type Policy, readDuration, textOf } from '../../policy/index.ts'
import { type ConcernKind, concernKinds } from '../escalation/concern.ts'

export type Step = {
  readonly who: string
  readonly does: string
  readonly within: string | null
  /** Name, phone, e-mail, note: what there is of it. */
  readonly contact: { name?: string; phone?: string; email?: string; link?: string; note?: string } | null
}

export type Route = {
  readonly key: string
  readonly name: string
  readonly kind: ConcernKind
  /** The policy that governs it, by its name; '' when it says none. */
  readonly policy: string
  readonly guidance: string
  readonly steps: readonly Step[]
}

/** For everything that the policy has no route for. */
export const anyOther: Route = {
  key: 'something-else',
  name: 'Something else, or I am not sure',
  kind: 'something else',
  policy: '',
  guidance:
    'You do not have to know which kind it is. Say what worries you; the safeguarding lead helps to find the way.',
  steps: [
    { who: 'You', does: 'Tell your safeguarding service or your manager today.', within: null, contact: null },
    { who: 'The safeguarding lead', does: 'Reads this, and tells you what happens next.', within: null, contact: null },
  ],
}

/** The routes to choose from, by how pressing their kind is; the last one takes everything else. */
export function routesOf(policy: Policy): readonly Route[] {
  const seen = new Set<string>()
  const routes = policy.packs
    .flatMap((pack) => pack.escalation ?? [])
    .filter((route) => !seen.has(route.key) && seen.add(route.key))
    .map(
      (route): Route => ({
        key: route.key,
        name: route.name,
        kind: route.concern,
        policy: route.policy ?? '',
        guidance: textOf(route.guidance),
        steps: route.steps.map((step) => ({
          who: step.who,
          does: textOf(step.does),
          within: step.within === undefined ? null : lengthWords(readDuration(step.within)),
          contact: step.contact
            ? { ...step.contact, note: step.contact.note === undefined ? undefined : textOf(step.contact.note) }
            : null,
        })),
      }),
    )
  const rank = (route: Route) => concernKinds.indexOf(route.kind)
  return [...routes.sort((a, b) => rank(a) - rank(b)), anyOther]
}

const lengthWords = ({ count, unit }: { count: number; unit: string }) => `${count} ${unit}${count === 1 ? '' : 's'}`

/** The route of a key; for a key that no policy has, the one that takes everything. */
export const routeOf = (policy: Policy, key: string): Route =>
  routesOf(policy).find((route) => route.key === key) ?? anyOther
