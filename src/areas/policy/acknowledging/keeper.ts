// Who looks after a policy, and is told when its review is near or past: the roles that its owner's words name ("Named nurse",
// "Learning lead"), else the role that approves it, else those who answer for safeguarding, directors, and administrators at
// last, so that somebody always is told (SPEC 2.1).
import { type Role, roles } from '../../people/index.ts'
import type { PolicyPack } from '../pack/pack.ts'

/** Roles in turn: the first that anybody holds looks after it. */
export function keepersInTurn(pack: Pick<PolicyPack, 'owner' | 'approverRole'>): readonly Role[] {
  const named = roles.filter((role) => says(pack.owner, role))
  const approver = roles.filter((role) => role === pack.approverRole?.toLowerCase())
  const always: readonly Role[] = ['named professional', 'designated professional', 'director', 'administrator']
  return [...new Set([...named, ...approver, ...always])]
}

/** Named and designated professionals are called by their profession: named nurse, designated doctor. */
function says(owner: string, role: Role): boolean {
  const words = role.endsWith(' professional')
    ? new RegExp(`\\b${role.replace('professional', '(professional|nurse|doctor|midwife)')}\\b`, 'i')
    : new RegExp(`\\b${role}\\b`, 'i')
  return words.test(owner)
}
