'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '#words'
import { Modal } from './modal.tsx'
import type { PaletteItem } from './model.ts'
import { type Found, usePalette } from './use-palette.ts'

/** Pages and own orders by a few letters: a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox). */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const id = useId()
  const router = useRouter()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = usePalette(words)
  const { items } = found
  const chosen = Math.min(at, items.length - 1)

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    router.push(item.href)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && items.length > 0) setAt((chosen + by + items.length) % items.length)
    else if (event.key === 'Enter') go(items[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Modal label={t('palette.open')} onClose={onClose}>
      <input
        // biome-ignore lint/a11y/noAutofocus: a dialog that was opened to be typed into
        autoFocus
        role="combobox"
        aria-label={t('palette.placeholder')}
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={items.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.placeholder')}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="-outline-offset-2 h-13 w-full rounded-t-xl border-b bg-transparent px-5 text-base placeholder:text-muted-foreground"
      />
      <Items {...{ id, items, chosen, go }} />
      <State found={found} />
    </Modal>
  )
}

type ItemsProps = { id: string; items: PaletteItem[]; chosen: number; go: (item: PaletteItem) => void }

function Items({ id, items, chosen, go }: ItemsProps) {
  const t = useWords()
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t('palette.open')}
      className="grid gap-0.5 p-2 empty:hidden"
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the input points at the chosen one
        <div
          key={item.href}
          ref={element => {
            if (index === chosen) element?.scrollIntoView({ block: 'nearest' })
          }}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onClick={() => go(item)}
          className="flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-md px-3 py-1.5 text-sm hover:bg-muted aria-selected:bg-primary-soft"
        >
          <span className="wrap-anywhere min-w-0">{item.title}</span>
          <span className="text-muted-foreground text-xs">{t(`palette.${item.of}`)}</span>
        </div>
      ))}
    </div>
  )
}

function State({ found: { items, state } }: { found: Found }) {
  const t = useWords()
  const isOver = state === 'done' && items.length > 0
  const words = {
    searching: () => t('palette.searching'),
    failed: () => t('palette.failed'),
    done: () => (isOver ? t('palette.found', { count: items.length }) : t('palette.nothing')),
  }[state]()
  return (
    <p role="status" className={isOver ? 'sr-only' : 'px-5 py-4 text-muted-foreground text-sm'}>
      {words}
    </p>
  )
}
