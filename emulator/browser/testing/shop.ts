import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of a shop at an origin of its own, as the app is to the emulator. */
export interface Shop {
  origin: string
  close: () => Promise<void>
}

/**
 * Serves one page at `/` that first loads the emulator's `stripe.js` and then runs `script`. The script comes
 * through the shop's own origin, as the app does it, so that the emulator's must be told by `?origin=`.
 */
export async function openShop(emulator: string, script: string, body: string): Promise<Shop> {
  const stripeJs = await (await fetch(`${emulator}/stripe.js`)).text()
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<link rel="icon" href="data:,">
<style>body{margin:0;padding:16px;font-family:sans-serif} .dark{background:#16181d;color:#fff}</style>
<script src="/stripe-local/stripe.js?origin=${encodeURIComponent(emulator)}"></script></head>
<body>${body}<script src="/shop.js"></script></body></html>`
  const contents: Record<string, [type: string, text: string]> = {
    '/': ['text/html; charset=utf-8', page],
    '/done': [
      'text/html; charset=utf-8',
      '<!doctype html><html lang="en"><title>Done</title><h1>Done</h1></html>',
    ],
    '/shop.js': ['text/javascript; charset=utf-8', script],
    '/stripe-local/stripe.js': ['text/javascript; charset=utf-8', stripeJs],
  }
  const server = http.createServer((request, response) => {
    const [type, text] = contents[(request.url ?? '/').split('?')[0] ?? '/'] ?? ['text/plain', '']
    response.writeHead(text === '' ? 404 : 200, { 'content-type': type }).end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
