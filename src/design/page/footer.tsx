// The foot of every page.

import { serviceName } from './header.tsx'

const footerLinks = [
  { href: '/policy', label: 'Our policy' },
  { href: '/help/who-sees-what', label: 'Who sees what' },
  { href: '/agreements/check', label: 'Check a receipt' },
  { href: '/my-trail', label: 'Who has opened my records' },
] as const

export const Footer = ({ organisation }: { organisation?: string }) => (
  <footer class="nhsuk-footer" role="contentinfo">
    <div class="nhsuk-width-container">
      <div class="nhsuk-footer__meta">
        <h2 class="nhsuk-u-visually-hidden">Support links</h2>
        <ul class="nhsuk-footer__list">
          {footerLinks.map(({ href, label }) => (
            <li class="nhsuk-footer__list-item">
              <a class="nhsuk-footer__list-item-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <p class="nhsuk-body-s">{organisation ? `${serviceName}, ${organisation}` : serviceName}</p>
      </div>
    </div>
  </footer>
)
