/** The database connections that a value stands for: a handle, a builder started from one, an option object that names one. */
import type { ConnectionId, Value } from './values'

export function connectionsOf(value: Value): readonly ConnectionId[] {
  switch (value.kind) {
    case 'client':
      return value.connection === null ? [] : [value.connection]
    case 'lazy':
      return value.write.connections
    case 'choice':
      // Joined only if every alternative is: an outer client among them runs outside.
      return value.options.every((option) => connectionsOf(option).length > 0 || option.kind === 'undefined') ? value.options.flatMap(connectionsOf) : []
    case 'promise':
      return connectionsOf(value.value)
    case 'object':
      return [...value.properties.values()].flatMap((property) => (property.kind === 'client' ? connectionsOf(property) : []))
    default:
      return []
  }
}
