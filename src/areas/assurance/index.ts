export { answersFor, answersOfPeople, type PersonAnswer } from './figures/answers.changes.ts'
export { type Difference, refreshFigures, refreshWaiting } from './figures/figures.changes.ts'
export { findSpansOn } from './figures/figures.store.ts'
export type { FigureSpan } from './figures/span.ts'
export {
  agreeToLearning,
  approveLearning,
  draftLearning,
  readLearningOver,
} from './learning-points/as-it-reads.changes.ts'
export type { PointId as LearningPointId } from './learning-points/learning-point.ts'
