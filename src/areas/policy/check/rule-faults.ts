import type { ShapeFault } from '../../../platform/schema.ts'
import type { RuleText } from '../rule/rule.ts'
export function ruleFaults(_rule: RuleText, _path: readonly (string | number)[]): ShapeFault[] {
  return []
}
