// What later areas may use of competence.
export {}
