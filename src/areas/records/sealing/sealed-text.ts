// Confidential text is sealed before it reaches the database: a data key for each text, wrapped with the key of its
// organisation and kind (SPEC 12.2, TRUST 3). Each text is bound to its place, so one that is copied to another row,
// field or version does not open.
import type { OrganisationId } from '../../../platform/ids.ts'
import type { Thing } from '../trail/trail.ts'

/** Kinds of text, each with its own key. */
export type SealedKind =
  | 'note'
  | 'one-to-one record'
  | 'case discussion'
  | 'set'
  | 'agreement'
  | 'advice'
  | 'concern'
  | 'observation'

/** Version 0 is the draft, the only one that is written over. */
export const draftVersion = 0

export type Place = { readonly about: Thing; readonly field: string; readonly version: number }

/** The place in words that go into the seal as associated data. */
export function placeText(organisation: OrganisationId, place: Place): string {
  return [organisation, place.about.kind, place.about.id, place.field, String(place.version)].join('|')
}

/** Why somebody may read: fixed words that pages show. */
export type ReaderReason =
  | 'wrote it'
  | 'supervisor'
  | 'supervisee'
  | 'was present'
  | 'facilitator'
  | 'member'
  | 'owner'
  | 'adviser'
  | 'asked for advice'
  | 'takes details at the desk'
  | 'cover'
  | 'was offered it'
  | 'safeguarding lead'
  | 'line manager'
  | 'named in it'
  | 'leads the team'
  | 'programme lead'
  | 'observed it'
  | 'gets the report'
  | 'broke the glass'
  | 'read as safeguarding lead'

/** Texts by field name, as they are written and read. */
export type Texts = Readonly<Record<string, string>>

/** What a page says of a field whose bytes are not as they were sealed; it names the field and shows the rest. */
export function spoiledWords(kind: string, field: string): string {
  const name = field.replaceAll('--', ': ').replaceAll('-', ' ')
  return `“${name}” of this ${kind} would not open: it was changed after it was written, outside this service. The rest is as it was written. Tell whoever runs the service; a backup may hold it.`
}

/** What a page says when a key file is missing. */
export const keyMissingWords =
  'Confidential text on this page cannot be opened now, because a key of this service is missing. Nothing is lost: it opens again when the key is put back. Tell whoever runs the service.'
