import type { Role } from '#lib/users/model.ts'

export type NavItem = { href: string; label: string }

/** What each role finds in the bar at the top; the first entry is where it lands. */
export const NAVIGATION: Record<Role, NavItem[]> = {
  EMPLOYER: [
    { href: '/orders', label: 'Orders' },
    { href: '/listings', label: 'Listings' },
    { href: '/contractors', label: 'Contractors' },
    { href: '/offers', label: 'Offers' },
    { href: '/deadlines', label: 'Deadlines' },
    { href: '/cards', label: 'Cards' },
  ],
  CONTRACTOR: [
    { href: '/orders', label: 'Orders' },
    { href: '/listings/own', label: 'Listings' },
    { href: '/offers', label: 'Offers' },
    { href: '/deadlines', label: 'Deadlines' },
    { href: '/balance', label: 'Balance' },
    { href: '/onboarding', label: 'Verification' },
  ],
  ADMIN: [
    { href: '/admin/attention', label: 'Needs you' },
    { href: '/admin/orders', label: 'Orders' },
    { href: '/admin/contractors', label: 'Contractors' },
    { href: '/admin/disagreements', label: 'Disagreements' },
    { href: '/admin/disputes', label: 'Disputes' },
    { href: '/admin/discrepancies', label: 'Discrepancies' },
    { href: '/admin/webhooks', label: 'Webhooks' },
    { href: '/admin/audit', label: 'Audit' },
  ],
}
