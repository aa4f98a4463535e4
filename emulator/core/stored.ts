/**
 * How a Stripe object looks in our store: references are ids (nothing is expanded), and the SDK's open
 * enums are closed, so that a status Stripe does not have is a compile error.
 */
type Literals<V> = V extends string ? (string extends V ? never : V) : never
type Strings<V> = [Literals<V>] extends [never] ? Extract<V, string> : Literals<V>
type Deep<V> = V extends (infer Item)[]
  ? Stored<Item>[]
  : V extends object
    ? { [Key in keyof V]: Stored<V[Key]> }
    : V

/** `T` of the `stripe` package without expanded references and with closed enums, all the way down. */
export type Stored<V> = [Extract<V, string>] extends [never]
  ? Deep<V>
  : Strings<V> | Deep<Exclude<V, string | { object: string }>>
