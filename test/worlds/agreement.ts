// Agreements of the small world, made by the same deeds as people's own: written, closed, signed by whoever is named in them.
import {
  type AgreementId,
  closeText,
  fillIn,
  findAgreement,
  openAgreementText,
  type Party,
  signAgreement,
  startAgreement,
} from '../../src/areas/agreements/index.ts'
import { findPerson } from '../../src/areas/people/index.ts'
import type { Decision } from '../../src/platform/decision.ts'
import type { PersonId } from '../../src/platform/ids.ts'
import type { Work } from '../../src/platform/work.ts'

export type Inside = <T>(person: PersonId, body: (work: Work) => Promise<T>) => Promise<T>

/** The value of a yes; throws the reason of a no. */
export function value<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

type Two = { readonly supervisee: PersonId; readonly supervisor: PersonId; readonly template?: string }

/** A contract of two in its first text, started by the supervisee. */
export const written = async (inside: Inside, { supervisee, supervisor, template = oneToOne }: Two) =>
  inside(supervisee, async (work) =>
    value(await startAgreement(work, { template, parties: between(supervisee, supervisor) })),
  )

const oneToOne = 'one-to-one-contract'
const between = (supervisee: PersonId, supervisor: PersonId): readonly Party[] => [
  { person: supervisee, as: 'supervisee' },
  { person: supervisor, as: 'supervisor' },
]

/** The same with its blanks filled in and its text closed for signing. */
export async function closed(inside: Inside, two: Two): Promise<AgreementId> {
  const id = await written(inside, two)
  await inside(two.supervisee, (work) => closeWith(work, id))
  return id
}

/** Fills in whatever is needed, as somebody who may; answers the version of the text then. */
export async function fillWith(work: Work, id: AgreementId): Promise<number> {
  const { text, agreement } = (await openAgreementText(work, id)) ?? { text: null, agreement: null }
  if (!text || !agreement) throw new Error('Nothing to close')
  const empty = text.blanks.filter((blank) => blank.required && blank.value === '')
  const blanks = Object.fromEntries(empty.map((blank) => [blank.key, `Our ${blank.key}`]))
  const { version } = agreement
  return empty.length > 0 ? value(await fillIn(work, id, { version, blanks })).version : version
}

/** Fills in whatever is needed and closes the text, as somebody who may. */
export async function closeWith(work: Work, id: AgreementId): Promise<void> {
  const version = await fillWith(work, id)
  value(await closeText(work, id, { version, settled: { ok: true, value: undefined } }))
}

/** Signs what lies there closed, as whoever asks, having just said who they are. */
export async function signNow(work: Work, id: AgreementId): Promise<void> {
  const agreement = await findAgreement(work, id)
  const name = (await findPerson(work, work.asker.person))?.name ?? ''
  value(await signAgreement(work, id, { typedName: name, textHash: agreement?.textHash ?? '', freshAt: work.moment }))
}

/** A contract of two that both have signed: in force from today. */
export async function inForce(inside: Inside, two: Two): Promise<AgreementId> {
  const id = await closed(inside, two)
  for (const person of [two.supervisor, two.supervisee]) await inside(person, (work) => signNow(work, id))
  return id
}
