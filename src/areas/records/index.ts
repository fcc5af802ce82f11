export {
  type IdentifyingKind,
  type IdentifyingPart,
  type IdentityOptions,
  identifyingParts,
} from './identity/identifying-text.ts'
export { noteJustified } from './identity/pointing-out.changes.ts'
export {
  answeredBefore,
  becauseField,
  becauseTexts,
  identifiesNobody,
  isBecause,
  pointedState,
  pointOutIn,
  typedBecause,
} from './identity/pointing-out.form.ts'
export { PointedOutPart } from './identity/pointing-out.pages.tsx'
export type { PointedOut } from './identity/pointing-out.ts'
export { findMissingKeys, isSignedByOrganisation, signAsOrganisation } from './sealing/key.changes.ts'
export { type PublicKey, publicKeys, type Signer, signerNow } from './sealing/public-key.changes.ts'
export { draftVersion, type ReaderReason, type SealedKind, spoiledWords, type Texts } from './sealing/sealed-text.ts'
export { dropDraft, letRead, type Opened, openTexts, sealTexts, thing, whoSees } from './sealing/sealed-text.changes.ts'
export {
  beginSeries,
  forgetInSeries,
  openInSeries,
  openSeries,
  sealInSeries,
  type Series,
} from './series/series.changes.ts'
export { findReadable, findReaders, mayLetRead, type Reader, removeReader } from './sealing/sealed-text.store.ts'
export type { Thing, TrailEvent, TrailLine } from './trail/trail.ts'
export { writeTrail } from './trail/trail.changes.ts'
export type { TrailProof } from './trail/verification.ts'
export { verifyTrail } from './trail/verification.changes.ts'
export { findOpeningsOfMine, type Opening } from './trail/opening.store.ts'
export { findReadings } from './trail/trail.store.ts'
