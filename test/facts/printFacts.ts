/** Prints facts as compact pseudo-code, so that a test reads like the source it is about. */
import type { CatalogueEffect } from '../../server/src/models/effects'
import type {
  ArrayItem,
  Decorator,
  Expression,
  FileFacts,
  FunctionFacts,
  ObjectProperty,
  Parameter,
  Pattern,
  Statement,
  TypeFacts,
} from '../../server/src/facts/ir'

/** All of a program's files, because names of functions and types are looked up across them. */
export class FactsPrinter {
  private readonly names = new Map<string, string>()

  constructor(private readonly files: readonly FileFacts[]) {
    for (const file of files) {
      for (const fn of file.functions) this.names.set(fn.id, fn.name === '' ? `callback${String(lineOf(file, fn.at.start))}` : fn.name)
      for (const type of file.types) this.names.set(type.id, type.name)
    }
  }

  /** Module code, functions, then everything else that is not empty. */
  print(file = this.files[0]): string {
    if (file === undefined) return ''
    const sections = [
      this.statements(file.module.body, ''),
      ...file.functions.map((fn) => this.functionFacts(fn)),
      ...file.types.map((type) => this.typeFacts(type)),
      ...file.variables.map(({ name, value }) => `variable ${name} = ${this.expression(value)}`),
      ...file.exports.map(({ name, value }) => `export ${name} = ${this.expression(value)}`),
      ...file.implementations.map(({ member, value }) => `implements ${this.nameOf(member.owner)}.${member.name} = ${this.expression(value)}`),
    ]
    return sections.filter((section) => section !== '').join('\n')
  }

  printAll(): string {
    return this.files.map((file) => `--- ${file.file}\n${this.print(file)}`).join('\n')
  }

  /** Only the function of that name. */
  printFunction(name: string): string {
    const fn = this.files.flatMap((file) => file.functions).find((candidate) => candidate.name === name)
    return fn === undefined ? `no function ${name}` : this.functionFacts(fn)
  }

  functionFacts(fn: FunctionFacts): string {
    const flags = `${fn.async ? 'async ' : ''}${fn.generator ? 'generator ' : ''}`
    const notes = [
      ...(fn.owner === null ? [] : [`of ${this.nameOf(fn.owner)}`]),
      ...(fn.enclosing === null ? [] : [`in ${this.nameOf(fn.enclosing)}`]),
      ...fn.directives.map((directive) => `'${directive}'`),
    ]
    const parameters = fn.parameters.map((parameter, index) => `${this.decorators(fn.parameterDecorators[index] ?? [])}${this.parameter(parameter)}`).join(', ')
    const head = `${this.decorators(fn.decorators)}${flags}function ${this.nameOf(fn.id)}(${parameters})${notes.length === 0 ? '' : ` [${notes.join(', ')}]`}`
    return fn.body.length === 0 ? `${head} {}` : `${head} {\n${this.statements(fn.body, '  ')}\n}`
  }

  typeFacts(type: TypeFacts): string {
    const supertypes = [...type.supertypes.map((id) => this.nameOf(id)), ...(type.catalogueSupertype === null ? [] : [type.catalogueSupertype])]
    const heritage = supertypes.length === 0 ? '' : ` extends ${supertypes.join(', ')}`
    const members = [
      ...(type.constructorId === null ? [] : ['constructor']),
      ...type.methods.map((method) => `${method.isStatic ? 'static ' : ''}${method.name}()`),
      ...type.fields.map((field) => `${field.isStatic ? 'static ' : ''}${field.name} = ${this.expression(field.value)}`),
    ]
    return `${this.decorators(type.decorators)}${type.kind} ${type.name}${heritage} { ${members.join('; ')} }`
  }

  private decorators(decorators: readonly Decorator[]): string {
    return decorators
      .map((decorator) => `@${decorator.name}(${decorator.arguments.map((argument) => this.expression(argument)).join(', ')})${effects(decorator.effects)} `)
      .join('')
  }

