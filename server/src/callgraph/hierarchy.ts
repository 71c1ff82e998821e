/** Dispatch over class hierarchies, implemented interfaces and object literals that implement an interface. */
import { derived } from '../base/derived'
import type { Expression, FileFacts, MemberReference, TypeFacts, TypeId } from '../facts/ir'

export class Hierarchy {
  private readonly subtypes = new Map<TypeId, TypeId[]>()
  private readonly literals = new Map<string, Expression[]>()
  private readonly dispatched = new Map<string, readonly Expression[]>()

  constructor(
    private readonly types: ReadonlyMap<TypeId, TypeFacts>,
    files: readonly FileFacts[],
  ) {
    for (const type of types.values()) {
      for (const supertype of type.supertypes) if (isRunBy(type.id, supertype)) add(this.subtypes, supertype, type.id)
    }
    for (const file of files) {
      for (const { member, value } of file.implementations) if (isRunBy(file.file, member.owner)) add(this.literals, keyOf(member), value)
    }
  }

  /**
   * Class-hierarchy analysis: any subtype may stand behind the reference. A literal typed as a wider interface than the one asked for
   * counts too, since that interface may be where the member is declared.
   */
  dispatch(member: MemberReference): readonly Expression[] {
    const key = keyOf(member)
    const known = this.dispatched.get(key)
    if (known !== undefined) return known
    const own = this.bodies(member)
    const below = this.below(member.owner)
    const literals = [member.owner, ...below, ...this.interfacesAbove(member.owner)].flatMap(
      (owner) => this.literals.get(keyOf({ owner, name: member.name })) ?? [],
    )
    const others = [...below.flatMap((owner) => this.bodies({ owner, name: member.name })), ...literals]
    const found = distinct([...own, ...distinct(others).sort(byPlace)])
    this.dispatched.set(key, found)
    return found
  }

  fieldValues({ owner, name }: MemberReference): readonly Expression[] {
    const values = [owner, ...this.above(owner)].flatMap(
      (id) =>
        this.types
          .get(id)
          ?.fields.filter((field) => field.name === name)
          .map((field) => field.value) ?? [],
    )
    return distinct(values)
  }

  /** The nearest body up the hierarchy; a field that holds a function is a method as well. */
  private bodies({ owner, name }: MemberReference): readonly Expression[] {
    for (const id of [owner, ...this.above(owner)]) {
      const type = this.types.get(id)
      const methods = type?.methods.filter((method) => method.name === name) ?? []
      if (methods.length > 0) return methods.map((method) => ({ kind: 'function', id: method.id, at: placeOf(method.id) }))
      const fields = type?.fields.filter((field) => field.name === name && field.value.kind !== 'undefined') ?? []
      if (fields.length > 0) return fields.map((field) => field.value)
    }
    return []
  }

  private above(type: TypeId): readonly TypeId[] {
    return closure(type, (id) => this.types.get(id)?.supertypes ?? [])
  }

  private below(type: TypeId): readonly TypeId[] {
    return closure(type, (id) => this.subtypes.get(id) ?? [])
  }

  private interfacesAbove(type: TypeId): readonly TypeId[] {
    if (this.types.get(type)?.kind !== 'interface') return []
    return this.above(type)
  }
}

const exampleFolder = /^(.*\/(?:examples?|example-[^/]*|demos?|playgrounds?)\/)/

/** Examples are customers of the code around them: what they implement of its interfaces does not run in it. Path and identities both start with the file. */
export function isRunBy(implementation: string, owner: string): boolean {
  const [folder] = exampleFolder.exec(implementation) ?? []
  return folder === undefined || owner.startsWith(folder)
}

/** Everything reachable in one step or more, nearest first. */
function closure(start: TypeId, next: (id: TypeId) => readonly TypeId[]): readonly TypeId[] {
  const seen = new Set<TypeId>()
  let front = next(start)
  while (front.length > 0) {
    const fresh = front.filter((id) => id !== start && !seen.has(id))
    for (const id of fresh) seen.add(id)
    front = fresh.flatMap(next)
  }
  return [...seen]
}

function placeOf(id: string): { readonly start: number; readonly end: number } {
  const start = Number(id.slice(id.lastIndexOf('#') + 1))
  return { start, end: start }
}

/** By file, then by offset. */
function byPlace(a: Expression, b: Expression): number {
  const [left, right] = [a, b].map((expression) => (expression.kind === 'function' ? expression.id.slice(0, expression.id.lastIndexOf('#')) : ''))
  if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1
  return startOf(a) - startOf(b)
}

function startOf(expression: Expression): number {
  return expression.kind === 'function' ? placeOf(expression.id).start : expression.at.start
}

function distinct(expressions: readonly Expression[]): Expression[] {
  return [...new Map(expressions.map((expression) => [identityOf(expression), expression])).values()]
}

const textOf = derived((expression: Expression): string => JSON.stringify(expression))

function identityOf(expression: Expression): string {
  return expression.kind === 'function' ? expression.id : `${expression.kind}@${textOf(expression)}`
}

function keyOf({ owner, name }: MemberReference): string {
  return `${owner}\n${name}`
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
