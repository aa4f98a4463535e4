import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_SCRIPT } from '#components/shell/theme-script.ts'
import { ISLAND_AREAS } from '#lib/i18n/island-areas.ts'
import { getWords } from '#lib/i18n/request.ts'
import { mono, sans } from './fonts.ts'
import { IslandWords } from './island-words.tsx'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: { default: 'Holdfast', template: '%s · Holdfast' }, description: t('shell.description') }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const t = await getWords()
  return (
    <html lang={t.locale} className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint
          dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
        />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-primary font-medium text-primary-foreground focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-4 focus:py-2"
        >
          {t('shell.skipToContent')}
        </a>
        <IslandWords areas={ISLAND_AREAS.everywhere}>{children}</IslandWords>
      </body>
    </html>
  )
}
