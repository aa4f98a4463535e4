import { ADMIN_PAGES, type AdminPage, may } from '#lib/access/model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Role, Viewer } from '#lib/users/model.ts'

/** `isExact`: only this address is its part of the app, and not what lies below. */
export type NavItem = { href: string; label: MessageKey; isExact?: boolean }

/** What each role finds in the bar at the top; the first entry is where it lands. */
const NAVIGATION: Record<Exclude<Role, 'ADMIN'>, NavItem[]> = {
  EMPLOYER: [
    { href: '/orders', label: 'shell.orders' },
    { href: '/listings', label: 'shell.listings' },
    { href: '/contractors', label: 'shell.contractors' },
    { href: '/offers', label: 'shell.offers' },
    { href: '/deadlines', label: 'shell.deadlines' },
    { href: '/cards', label: 'shell.cards' },
  ],
  CONTRACTOR: [
    { href: '/orders', label: 'shell.orders' },
    { href: '/listings/own', label: 'shell.listings' },
    { href: '/offers', label: 'shell.offers' },
    { href: '/deadlines', label: 'shell.deadlines' },
    { href: '/balance', label: 'shell.balance' },
    { href: '/onboarding', label: 'shell.verification' },
  ],
}

/** `page` is the row of the table that says who may, where the address has something in it. */
type AdminItem = NavItem & ({ href: AdminPage } | { page: AdminPage })

/** What admins find there; those of the second list under “More”. */
const ADMIN_ITEMS: AdminItem[] = [
  { href: '/admin/attention', label: 'shell.needsYou' },
  { href: '/admin', label: 'overview.title', isExact: true },
  { href: '/admin/search', label: 'lists.searchTitle' },
  { href: '/admin/orders', label: 'shell.orders' },
  { href: '/admin/lists/payments', page: '/admin/lists/[list]', label: 'lists.title' },
  { href: '/admin/contractors', label: 'shell.contractors' },
  { href: '/admin/disputes', label: 'shell.disputes' },
]
const MORE_ADMIN_ITEMS: AdminItem[] = [
  { href: '/admin/approvals', label: 'shell.approvals' },
  { href: '/admin/disagreements', label: 'shell.disagreements' },
  { href: '/admin/objections', label: 'shell.objections' },
  { href: '/admin/discrepancies', label: 'shell.discrepancies' },
  { href: '/admin/webhooks', label: 'shell.webhooks' },
  { href: '/admin/audit', label: 'shell.audit' },
  { href: '/admin/accountant', label: 'accountant.title' },
  { href: '/admin/commission', label: 'commission.title' },
  { href: '/admin/team', label: 'shell.team' },
  { href: '/admin/doctor', label: 'doctor.title' },
]

/** Where somebody can go: in the bar, and what has no room there. What their role within the admins may not see is left out. */
export function navigationOf(viewer: Viewer): { items: NavItem[]; more: NavItem[] } {
  if (viewer.role !== 'ADMIN') return { items: NAVIGATION[viewer.role], more: [] }
  const isSeen = (item: AdminItem) => may(viewer, ADMIN_PAGES['page' in item ? item.page : item.href])
  return { items: ADMIN_ITEMS.filter(isSeen), more: MORE_ADMIN_ITEMS.filter(isSeen) }
}
