import type { PaletteAnswer, PaletteItem } from '#components/palette/model.ts'
import { navigationOf } from '#components/shell/navigation.ts'
import { getWords } from '#lib/i18n/request.ts'
import { listOrdersInput } from '#lib/orders/model.ts'
import { listOrders } from '#lib/orders/queries.ts'
import { currentViewer } from '#lib/users/current-actor.ts'
import type { Actor } from '#lib/users/model.ts'
import { getViewer } from '#lib/users/queries.ts'

const ORDERS_MAX = 7
const WORDS_CHARS_MAX = 120

/** The pages that the person finds in the bar and in the account's menu, by their names in the person's language. */
async function pagesFor(actor: Actor, q: string): Promise<PaletteItem[]> {
  const t = await getWords()
  const { items, more } = navigationOf(await getViewer(actor))
  const others = [
    { href: '/notifications', label: 'shell.notifications' },
    { href: '/notifications/preferences', label: 'preferences.title' },
    { href: '/account/security', label: 'ownAccount.security' },
  ] as const
  return [...items, ...more, ...others]
    .map(({ href, label }) => ({ href, title: t(label), of: 'pages' as const }))
    .filter(({ title }) => title.toLocaleLowerCase(t.locale).includes(q.toLocaleLowerCase(t.locale)))
}

async function ordersFor(actor: Actor, q: string): Promise<PaletteItem[]> {
  const { orders } = await listOrders(actor, listOrdersInput.parse({ q: q || undefined }))
  const base = actor.role === 'ADMIN' ? '/admin/orders' : '/orders'
  return orders.slice(0, ORDERS_MAX).map(({ id, number, title }) => ({
    href: `${base}/${id}`,
    title: `#${number} ${title}`,
    of: 'orders',
  }))
}

/** What the palette finds for some words: pages of the person's role, and orders that they may see, the newest first. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentViewer()
  if (!actor) return new Response(null, { status: 401 })
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, WORDS_CHARS_MAX)
  const [pages, orders] = await Promise.all([pagesFor(actor, q), ordersFor(actor, q)])
  const answer: PaletteAnswer = { items: [...pages, ...orders] }
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } })
}
