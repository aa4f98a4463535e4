import { ADMIN_PAGES, type AdminPage, may } from '#lib/access/model.ts'
import type { Role, Viewer } from '#lib/users/model.ts'

export type NavItem = { href: string; label: string }

/** What each role finds in the bar at the top; the first entry is where it lands. */
const NAVIGATION: Record<Exclude<Role, 'ADMIN'>, NavItem[]> = {
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
}

type AdminItem = { href: AdminPage; label: string }

/** What admins find there; those of the second list under “More”. */
const ADMIN_ITEMS: AdminItem[] = [
  { href: '/admin/attention', label: 'Needs you' },
  { href: '/admin/orders', label: 'Orders' },
  { href: '/admin/contractors', label: 'Contractors' },
  { href: '/admin/disputes', label: 'Disputes' },
]
const MORE_ADMIN_ITEMS: AdminItem[] = [
  { href: '/admin/approvals', label: 'Approvals' },
  { href: '/admin/disagreements', label: 'Disagreements' },
  { href: '/admin/objections', label: 'Objections' },
  { href: '/admin/discrepancies', label: 'Discrepancies' },
  { href: '/admin/webhooks', label: 'Webhooks' },
  { href: '/admin/audit', label: 'Audit' },
  { href: '/admin/team', label: 'Team' },
]

/** Where somebody can go: in the bar, and what has no room there. What their role within the admins may not see is left out. */
export function navigationOf(viewer: Viewer): { items: NavItem[]; more: NavItem[] } {
  if (viewer.role !== 'ADMIN') return { items: NAVIGATION[viewer.role], more: [] }
  const isSeen = ({ href }: AdminItem) => may(viewer, ADMIN_PAGES[href])
  return { items: ADMIN_ITEMS.filter(isSeen), more: MORE_ADMIN_ITEMS.filter(isSeen) }
}
