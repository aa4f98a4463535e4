/** Runs once when the server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchPeerAddresses } = await import('#lib/users/peer-address.ts')
  const { letConnectionsEnd } = await import('#lib/graceful-stop.ts')
  watchPeerAddresses()
  letConnectionsEnd()
  // In development a change of the code must count at once, as it does in a route.
  if (process.env.NODE_ENV !== 'production') return
  const { takeBeforeNext } = await import('#lib/before-next.ts')
  const { webhooks } = await import('#lib/webhooks/serve-webhook.ts')
  const { holds } = await import('#lib/checkout/serve-hold.ts')
  takeBeforeNext([webhooks, holds])
}
