export { type KindOfRecord, kindsOfRecord } from './who-sees-what.ts'
