/** Executes statements: states flow from one to the next; `exits` collects what leaves early. */
import { assertNever } from '../base/assertNever'
import type { Statement } from '../facts/ir'
import { bind } from './bind'
import { noteDropped } from './dropped'
import { compareValues, truthRefinement } from './compare'
import { refine } from './refine'
import { mergeThrown } from './results'
import { caughtAt, mergeStates, unionOfGuards, type Failure, type Result, type State } from './state'
import { absent, joinValues, truthOf, unknown, type Value } from './values'
import { noExits, type Exits, type Frame, type Walk } from './walk'

type Kind<K extends Statement['kind']> = Extract<Statement, { kind: K }>

export function executeStatements(walk: Walk, frame: Frame, statements: readonly Statement[], states: readonly State[], exits: Exits): State[] {
  let current = mergeStates(states)
  for (const statement of statements) {
    if (current.length === 0) break
    current = mergeStates(current.flatMap((state) => executeStatement(walk, frame, statement, state, exits)))
  }
  return current
}

function executeStatement(walk: Walk, frame: Frame, statement: Statement, state: State, exits: Exits): State[] {
  walk.tick(frame)
  switch (statement.kind) {
    case 'expression':
      return walk.evaluate(frame, statement.value, state, exits).map((result) => dropped(walk, result))
    case 'declare': {
      if (statement.value === null) return bind(walk, frame, statement.pattern, absent, state, exits)
      return walk.evaluate(frame, statement.value, state, exits).flatMap((result) => bind(walk, frame, statement.pattern, result.value, result.state, exits))
    }
    case 'if': {
      const { yes, no } = walk.test(frame, statement.test, state, exits)
      const then = executeStatements(walk, frame, statement.then, yes, exits)
      const otherwise = executeStatements(walk, frame, statement.otherwise, no, exits)
      return [...(turnedBack(no, otherwise) ? guardedBy(then, yes, state) : then), ...(turnedBack(yes, then) ? guardedBy(otherwise, no, state) : otherwise)]
    }
    case 'loop':
      return contained(state, executeLoop(walk, frame, statement, state, exits))
    case 'each':
      return contained(state, executeEach(walk, frame, statement, state, exits))
    case 'switch':
      return contained(state, executeSwitch(walk, frame, statement, state, exits))
    case 'try':
      return executeTry(walk, frame, statement, state, exits)
    case 'return': {
      const results = statement.value === null ? [{ state, value: absent }] : walk.evaluate(frame, statement.value, state, exits)
      exits.returns.push(...results)
      return []
    }
    case 'throw':
      exits.throws.push(...carriers(walk.evaluate(frame, statement.value, state, exits)).map(thrown))
      return []
    case 'break':
      exits.breaks.push({ label: statement.label, state })
      return []
    case 'continue':
      exits.continues.push({ label: statement.label, state })
      return []
    case 'block': {
      if (statement.label === null) return executeStatements(walk, frame, statement.body, [state], exits)
      const inner = noExits()
      const after = executeStatements(walk, frame, statement.body, [state], inner)
      const { label } = statement
      const broken = inner.breaks.filter((exit) => exit.label === label).map((exit) => exit.state)
      passOn(inner, exits, (exit) => exit.label !== label)
      return contained(state, [...after, ...broken])
    }
    default:
      return assertNever(statement)
  }
}

/** Nothing that goes in comes out again below. */
function turnedBack(starts: readonly State[], ends: readonly State[]): boolean {
  return starts.some((state) => state.failure === null) && !ends.some((state) => state.failure === null)
}

/** What let a state pass while the other side of the test turned back. */
function guardedBy(ends: readonly State[], starts: readonly State[], before: State): State[] {
  const guards = starts.flatMap((start) => (start.failure === null ? start.guards.filter((guard) => !before.guards.includes(guard)) : []))
  return guards.length === 0 ? [...ends] : ends.map((state) => ({ ...state, turningBack: unionOfGuards(state.turningBack, guards) }))
}

/** A statement that catches what turns back inside it: its guards say nothing of what follows. */
function contained(before: State, after: readonly State[]): State[] {
  return after.map((state) => (state.turningBack === before.turningBack ? state : { ...state, turningBack: before.turningBack }))
}

/** An expression's value nobody keeps: a rejected promise in it stays pending for good, a builder never runs. */
function dropped(walk: Walk, { state, value }: Result): State {
  noteDropped(walk, state, value)
  return state
}

/**
 * States that carry a failure worth following. A throw for a reason of its own (validation, a missing row) ends a path on which no write has
 * failed: what its handler does protects nothing, and what follows the handler is reached without it too.
 */
function carriers(results: readonly Result[]): Result[] {
  return results.filter((result) => result.state.failure !== null)
}

