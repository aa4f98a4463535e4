import http from 'node:http'
import { serve } from '../serve.ts'

/**
 * Serves webhooks on a free port and says so. `take` throws for what it refuses; whatever it refuses for, the answer is 400.
 */
export function listen(take: (body: Buffer, signature: string) => Promise<unknown>): void {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', async () => {
      const status = await take(Buffer.concat(chunks), String(request.headers['stripe-signature'])).then(
        () => 200,
        error => {
          process.stderr.write(`${String(error)}\n`)
          return 400
        },
      )
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"received":true}')
    })
  })
  serve(server)
}
