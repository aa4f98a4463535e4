'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useSyncExternalStore } from 'react'
import { useWords } from '#words'
import { THEME_KEY } from './theme-script.ts'

const THEMES = [
  { value: 'system', label: 'ui.asTheSystem', Icon: Monitor },
  { value: 'light', label: 'ui.light', Icon: Sun },
  { value: 'dark', label: 'ui.dark', Icon: Moon },
] as const

type Theme = (typeof THEMES)[number]['value']

function current(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function choose(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Storage is refused (private windows): the choice then lasts until the page is left.
  }
}

/** Three native radios: system, light, dark. */
export function ThemeToggle() {
  const t = useWords()
  const id = useId()
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => 'system')
  return (
    <fieldset className="needs-script inline-flex rounded-full border bg-card p-0.5">
      <legend className="sr-only">{t('ui.theme')}</legend>
      {THEMES.map(({ value, label, Icon }) => (
        <label
          key={value}
          title={t(label)}
          className="grid size-7 place-items-center rounded-full text-muted-foreground transition-colors hover:text-foreground has-checked:bg-muted has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            name={id}
            checked={theme === value}
            onChange={() => choose(value)}
            className="sr-only"
          />
          <span className="sr-only">{t(label)}</span>
          <Icon aria-hidden className="size-3.5" />
        </label>
      ))}
    </fieldset>
  )
}
