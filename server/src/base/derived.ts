/** What follows from something that never changes: computed once, kept for as long as that lives. */
export function derived<From extends object, Value>(compute: (from: From) => Value): (from: From) => Value {
  const known = new WeakMap<From, { readonly value: Value }>()
  return (from) => {
    const found = known.get(from) ?? { value: compute(from) }
    known.set(from, found)
    return found.value
  }
}
