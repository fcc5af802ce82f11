// Rotates keys as a process of its own, so that a test can kill it in the middle: URL, OWNER URL, key folder,
// organisation, kind. Prints what rotation says.
import { rotateKeys } from '../src/areas/records/sealing/rotation.job.ts'
import type { Purpose } from '../src/areas/records/sealing/rotation.ts'
import { asKeyKeeper, asService, type Composition } from '../src/platform/composition.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import type { OrganisationId } from '../src/platform/ids.ts'
import { memoryShelf } from '../src/platform/keys/checkpoint-shelf.ts'
import { fileKeyring } from '../src/platform/keys/keyring.ts'
import { realClock } from '../src/platform/time/moment.ts'

const [url = '', ownerUrl = '', keys = '', organisation = '', kind = ''] = process.argv.slice(2)
const database = await openDatabase({ url, most: 1 })
const owner = await openDatabase({ url: ownerUrl, most: 1 })
const service: Composition = {
  database,
  clock: realClock,
  keys: fileKeyring(keys),
  checkpoints: memoryShelf(),
  areas: [],
  identify: async () => null,
  enqueue: async () => undefined,
}
const where = { organisation: organisation as OrganisationId, owner }
await rotateKeys(
  {
    asService: (body) => asService(service, where, body),
    asKeeper: (body) => asKeyKeeper(service, where, body),
  },
  kind as Purpose,
  (line) => console.log(line),
)
await database.close()
await owner.close()
