import { databaseAnswers } from '#lib/health.ts'

export const dynamic = 'force-dynamic'

/** For load balancers and the start command: 200 while requests can be served, 503 otherwise. */
export async function GET(): Promise<Response> {
  const up = await databaseAnswers()
  return Response.json(
    { status: up ? 'ok' : 'unavailable' },
    { status: up ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
