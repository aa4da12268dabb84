import { dictionaryOf, listOf, parenthesizedOf, tupleOf } from './brackets';
import { continuedStringOf, noneOf, numberOf, stringOf, truthOf } from './constants';
import { callOf, memberOf } from './members';
import { nameOf } from './names';
import { binaryOf, conditionalOf, unaryOf } from './operators';
import type { Read } from './reader';

/** What is understood of Python, by the names that the grammar gives its nodes. */
export const READERS: ReadonlyMap<string, Read> = new Map([
  ['VariableName', nameOf],
  ['String', stringOf],
  ['ContinuedString', continuedStringOf],
  ['Number', numberOf],
  ['Boolean', truthOf],
  ['None', noneOf],
  ['ParenthesizedExpression', parenthesizedOf],
  ['TupleExpression', tupleOf],
  ['ArrayExpression', listOf],
  ['DictionaryExpression', dictionaryOf],
  ['MemberExpression', memberOf],
  ['CallExpression', callOf],
  ['BinaryExpression', binaryOf],
  ['UnaryExpression', unaryOf],
  ['ConditionalExpression', conditionalOf],
]);
