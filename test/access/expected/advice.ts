// The advice desk: anybody may ask; who asked, and who answers, see what was said (SPEC 8, TRUST's row of advice).

export const ofAdvice: Readonly<Record<string, string>> = {
  'GET /advice': 'everybody opens it',
}
