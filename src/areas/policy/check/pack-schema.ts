// The JSON Schema of a pack, published beside the shipped packs so that editors can help while a pack is written
// (SPEC 2.1). It is made from the shape that the program checks by, so the two cannot differ.
import { jsonSchemaOf } from '../../../platform/schema.ts'
import { policyPack } from '../pack/pack.ts'

/** The published schema; a test keeps policy-packs/policy-pack.schema.json equal to it. */
export function packSchema(): Record<string, unknown> {
  return jsonSchemaOf(policyPack, {
    $id: 'policy-pack.schema.json',
    title: 'Policy pack',
    description: 'The supervision rules of one organisation',
  })
}
