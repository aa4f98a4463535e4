import { cva, type VariantProps } from 'class-variance-authority'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const buttonVariants = cva(
  'inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium transition-colors disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground shadow-card hover:bg-primary-hover',
        secondary: 'border border-control/55 bg-card text-foreground shadow-card hover:bg-muted',
        ghost: 'text-foreground hover:bg-muted',
        destructive: 'bg-destructive text-destructive-foreground shadow-card hover:bg-destructive-hover',
        link: 'text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary',
      },
      size: {
        sm: 'h-8 px-3 text-sm',
        md: 'h-10 px-4 text-sm',
        lg: 'h-12 px-6 text-base',
        icon: 'size-10',
        inline: 'h-auto min-h-6 p-0',
      },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
)

type Look = VariantProps<typeof buttonVariants>

/** A plain button. In a form, use SubmitButton: it shows that the form is being sent and cannot be pressed twice. */
export function Button({
  className,
  variant,
  size,
  type = 'button',
  ...props
}: ComponentProps<'button'> & Look) {
  return <button type={type} className={cn(buttonVariants({ variant, size }), className)} {...props} />
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ className, variant, size, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link prefetch={false} className={cn(buttonVariants({ variant, size }), className)} {...props} />
}
