// A record as it is read by somebody who is not of its session: everything that was signed off, and nothing to press.
import type { PersonId } from '../../../platform/ids.ts'
import { Versions } from '../record/record-parts.pages.tsx'
import type { ReadRecord } from './named-record.changes.ts'

/** The newest version first, the earlier ones behind a line. */
export const RecordRead = ({ read, nameOf }: { read: ReadRecord; nameOf: (person: PersonId) => string }) => (
  <>
    {read.of.discussed && read.of.discussed.reference !== '' && (
      <p>Record reference of the case: {read.of.discussed.reference}</p>
    )}
    <Versions of={read.of} record={read.record} versions={read.versions} nameOf={nameOf} asker="" />
  </>
)
