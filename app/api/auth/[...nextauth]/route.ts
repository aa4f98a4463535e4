import NextAuth from 'next-auth'
import { authOptions } from '#lib/users/auth-options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = NextAuth(authOptions)
const LIMIT_SECONDS = '60'

export { handler as GET }

/** Says when to come back to whoever has tried too often. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const response: Response = await handler(request, context)
  const answer = response.headers.get('location') ?? (await response.clone().text())
  if (answer.includes('error=too_many_tries')) response.headers.set('retry-after', LIMIT_SECONDS)
  return response
}
