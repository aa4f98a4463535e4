import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { type Role, signInInput } from './model.ts'
import { readSession } from './read-session.ts'
import { requestOrigin } from './request-origin.ts'

import { safePath } from './safe-path.ts'
import { SESSION_COOKIE } from './session-token.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { SESSION_SECONDS_MAX } from './start-session.ts'

declare module 'next-auth' {
  interface Session {
    user?: { id: string; role: Role }
  }
  interface User {
    sid: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

const SECURE = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const

/** next-auth over the same command, row and cookie as our own forms: a session is one, whichever way it began. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS_MAX },
  pages: { signIn: '/sign-in', signOut: '/dashboard', error: '/sign-in' },
  cookies: {
    sessionToken: { name: SESSION_COOKIE.name, options: SESSION_COOKIE.options },
    csrfToken: { name: '__Host-holdfast.csrf', options: SECURE },
    callbackUrl: { name: '__Host-holdfast.callback', options: SECURE },
  },
  providers: [
    CredentialsProvider({
      credentials: {
        email: { label: 'E-mail address', type: 'email' },
        password: { label: 'Password', type: 'password' },
      },
      async authorize(credentials) {
        const input = signInInput.safeParse(credentials)
        if (!input.success) return null
        const result = await signIn(await requestOrigin(), input.data)
        if (!result.ok) throw new Error(result.error)
        return { id: result.value.userId, sid: result.value.sessionId }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid } : { sub: token.sub, sid: token.sid }),
    async session({ session, token }) {
      const person = token.sid ? await readSession(token.sid) : null
      return { expires: session.expires, user: person ? { id: person.userId, role: person.role } : undefined }
    },
    redirect: ({ url, baseUrl }) =>
      baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
  },
  events: {
    async signOut({ token }) {
      if (token?.sid) await signOut(token.sid, await requestOrigin())
    },
  },
}
