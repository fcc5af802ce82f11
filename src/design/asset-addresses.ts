// Where the built style sheet, script and icon are, with hashes of their content in their names.

/** Addresses under which the web layer serves the files of dist/assets. */
export type Assets = { readonly css: string; readonly js: string; readonly icon: string }
