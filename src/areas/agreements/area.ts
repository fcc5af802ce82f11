import type { Area } from '../../platform/area.ts'
import { adaptingPages } from './adapting/adapting.pages.tsx'
import { checkPages } from './check/check.pages.tsx'
import { fingerprintPanels } from './check/fingerprint.pages.tsx'
import { receiptCommands } from './check/verification.job.ts'
import { rulesPanel } from './ground-rules/rules-panel.pages.tsx'
import { groundRulesPages } from './ground-rules/rules.pages.tsx'
import { agreementPages } from './reading/agreements.pages.tsx'
import { findAgreementsOfPeople } from './agreement/agreement.store.ts'
import { needsOfAgreements } from './reading/needs.changes.ts'
import { receiptPages } from './receipt/receipt.pages.tsx'
import { renewalNeeds } from './renewal/needs.changes.ts'
import { renewalPanel } from './renewal/renewal-panel.pages.tsx'
import { renewalPages } from './renewal/renewal.pages.tsx'
import { signingPages } from './signing/signing.pages.tsx'
import { startingPages } from './starting/starting.pages.tsx'
import { rulesNeeds } from './talk/talk-needs.changes.ts'

export const agreementsArea: Area = {
  name: 'agreements',
  title: 'Agreements',
  pages: [
    ...startingPages,
    ...agreementPages,
    ...adaptingPages,
    ...signingPages,
    ...receiptPages,
    ...groundRulesPages,
    ...renewalPages,
  ],
  openPages: checkPages,
  panels: [...fingerprintPanels, rulesPanel, renewalPanel],
  commands: receiptCommands,
  needs: async (work) => [
    ...(await needsOfAgreements(work)),
    ...(await renewalNeeds(work)),
    ...(await rulesNeeds(work)),
  ],
  answers: {
    'what rests on an import': async (work, { people }) =>
      (await findAgreementsOfPeople(work, people)).length > 0 ? ['somebody whom it added has a contract'] : [],
  },
  holds: [
    'Contracts and ground rules: between whom, how they stand, from when until when',
    'What is agreed and what was proposed, sealed',
    'What a set said of its ground rules, and what its people hope for and worry about, sealed',
    'What each side wrote on looking back before a renewal, sealed',
    'Signatures: who, when, under which text, the name as typed',
  ],
}
