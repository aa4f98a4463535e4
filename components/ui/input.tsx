import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export const controlClass =
  'w-full rounded-md border border-control bg-card text-base text-foreground shadow-card transition-colors placeholder:text-muted-foreground hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground aria-invalid:border-destructive sm:text-sm'

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={cn(controlClass, 'h-10 px-3', className)} {...props} />
}
