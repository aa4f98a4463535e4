import http from 'node:http'
import { serve } from '../serve.ts'

/** A bare server that answers everything with a constant of the given size: what HTTP in Node costs by itself. */
const body = JSON.stringify({
  object: 'constant',
  filler: 'x'.repeat(Math.max(0, Number(process.argv[2]) - 35)),
})

const server = http.createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
serve(server)
