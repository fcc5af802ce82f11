// Loaded before the service of the journeys (`--import`).
import { moveClock } from './journey-clock.ts'

moveClock()
