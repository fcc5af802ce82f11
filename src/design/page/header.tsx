// The top of every page: the service's name, who is signed in, and the headings that this person has something under.
// The NHS logo only where a setting says that the organisation may use it.

import { PostForm } from '../form/form.tsx'
import { safeHref } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'

export const serviceName = 'Manage clinical supervision'

export type NavigationItem = { readonly href: string; readonly label: string; readonly current?: boolean }

export type SignedIn = {
  readonly name: string
  /** The address of the person's own account page. */
  readonly account: string
  /** Where signing out is posted to. */
  readonly signOut: string
}

export type HeaderProps = {
  navigation?: readonly NavigationItem[]
  signedIn?: SignedIn
  logo?: boolean
  /** Where the service's name leads: the home page. */
  home?: string
}

export const Header = ({ navigation = [], signedIn, logo, home = '/' }: HeaderProps) => (
  <header class="nhsuk-header" data-module="nhsuk-header" role="banner">
    <div class="nhsuk-header__container nhsuk-width-container">
      <div class="nhsuk-header__service">
        {logo ? (
          <a class="nhsuk-header__service-logo" href={home} aria-label={`NHS ${serviceName} home`}>
            <NhsLogo />
            <span class="nhsuk-header__service-name">{serviceName}</span>
          </a>
        ) : (
          <a class="nhsuk-header__service-name" href={home}>
            {serviceName}
          </a>
        )}
      </div>
      {signedIn && <Account {...signedIn} />}
    </div>
    {navigation.length > 0 && <Navigation items={navigation} />}
  </header>
)

const Account = ({ name, account, signOut }: SignedIn) => (
  <nav class="nhsuk-header__account" aria-label="Account">
    <ul class="nhsuk-header__account-list">
      <li class="nhsuk-header__account-item">
        <a class="nhsuk-header__account-link" href={safeHref(account)}>
          <Icon name="user" />
          <span class="nhsuk-u-visually-hidden">Your account: </span>
          <bdi>{name}</bdi>
        </a>
      </li>
      <li class="nhsuk-header__account-item">
        <PostForm action={signOut} classes="nhsuk-header__account-form">
          <button class="nhsuk-header__account-button" type="submit">
            Sign out
          </button>
        </PostForm>
      </li>
    </ul>
  </nav>
)

const Navigation = ({ items }: { items: readonly NavigationItem[] }) => (
  <nav class="nhsuk-header__navigation" aria-label="Menu">
    <div class="nhsuk-header__navigation-container nhsuk-width-container">
      <ul class="nhsuk-header__navigation-list">
        {items.map(({ href, label, current }) => (
          <li class={`nhsuk-header__navigation-item${current ? ' nhsuk-header__navigation-item--current' : ''}`}>
            <a class="nhsuk-header__navigation-link" href={safeHref(href)} aria-current={current ? 'page' : undefined}>
              {current ? <strong class="nhsuk-header__navigation-item-current-fallback">{label}</strong> : label}
            </a>
          </li>
        ))}
        <li class="nhsuk-header__menu" hidden>
          <button
            class="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
            id="toggle-menu"
            aria-expanded="false"
            type="button"
          >
            <span class="nhsuk-u-visually-hidden">Browse </span>More
          </button>
        </li>
      </ul>
    </div>
  </nav>
)

const NhsLogo = () => (
  <svg
    class="nhsuk-header__logo"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 200 80"
    height="40"
    width="100"
    focusable="false"
    aria-hidden="true"
  >
    <path
      fill="currentcolor"
      d="M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z"
    />
  </svg>
)
