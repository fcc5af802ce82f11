// E-mail addresses as names of accounts. Two that look alike must never be two accounts: only plain letters pass,
// and capitals do not count (TRUST 7).

const shape = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}$/

/** The address in small letters, or null. Letters outside ASCII are refused before folding: 'K' (Kelvin) folds to 'k'. */
export function parseEmail(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 320) return null
  const trimmed = text.trim()
  if (/[^\x21-\x7e]/.test(trimmed)) return null
  const email = trimmed.toLowerCase()
  const local = email.slice(0, email.indexOf('@'))
  const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return email.length <= 254 && shape.test(email) && !dots ? email : null
}
