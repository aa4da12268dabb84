import type { Statement } from '../code/code';
import type { Machine } from './machine';
import { importAll } from './modules';
import { Scope } from './scope';
import { join } from './values';

/** Runs a block, every way through it. The answer is whether it certainly does not reach its end. */
export function runStatements(machine: Machine, body: readonly Statement[], scope: Scope): boolean {
  return body.some((statement) => runStatement(machine, statement, scope));
}

function runStatement(machine: Machine, statement: Statement, scope: Scope): boolean {
  const { frame } = scope;
  const maybe = (...bodies: (readonly Statement[])[]): void => {
    for (const body of bodies) machine.maybe(frame, () => machine.run(body, scope));
  };
  switch (statement.kind) {
    case 'do':
      machine.evaluate(statement.value, scope);
      return false;
    case 'return':
      frame.returned = join(frame.returned, machine.evaluate(statement.value, scope));
      // What follows may be left out: the function may be over.
      if (frame.doubt > 0) machine.doubt++;
      return true;
    case 'leave':
      return true;
    case 'import-all':
      machine.choices++;
      importAll(machine, statement, scope);
      return false;
    case 'block': {
      const inner = frame.scopes.at(statement, () => new Scope(frame, scope, statement.names));
      return machine.run(statement.body, inner);
    }
    case 'maybe':
      maybe(statement.body);
      return false;
    case 'branch':
      maybe(...statement.choices);
      return false;
    case 'switch':
      maybe(...statement.cases);
      return false;
    case 'try':
      maybe(statement.body, ...statement.handlers, statement.otherwise);
      return machine.run(statement.final, scope);
    case 'loop':
      machine.repeat(frame, () => machine.run(statement.body, scope));
      return false;
    case 'for':
      machine.repeat(frame, () => {
        machine.evaluate(statement.step, scope);
        machine.run(statement.body, scope);
      });
      maybe(statement.otherwise);
      return false;
  }
}
