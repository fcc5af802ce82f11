// What this area adds to the set-up page: the fingerprint of the key that seals receipts, to be given to whoever checks one.
import { Details, Heading } from '../../../design/index.ts'
import type { Panel } from '../../../platform/area.ts'
import { isAdministrator } from '../../people/index.ts'
import { type PublicKey, publicKeys } from '../../records/index.ts'
import { Letters } from '../receipt/exact-text.pages.tsx'
import { shownFingerprint } from './finding.view.ts'

export const fingerprintPanels: readonly Panel[] = [
  {
    place: 'set-up',
    order: 80,
    show: async (work) =>
      isAdministrator(work.asker) ? <FingerprintPart keys={await publicKeys(work, 'agreement seal')} /> : null,
  },
]

const FingerprintPart = ({ keys }: { keys: readonly PublicKey[] }) => {
  const [now, ...older] = keys.toReversed()
  return (
    <section>
      <Heading level={2} size="m">
        Fingerprint of receipts
      </Heading>
      {now === undefined ? (
        <p>
          The key that seals receipts of agreements is made with the first signature. Its fingerprint will stand here.
        </p>
      ) : (
        <>
          <p>
            Whoever <a href="/agreements/check">checks a receipt</a> compares its key with this. Put it where people
            trust to find it, such as your website.
          </p>
          <p>
            <Letters lines={[shownFingerprint(now.fingerprint)]} />
          </p>
        </>
      )}
      {older.length > 0 && (
        <Details summary="Earlier keys, which sealed older receipts">
          <Letters lines={older.map(({ fingerprint }) => shownFingerprint(fingerprint))} />
        </Details>
      )}
    </section>
  )
}
