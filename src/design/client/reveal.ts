// Shows what hangs on an option when it is chosen. Our own, because the package's script puts `aria-expanded` on radios,
// where the standard does not allow it; without scripts everything is shown.

const hidden = 'nhsuk-radios__conditional--hidden'

const started = new WeakSet<Element>()

export function startReveals(within: ParentNode): void {
  for (const group of within.querySelectorAll('[data-module="nhsuk-radios"]')) {
    if (started.has(group)) continue
    started.add(group)
    const options = [...group.querySelectorAll<HTMLInputElement>('input[data-aria-controls]')]
    const show = () => {
      for (const option of options) {
        document.getElementById(option.dataset.ariaControls ?? '')?.classList.toggle(hidden, !option.checked)
      }
    }
    group.addEventListener('change', show)
    // Also after the browser's own restoring of what was chosen when going back.
    addEventListener('pageshow', show)
    show()
  }
}
