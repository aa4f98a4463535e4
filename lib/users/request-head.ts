import { cookies, headers } from 'next/headers'

/** What a request says before its body, whoever took it in: the headers and cookies that Next hands out, or those of a Request of our own. */
export type RequestHead = {
  headers: Pick<Headers, 'get'>
  cookies: { get: (name: string) => { value: string } | undefined }
}

/** The head of the request that Next is answering. */
export async function currentHead(): Promise<RequestHead> {
  return { headers: await headers(), cookies: await cookies() }
}
