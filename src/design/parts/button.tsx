// Buttons. One green button on a page: the next step. Everything else is `secondary` or a link.

import type { ComponentChildren } from 'preact'

export type ButtonVariant = 'secondary' | 'secondary-solid' | 'reverse' | 'warning' | 'brand' | 'login'

export type ButtonProps = {
  children: ComponentChildren
  variant?: ButtonVariant
  small?: boolean
  disabled?: boolean
  name?: string
  value?: string
  /** Sends the form elsewhere than its own address. */
  formAction?: string
  /** For buttons that do not need the whole form to be right: "Find", "Add another". */
  formNoValidate?: boolean
  type?: 'submit' | 'button'
  id?: string
  classes?: string
  ariaLabel?: string
  describedBy?: string
  /** On by default for buttons that submit: a second press within a second does nothing. */
  preventDoubleClick?: boolean
  /** Prints the page; give it `type="button"`. Not shown where scripts do not run. */
  print?: boolean
}

const classesOf = (props: { variant?: ButtonVariant; small?: boolean; classes?: string; print?: boolean }) =>
  [
    'nhsuk-button',
    props.variant && `nhsuk-button--${props.variant}`,
    props.small && 'nhsuk-button--small',
    props.print && 'js-only',
    props.classes,
  ]
    .filter(Boolean)
    .join(' ')

/** A button that submits the form around it. */
export const Button = (props: ButtonProps) => (
  <button
    class={classesOf(props)}
    id={props.id}
    name={props.name}
    data-module="nhsuk-button"
    data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
    type={props.type ?? 'submit'}
    value={props.value}
    disabled={props.disabled}
    aria-label={props.ariaLabel}
    aria-disabled={props.disabled ? 'true' : undefined}
    aria-describedby={props.describedBy}
    data-print={props.print}
    formaction={props.formAction}
    formnovalidate={props.formNoValidate}
  >
    {props.children}
  </button>
)

export type LinkButtonProps = {
  href: string
  children: ComponentChildren
  variant?: ButtonVariant
  small?: boolean
  id?: string
  classes?: string
  ariaLabel?: string
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = (props: LinkButtonProps) => (
  <a
    class={classesOf(props)}
    id={props.id}
    data-module="nhsuk-button"
    href={safeHref(props.href)}
    role="button"
    draggable={false}
    aria-label={props.ariaLabel}
  >
    {props.children}
  </a>
)

/** Addresses of our own pages and mailto or tel only: no JSX engine stops `javascript:`. */
export const safeHref = (href: string): string =>
  /^(?:[/#?]|https?:\/\/|mailto:|tel:|[\w.-]*$)/i.test(href) && !/^\/\//.test(href) ? href : '#'

/** Buttons and links beside each other, stacked on a phone. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="nhsuk-button-group">{children}</div>
)