  private parameter(parameter: Parameter): string {
    return `${parameter.rest ? '...' : ''}${this.pattern(parameter.pattern)}${parameter.type === undefined ? '' : `: ${parameter.type}`}`
  }

  statements(statements: readonly Statement[], indent: string): string {
    return statements.map((statement) => this.statement(statement, indent)).join('\n')
  }

  private block(statements: readonly Statement[], indent: string): string {
    return statements.length === 0 ? '{}' : `{\n${this.statements(statements, `${indent}  `)}\n${indent}}`
  }

  private statement(statement: Statement, indent: string): string {
    const block = (body: readonly Statement[]): string => this.block(body, indent)
    const label = 'label' in statement && statement.label !== null && statement.kind !== 'break' && statement.kind !== 'continue' ? `${statement.label}: ` : ''
    switch (statement.kind) {
      case 'expression':
        return `${indent}${this.expression(statement.value)}`
      case 'declare':
        return `${indent}let ${this.pattern(statement.pattern)}${statement.value === null ? '' : ` = ${this.expression(statement.value)}`}`
      case 'if':
        return `${indent}if (${this.expression(statement.test)}) ${block(statement.then)}${statement.otherwise.length === 0 ? '' : ` else ${block(statement.otherwise)}`}`
      case 'loop': {
        const initial = statement.initial.map((part) => this.statement(part, '')).join(', ')
        const test = statement.test === null ? 'forever' : this.expression(statement.test)
        const parts = [initial, test, statement.step === null ? '' : this.expression(statement.step)].filter((part) => part !== '').join('; ')
        return `${indent}${label}${statement.form} (${parts}) ${block(statement.body)}`
      }
      case 'each':
        return `${indent}${label}for ${statement.form === 'await' ? 'await ' : ''}(${this.pattern(statement.pattern)} ${statement.form === 'in' ? 'in' : 'of'} ${this.expression(statement.over)}) ${block(statement.body)}`
      case 'switch':
        return `${indent}switch (${this.expression(statement.value)}) {\n${statement.cases
          .map(({ test, body }) => `${indent}  ${test === null ? 'default' : `case ${this.expression(test)}`}: ${this.block(body, `${indent}  `)}`)
          .join('\n')}\n${indent}}`
      case 'try': {
        const { handler } = statement
        const caught = handler === null ? '' : ` catch ${handler.pattern === null ? '' : `(${this.pattern(handler.pattern)}) `}${block(handler.body)}`
        return `${indent}try ${block(statement.body)}${caught}${statement.finalizer === null ? '' : ` finally ${block(statement.finalizer)}`}`
      }
      case 'return':
        return `${indent}return${statement.value === null ? '' : ` ${this.expression(statement.value)}`}`
      case 'throw':
        return `${indent}throw ${this.expression(statement.value)}`
      case 'break':
      case 'continue':
        return `${indent}${statement.kind}${statement.label === null ? '' : ` ${statement.label}`}`
      case 'block':
        return `${indent}${label}${block(statement.body)}`
    }
  }

  pattern(pattern: Pattern): string {
    const fallback = pattern.fallback === null ? '' : ` = ${this.expression(pattern.fallback)}`
    const rest = pattern.kind !== 'name' && pattern.rest !== null ? [`...${this.pattern(pattern.rest)}`] : []
    switch (pattern.kind) {
      case 'name':
        return `${pattern.name}${fallback}`
      case 'objectPattern':
        return `{ ${[...pattern.properties.map((property) => `${property.key ?? '?'}: ${this.pattern(property.pattern)}${effects(property.effects ?? [])}`), ...rest].join(', ')} }${fallback}`
      case 'arrayPattern':
        return `[${[...pattern.items.map((item) => (item === null ? '' : this.pattern(item))), ...rest].join(', ')}]${fallback}`
    }
  }

  expression(value: Expression): string {
    const text = this.untyped(value)
    return value.type === undefined ? text : `${text}«${value.type}»`
  }

