export {
  type IdentifyingKind,
  type IdentifyingPart,
  type IdentityOptions,
  identifyingParts,
} from './identity/identifying-text.ts'
export { draftVersion, type ReaderReason, type SealedKind, type Texts } from './sealing/sealed-text.ts'
export { dropDraft, letRead, type Opened, openTexts, sealTexts, thing, whoSees } from './sealing/sealed-text.changes.ts'
export { findReadable, findReaders, type Reader, removeReader } from './sealing/sealed-text.store.ts'
export type { Thing, TrailEvent, TrailLine } from './trail/trail.ts'
export { type TrailProof, verifyTrail, writeTrail } from './trail/trail.changes.ts'
export { findReadings } from './trail/trail.store.ts'