/** Transfer rule of `throw`: a failing state throws on. */
export function thrown(result: Result): Result {
  const { failure } = result.state
  const next: Failure =
    failure === null
      ? { ids: new Set(), status: 'thrown', mechanisms: [], rolledBack: new Map(), endedAt: new Map(), cleared: [], chargeFailed: false }
      : { ...failure, status: 'thrown' }
  return { state: { ...result.state, failure: next }, value: result.value }
}

function passOn(from: Exits, to: Exits, keep: (exit: { readonly label: string | null }) => boolean): void {
  to.throws.push(...from.throws)
  to.returns.push(...from.returns)
  to.breaks.push(...from.breaks.filter(keep))
  to.continues.push(...from.continues.filter(keep))
}

/** Bodies run once. A second round is needed only where a failed write may be tried again: see `retryRound`. */
function executeLoop(walk: Walk, frame: Frame, loop: Kind<'loop'>, state: State, exits: Exits): State[] {
  return executeStatements(walk, frame, loop.initial, [state], exits).flatMap((start) => {
    const test = (at: State): { readonly yes: readonly State[]; readonly no: readonly State[] } =>
      loop.test === null ? { yes: [at], no: [] } : walk.test(frame, loop.test, at, exits)
    const entered = loop.form === 'do' ? { yes: [start], no: [] } : test(start)
    const inner = noExits()
    const ended = executeStatements(walk, frame, loop.body, entered.yes, inner)
    const own = (exit: { readonly label: string | null }): boolean => exit.label === null || exit.label === loop.label
    const around = mergeStates([...ended, ...inner.continues.filter(own).map((exit) => exit.state)]).flatMap((at) =>
      loop.step === null ? [at] : walk.evaluate(frame, loop.step, at, exits).map((result) => result.state),
    )
    const afterwards = around.map((at) => ({ at, ...test(at) }))
    const left = [...entered.no, ...afterwards.flatMap((round) => round.no), ...inner.breaks.filter(own).map((exit) => exit.state)]
    // The loop goes on after success as well: it walks over elements and tries nothing again.
    const succeeding = around.some((at) => at.failure === null)
    const retrying = succeeding && loop.test !== null ? [] : afterwards.filter((round) => round.at.failure !== null).flatMap((round) => round.yes)
    const again = retrying.length === 0 ? [] : retryRound(walk, frame, loop, retrying, inner)
    passOn(inner, exits, (exit) => !own(exit))
    const goingOn = loop.test === null ? [] : afterwards.filter((round) => round.at.failure === null).flatMap((round) => round.yes)
    return mergeStates([...left, ...again, ...goingOn])
  })
}

/** Failed states run the body once more: where they meet the write that failed, `perform` records the retry. */
function retryRound(walk: Walk, frame: Frame, loop: Kind<'loop'>, states: readonly State[], inner: Exits): State[] {
  const second = noExits()
  const ended = executeStatements(walk, frame, loop.body, states, second)
  inner.throws.push(...second.throws)
  inner.returns.push(...second.returns)
  inner.breaks.push(...second.breaks.filter((exit) => exit.label !== null && exit.label !== loop.label))
  return [...ended, ...second.breaks.filter((exit) => exit.label === null || exit.label === loop.label).map((exit) => exit.state)]
}

function executeEach(walk: Walk, frame: Frame, loop: Kind<'each'>, state: State, exits: Exits): State[] {
  return walk.evaluate(frame, loop.over, state, exits).flatMap((over) => {
    const element = loop.form === 'in' ? keyOf(over.value) : elementOf(over.value)
    const rounds =
      (walk.isRegistering || walk.quiet) && loop.form === 'of' && over.value.kind === 'array' && over.value.items.length > 0 ? over.value.items : [element]
    const inner = noExits()
    let ended: State[] = [over.state]
    for (const round of rounds) {
      const starts = ended.flatMap((at) => bind(walk, frame, loop.pattern, round, at, exits))
      ended = mergeStates(executeStatements(walk, frame, loop.body, starts, inner))
    }
    const own = (exit: { readonly label: string | null }): boolean => exit.label === null || exit.label === loop.label
    const left = [...inner.continues, ...inner.breaks].filter(own).map((exit) => exit.state)
    passOn(inner, exits, (exit) => !own(exit))
    const never = over.value.kind === 'array' && over.value.items.length > 0 ? [] : [over.state]
    return mergeStates([...never, ...ended, ...left])
  })
}

export function elementOf(value: Value): Value {
  switch (value.kind) {
    case 'array':
      return [...value.items, ...(value.rest === null ? [] : [value.rest])].reduce((a, b) => joinValues(a, b), value.items[0] ?? value.rest ?? unknown)
    case 'row':
      return { ...value, list: false, field: null }
    case 'payment':
    case 'event':
      return value
    default:
      return unknown
  }
}

