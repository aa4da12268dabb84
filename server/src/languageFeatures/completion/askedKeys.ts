import { CompletionItemKind } from 'vscode-languageserver-types';
import { baseName } from '../../check/view';
import { touches, type Span } from '../../text/span';
import type { WorkspaceView } from '../workspaceView';
import type { Filling } from './fillings';
import type { Offer } from './offer';
import type { Slot } from './slot';

/** The keys that the templates of these fillings ask for. Those in `provided` come last. */
export function offersOfAskedKeys(
  view: WorkspaceView,
  fillings: readonly Filling[],
  provided: ReadonlySet<string>,
  slot: Slot,
): Offer[] {
  return [...askingTemplates(view, fillings)].map(([key, templates]) => ({
    slot,
    name: key,
    kind: CompletionItemKind.Property,
    rank: provided.has(key) ? 1 : 0,
    detail: `asked for by ${[...templates].join(', ')}${provided.has(key) ? ' · provided already' : ''}`,
  }));
}

/** The templates that ask for each key, by their VIF types and files. What nova-compute fills is asked of nobody. */
function askingTemplates(view: WorkspaceView, fillings: readonly Filling[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asking = new Map<string, Set<string>>();
  for (const { template, templateUri } of fillings) {
    const computeKeys = view.computeKeys(templateUri);
    const name = `${template.vifType ?? 'the default'} in ${baseName(templateUri)}`;
    for (const { key } of template.placeholders) {
      if (!computeKeys.has(key)) asking.set(key, (asking.get(key) ?? new Set()).add(name));
    }
  }
  return asking;
}

/** The keys of the network dictionary that a driver may read: those that nova-compute fills. */
export function offersOfComputeKeys(view: WorkspaceView, fillings: readonly Filling[], slot: Slot): Offer[] {
  const keys = new Set(fillings.flatMap(({ templateUri }) => [...view.computeKeys(templateUri)]));
  return [...keys].map((name) => ({
    slot,
    name,
    kind: CompletionItemKind.Variable,
    rank: 2,
    detail: 'compute key',
  }));
}

/** The keys that the drivers list in `output_keys`, but for what stands at `offset` of the file `uri`. */
export function listedKeys(fillings: readonly Filling[], uri: string, offset: number): ReadonlySet<string> {
  const listed = fillings
    .flatMap(({ keys }) => keys)
    .filter((key) => key.declared && !(key.uri === uri && touches(key.span, offset)));
  return new Set(listed.map(({ key }) => key));
}

/** The keys that the drivers name inside `span` of the file `uri`, but for what stands at `offset`. */
export function keysNamedIn(
  fillings: readonly Filling[],
  uri: string,
  span: Span,
  offset: number,
): ReadonlySet<string> {
  const named = fillings
    .flatMap(({ keys }) => keys)
    .filter(({ places }) =>
      places.some(
        (place) =>
          place.uri === uri &&
          span.start <= place.span.start &&
          place.span.end <= span.end &&
          !touches(place.span, offset),
      ),
    );
  return new Set(named.map(({ key }) => key));
}