  private untyped(value: Expression): string {
    const show = (part: Expression): string => this.expression(part)
    switch (value.kind) {
      case 'constant':
        return JSON.stringify(value.value)
      case 'undefined':
        return 'undefined'
      case 'variable':
        return value.name
      case 'global':
        return `${value.name}@${value.module ?? 'global'}`
      case 'function':
        return `ƒ${this.nameOf(value.id)}`
      case 'class':
        return `class:${this.nameOf(value.id)}`
      case 'module':
        return `module(${value.file})`
      case 'this':
        return value.base === true ? 'super' : 'this'
      case 'property':
        return `${show(value.object)}${value.optional ? '?.' : '.'}${value.name}${value.member === null ? '' : `[${this.nameOf(value.member.owner)}]`}${effects(value.effects)}`
      case 'element':
        return `${show(value.object)}[${show(value.key)}]`
      case 'object':
        return value.properties.length === 0 ? '{}' : `{ ${value.properties.map((property) => this.property(property)).join(', ')} }`
      case 'array':
        return `[${this.items(value.items)}]`
      case 'call':
        return this.call(value)
      case 'await':
        return `await ${show(value.value)}`
      case 'conditional':
        return `(${show(value.test)} ? ${show(value.whenTrue)} : ${show(value.whenFalse)})`
      case 'logical':
      case 'compare':
      case 'arithmetic':
        return `(${show(value.left)} ${value.operator} ${show(value.right)})`
      case 'not':
        return `!${show(value.value)}`
      case 'template':
        return `\`${value.parts.map((part) => (part.kind === 'constant' ? String(part.value) : `\${${show(part)}}`)).join('')}\``
      case 'assign': {
        const target =
          value.target.kind === 'name' || value.target.kind === 'objectPattern' || value.target.kind === 'arrayPattern'
            ? this.pattern(value.target)
            : show(value.target)
        return `${target} ${value.operator} ${show(value.value)}`
      }
      case 'sequence':
        return `(${value.items.map(show).join(', ')})`
      case 'import':
        return `import(${value.file ?? `'${value.specifier}'`})`
      case 'yield':
        return `yield${value.delegate ? '*' : ''} ${show(value.value)}`
      case 'other':
        return `?(${value.parts.map(show).join(', ')})`
    }
  }

  /** `→` what runs, `[Owner]` where it is dispatched, `{…}` its effects; `!` unresolved, `~` external. */
  private call(value: Extract<Expression, { kind: 'call' }>): string {
    const form = value.form === 'call' ? '' : `${value.form} `
    const notes = [
      ...(value.resolution === 'unresolved' ? ['!'] : value.resolution === 'external' ? ['~'] : []),
      ...(value.targets.length === 0 ? [] : [`→${value.targets.map((id) => this.nameOf(id)).join('|')}`]),
      ...(value.member === null ? [] : [`[${this.nameOf(value.member.owner)}.${value.member.name}]`]),
      ...(value.effects.length === 0 ? [] : [effects(value.effects)]),
      ...(value.typeArgument === null ? [] : [`<${value.typeArgument}>`]),
      ...(value.neverReturns ? ['never'] : []),
    ]
    return `${form}${this.expression(value.callee)}(${this.items(value.arguments)})${notes.join('')}`
  }

  private items(items: readonly ArrayItem[]): string {
    return items.map((item) => `${item.spread ? '...' : ''}${this.expression(item.value)}`).join(', ')
  }

  private property(property: ObjectProperty): string {
    const value = this.expression(property.value)
    if (property.key === null) return `...${value}`
    return `${typeof property.key === 'string' ? property.key : `[${this.expression(property.key)}]`}: ${value}${effects(property.effects)}`
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id
  }
}

function effects(list: readonly CatalogueEffect[]): string {
  return list.length === 0 ? '' : `{${list.map(({ library, effect }) => `${library}:${effect.kind}`).join(' ')}}`
}

function lineOf(file: FileFacts, offset: number): number {
  return file.lineStarts.filter((start) => start <= offset).length
}
