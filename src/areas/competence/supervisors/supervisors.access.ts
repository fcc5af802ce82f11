// Who may see how those who supervise stand, and who keeps it: facts with days, never what was said in any session.
import type { PersonId } from '../../../platform/ids.ts'
import { access } from '../../../platform/web/page.ts'
import type { Asker } from '../../../platform/work.ts'

const overseers = ['senior advisor', 'named professional', 'designated professional', 'auditor'] as const
/** They look after all who supervise. */
export const mayOversee = (asker: Asker): boolean => overseers.some((role) => asker.roles.has(role))

/** What a page about all of them asks of the asker: whether they sign off on any way. */
export type ForAll = { readonly signs: boolean; readonly ways: ReadonlySet<string> }

/** Whether the asker sees a way: whoever looks after all sees every one, whoever signs off their own. */
export const maySeeWay = (asker: Asker, { ways }: ForAll, way: string): boolean => mayOversee(asker) || ways.has(way)

export const readersOfAll = access<ForAll>(
  'Senior advisors, named and designated professionals, auditors, and those who sign supervisors off',
  (asker, { signs }) => signs || mayOversee(asker),
  'not allowed',
)

/** One who supervises, as a page's subject. */
export type Subject = {
  readonly person: PersonId
  readonly name: string
  readonly managed: boolean
  /** Whether the asker signs off on a way that the person goes. */
  readonly signs: boolean
}

export const readersOfOne = access<Subject>(
  'The person, their line manager, senior advisors, named and designated professionals, auditors, and those who sign off',
  (asker, { person, managed, signs }) => asker.person === person || managed || signs || mayOversee(asker),
)

export const signers = access<Subject>(
  'Those who hold a role that signs off',
  (asker, { person, signs }) => signs && asker.person !== person,
)

export const logbookWriters = access<Subject>(
  'The person, and those who sign off and were there',
  (asker, { person, signs }) => asker.person === person || signs,
)

const leads = ['named professional', 'designated professional'] as const
/** A safeguarding lead: brings in those who supervised before, and sees breaks in the chain. */
export const isLead = (asker: Asker): boolean => leads.some((role) => asker.roles.has(role))

export const startingListKeepers = access('Named and designated professionals', isLead, 'not allowed')

export const exceptionMakers = access<Subject>(
  'Named and designated professionals',
  (asker, { person }) => isLead(asker) && asker.person !== person,
)
