// Print buttons: hidden without scripts, since then they could do nothing.

const print = () => window.print()

/** Started twice, a button still prints once. */
export function startPrintButtons(within: ParentNode): void {
  for (const button of within.querySelectorAll('[data-print]')) button.addEventListener('click', print)
}
