/** Runs once when the server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchPeerAddresses } = await import('#lib/users/peer-address.ts')
  const { letConnectionsEnd } = await import('#lib/graceful-stop.ts')
  watchPeerAddresses()
  letConnectionsEnd()
  // In development a change of the code must count at once, as it does in a route.
  if (process.env.NODE_ENV !== 'production') return
  const { takeWebhooksBeforeNext } = await import('#lib/webhooks/before-next.ts')
  takeWebhooksBeforeNext()
}
