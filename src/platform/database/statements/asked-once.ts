// What stays as it is until a transaction ends is asked of the database once in it, however many works share it.
import type { Transaction } from '../database.ts'

type Within = { readonly db: Transaction }

const takenBack = new WeakMap<Transaction, number>()

/** Says that a part of the transaction was taken back: what was asked meanwhile, locks and all, holds no longer. */
export const forgetAsked = (db: Transaction): void => {
  takenBack.set(db, (takenBack.get(db) ?? 0) + 1)
}

/** Answers by name, each kept for its transaction, until `forget` or until a part of the transaction is taken back. */
export class AskedOnce<T> {
  readonly #kept = new WeakMap<Transaction, { readonly age: number; readonly answers: Map<string, Promise<T>> }>()

  /** The answer of that name in this work's transaction; `ask` is called when there is none. A failure is not kept. */
  ask(work: Within, name: string, ask: () => Promise<T>): Promise<T> {
    const answers = this.#answersOf(work)
    const known = answers.get(name)
    if (known) return known
    const asked = ask()
    answers.set(name, asked)
    asked.catch(() => answers.delete(name))
    return asked
  }

  forget(work: Within, name: string): void {
    this.#answersOf(work).delete(name)
  }

  #answersOf({ db }: Within): Map<string, Promise<T>> {
    const age = takenBack.get(db) ?? 0
    const kept = this.#kept.get(db)
    if (kept?.age === age) return kept.answers
    const answers = new Map<string, Promise<T>>()
    this.#kept.set(db, { age, answers })
    return answers
  }
}
