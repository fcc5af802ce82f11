// Print buttons: hidden without scripts, since then they could do nothing.

export function startPrintButtons(): void {
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())
}
