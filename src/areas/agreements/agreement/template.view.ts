// From the policy's data to what an agreement needs of it: its first text, who signs it, how long it holds.
import { type InForce, type PolicyPack, readDuration, textOf } from '../../policy/index.ts'
import type { Day } from '../../../platform/time/day.ts'
import type { Id } from '../../../platform/ids.ts'
import type { AgreementKind, PartyRole } from './agreement.ts'
import type { AgreementText } from './clauses.ts'
import { type Length, type TermRules, usualTerm } from './term.ts'

type TemplateData = NonNullable<PolicyPack['agreements']>[number]

/** A template as it is in force: its first text, its rules, and which version of the policy it is from. */
export type AgreementTemplate = {
  readonly key: string
  readonly kind: AgreementKind
  readonly name: string
  readonly summary: string
  readonly policyVersion: Id<'policy version'>
  /** 'Clinical supervision, version 2026.1' */
  readonly policy: string
  readonly signedBy: readonly PartyRole[]
  readonly adaptable: boolean
  readonly rules: TermRules
  readonly text: AgreementText
}

/** Every agreement template that is in force on a day. A key of two packs is that of the first. */
export function templatesOn(history: readonly InForce[], day: Day): readonly AgreementTemplate[] {
  const inForce = history.filter((one) => one.from <= day && (one.until === null || day < one.until))
  const all = inForce.flatMap((one) => (one.pack.agreements ?? []).map((data) => templateOf(one, data)))
  return all.filter((one, at) => all.findIndex((other) => other.key === one.key) === at)
}

/** The template of a key on a day; null when no policy in force has it. */
export const templateOn = (history: readonly InForce[], day: Day, key: string): AgreementTemplate | null =>
  templatesOn(history, day).find((template) => template.key === key) ?? null

function templateOf({ version, pack }: InForce, data: TemplateData): AgreementTemplate {
  const rules = rulesOf(pack, data)
  return {
    key: data.key,
    kind: data.kind,
    name: data.name,
    summary: data.summary === undefined ? '' : textOf(data.summary),
    policyVersion: version.id,
    policy: `${pack.name}, version ${version.label}`,
    signedBy: data.signedBy,
    adaptable: data.adaptable !== false && data.adaptable !== 'no',
    rules,
    text: {
      title: data.name,
      opening: data.opening === undefined ? '' : textOf(data.opening),
      blanks: (data.blanks ?? []).map((blank) => ({
        key: blank.key,
        label: blank.label,
        hint: blank.hint ?? null,
        value: '',
        required: blank.required === true || blank.required === 'yes',
      })),
      clauses: data.clauses.map((clause) => ({
        key: clause.key,
        party: clause.party,
        heading: clause.heading ?? null,
        text: textOf(clause.text),
        source: clause.source,
        own: false,
      })),
      term: lengthInWords(rules.term),
    },
  }
}

/** The template's own term; where it names none, that of a kind of supervision that needs it; else a year. */
function rulesOf(pack: PolicyPack, data: TemplateData): TermRules {
  const ofType = pack.types.find((type) => type.agreement === data.key)?.agreementTerm
  const term = data.term ?? ofType
  return {
    term: term === undefined ? usualTerm.term : readDuration(term),
    opensBefore: data.opensBefore === undefined ? usualTerm.opensBefore : readDuration(data.opensBefore),
  }
}

/** '12 months', '1 week' */
export const lengthInWords = ({ count, unit }: Length): string => `${count} ${unit}${count === 1 ? '' : 's'}`
