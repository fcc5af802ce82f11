// The whole expected table: every route of the service has one sentence here, kept by hand. A route without one turns
// the matrix red, and so does a sentence whose route is gone.
import { ofAdvice } from './advice.ts'
import { ofAgreements } from './agreements.ts'
import { aroundMeetings } from './around-meetings.ts'
import { ofCases } from './cases.ts'
import { ofCompetence } from './competence.ts'
import { ofDisclosure } from './disclosure.ts'
import { ofFacts } from './facts.ts'
import { ofKnowing } from './knowing.ts'
import { ofLearningAfterwards } from './learning-afterwards.ts'
import { ofLearningPoints } from './learning-points.ts'
import { ofLearningMeetings } from './learning-meetings.ts'
import { ofGroundRules, ofLearningSets } from './learning-sets.ts'
import { ofObservations } from './observations.ts'
import { ofPeerReview } from './peer-review.ts'
import { ofPreparation } from './preparation.ts'
import { ofProgrammes } from './programmes.ts'
import { ofTheRegister } from './register.ts'
import { ofSupervision } from './supervision.ts'

export const table: Readonly<Record<string, string>> = {
  ...ofTheRegister,
  ...ofSupervision,
  ...ofPreparation,
  ...ofCases,
  ...ofPeerReview,
  ...ofLearningPoints,
  ...ofDisclosure,
  ...ofAgreements,
  ...ofLearningSets,
  ...ofLearningAfterwards,
  ...ofLearningMeetings,
  ...aroundMeetings,
  ...ofGroundRules,
  ...ofProgrammes,
  ...ofObservations,
  ...ofAdvice,
  ...ofCompetence,
  ...ofFacts,
  ...ofKnowing,
}

/** What a person who adds a route must do, as the test says it. */
export const howToAdd = (route: string): string =>
  `${route} is not in test/access/expected/: add a sentence that says who may, such as ` +
  `'${route}': 'its supervisor ${route.startsWith('GET') ? 'opens it' : 'may do it'}; everybody else finds nothing'`