function keyOf(value: Value): Value {
  return value.kind === 'object' && !value.open && value.properties.size > 0 ? { kind: 'constants', options: [...value.properties.keys()] } : unknown
}

function executeSwitch(walk: Walk, frame: Frame, statement: Kind<'switch'>, state: State, exits: Exits): State[] {
  return walk.evaluate(frame, statement.value, state, exits).flatMap((subject) => {
    const inner = noExits()
    let waiting: State[] = [subject.state]
    const entries = statement.cases.map((): State[] => [])
    statement.cases.forEach((branch, i) => {
      const { test } = branch
      if (test === null) return
      waiting = waiting.flatMap((at) =>
        walk.evaluate(frame, test, at, exits).flatMap((label) => {
          const compared = compareValues(
            walk,
            frame,
            { kind: 'compare', operator: '===', left: statement.value, right: test, at: branch.at },
            subject.value,
            label.value,
          )
          const split = splitBy(walk, frame, compared, label.state)
          entries[i]?.push(...split.yes)
          return split.no
        }),
      )
    })
    const fallback = statement.cases.findIndex((branch) => branch.test === null)
    let falling: State[] = []
    statement.cases.forEach((branch, i) => {
      const starts = [...falling, ...(entries[i] ?? []), ...(i === fallback ? waiting : [])]
      falling = executeStatements(walk, frame, branch.body, starts, inner)
    })
    const broken = inner.breaks.filter((exit) => exit.label === null).map((exit) => exit.state)
    exits.throws.push(...inner.throws)
    exits.returns.push(...inner.returns)
    exits.continues.push(...inner.continues)
    exits.breaks.push(...inner.breaks.filter((exit) => exit.label !== null))
    return mergeStates([...falling, ...broken, ...(fallback === -1 ? waiting : [])])
  })
}

/** The states in which a value is true, and those in which it is false. */
export function splitBy(walk: Walk, frame: Frame, value: Value, state: State): { readonly yes: State[]; readonly no: State[] } {
  const truth = truthOf(value)
  if (truth !== null) return truth ? { yes: [state], no: [] } : { yes: [], no: [state] }
  const refinement = truthRefinement(value)
  if (refinement === null) return { yes: [state], no: [state] }
  const cx = { events: walk.events, depth: frame.depth }
  const yes = refine(cx, state, refinement, true)
  const no = refine(cx, state, refinement, false)
  return { yes: yes === null ? [] : [yes], no: no === null ? [] : [no] }
}

function executeTry(walk: Walk, frame: Frame, statement: Kind<'try'>, state: State, exits: Exits): State[] {
  const { handler, finalizer } = statement
  const inner = noExits()
  let after = executeStatements(walk, frame, statement.body, [state], inner)
  if (handler !== null) {
    const caught = mergeThrown(inner.throws)
    inner.throws.length = 0
    const handled = caught.flatMap((result) => {
      const { failure } = result.state
      const entered: State = failure === null ? result.state : { ...result.state, failure: caughtAt(failure, walk.locate(frame, handler.at)) }
      const error: Value =
        failure !== null && failure.ids.size > 0
          ? { kind: 'error', failure: true, status: null }
          : result.value.kind === 'error'
            ? result.value
            : { kind: 'error', failure: false, status: null }
      const starts = handler.pattern === null ? [entered] : bind(walk, frame, handler.pattern, error, entered, exits)
      // A declined charge has no further story once its handler is through.
      return executeStatements(walk, frame, handler.body, starts, inner).filter((ended) => ended.failure === null || ended.failure.ids.size > 0)
    })
    after = mergeStates([...after, ...handled])
  }
  if (finalizer === null) {
    passOn(inner, exits, () => true)
    return after
  }
  return runFinally(walk, frame, finalizer, after, inner, exits)
}

/** `finally` runs on every way out; what it leaves by itself replaces that way. */
function runFinally(walk: Walk, frame: Frame, finalizer: readonly Statement[], after: readonly State[], inner: Exits, exits: Exits): State[] {
  const run = (state: State): State[] => executeStatements(walk, frame, finalizer, [state], exits)
  for (const result of inner.throws) exits.throws.push(...run(result.state).map((at) => ({ state: at, value: result.value })))
  for (const result of inner.returns) exits.returns.push(...run(result.state).map((at) => ({ state: at, value: result.value })))
  for (const exit of inner.breaks) exits.breaks.push(...run(exit.state).map((at) => ({ label: exit.label, state: at })))
  for (const exit of inner.continues) exits.continues.push(...run(exit.state).map((at) => ({ label: exit.label, state: at })))
  return after.flatMap(run)
}
