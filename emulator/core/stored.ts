/**
 * How a Stripe object looks in our store: references are ids (nothing is expanded), and the SDK's open
 * enums are closed, so that a status Stripe does not have is a compile error.
 */
type Literals<V> = V extends string ? (string extends V ? never : V) : never
type Strings<V> = [Literals<V>] extends [never] ? Extract<V, string> : Literals<V>
type Deep<V> = V extends (infer Item)[]
  ? Changeable<Item>[]
  : V extends object
    ? { [Key in keyof V]: Changeable<V[Key]> }
    : V

/** `T` of the `stripe` package without expanded references and with closed enums, all the way down. */
export type Changeable<V> = [Extract<V, string>] extends [never]
  ? Deep<V>
  : Strings<V> | Deep<Exclude<V, string | { object: string }>>

type Fixed<V> = V extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : V extends object
    ? { readonly [Key in keyof V]: Fixed<V[Key]> }
    : V
type WithFixedParts<V> = V extends object ? { [Key in keyof V]: Fixed<V[Key]> } : V

/**
 * As `Changeable`, but only the object's own fields may be changed, not the parts inside: those are replaced. So an object, its draft and what
 * events told of it share their parts, and a copy is one level deep (`core/copy.ts`).
 */
export type Stored<V> = WithFixedParts<Changeable<V>>
