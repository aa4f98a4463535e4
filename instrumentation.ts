/** Runs once when the server starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchPeerAddresses } = await import('#lib/users/peer-address.ts')
  const { letConnectionsEnd } = await import('#lib/graceful-stop.ts')
  watchPeerAddresses()
  letConnectionsEnd()
}
