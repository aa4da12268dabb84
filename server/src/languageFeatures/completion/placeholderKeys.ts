import { CompletionItemKind } from 'vscode-languageserver-types';
import { pairingsOf, type Pairing } from '../../check/pairing';
import type { TemplateView } from '../../check/view';
import type { OutputKey } from '../../driver/declaration';
import { isKey } from '../../template/placeholder';
import type { Template } from '../../template/templateFile';
import { touches } from '../../text/span';
import { renderedValues } from '../renderedValues';
import { shortened } from '../shortened';
import type { WorkspaceView } from '../workspaceView';
import type { Offer } from './offer';
import type { Slot } from './slot';

/** How much of a value is shown. */
const LONGEST_VALUE = 200;

/** A key that a placeholder may name, and who fills it. */
interface Source {
  readonly key: string;
  readonly filledBy: string;
  readonly kind: CompletionItemKind;
}

/** The keys that a placeholder at `offset` may name: those of every driver that fills this template, and the compute keys. What the template does not use yet comes first. */
export function offersOfKeys(view: WorkspaceView, template: TemplateView, offset: number, slot: Slot): Offer[] {
  const parts = templatesAt(template, offset);
  const pairings = pairingsOf(template, view.confsOf(template.uri)).filter((pairing) =>
    parts.includes(pairing.template),
  );
  const values = parts.map((part) => renderedValues(view, template.uri, part)).find((found) => found !== undefined);
  const used = keysUsedElsewhere(parts, offset);
  // A driver may put keys into the dictionary that no placeholder can name.
  const sources = sourcesOf(pairings, view.computeKeys(template.uri)).filter(({ key }) => isKey(key));
  return mergeByKey(sources).map(({ key, filledBy, kind }) => {
    const value = values?.get(key);
    return {
      slot,
      name: key,
      kind,
      rank: used.has(key) ? 1 : 0,
      detail: filledBy,
      ...(value !== undefined && { documentation: `In the last rendering: ${shortened(value, LONGEST_VALUE)}` }),
    };
  });
}

/** The templates that a placeholder at an offset belongs to. In a Cheetah file, what no branch is around belongs to all of them. */
function templatesAt({ file, text }: TemplateView, offset: number): readonly Template[] {
  const { templates } = file.dialect === 'plain' ? file.around(offset) : file;
  const around = templates.filter(({ span }) => touches(span, offset));
  if (file.dialect === 'plain') return around.slice(0, 1);
  const branches = around.filter(({ span }) => span.end - span.start < text.length);
  return branches.length > 0 ? branches : file.templates;
}

function keysUsedElsewhere(parts: readonly Template[], offset: number): ReadonlySet<string> {
  const others = parts.flatMap(({ placeholders }) => placeholders).filter(({ span }) => !touches(span, offset));
  return new Set(others.map(({ key }) => key));
}

function sourcesOf(pairings: readonly Pairing[], computeKeys: ReadonlySet<string>): Source[] {
  const driverKeys = pairings.flatMap(({ driver, driverName }) =>
    driver.declaration.keys
      .filter(({ key }) => !computeKeys.has(key))
      .map((output) => ({
        key: output.key,
        filledBy: `${driverName} · ${howProvided(output)}`,
        kind: CompletionItemKind.Property,
      })),
  );
  const compute = [...computeKeys].map((key) => ({ key, filledBy: 'compute key', kind: CompletionItemKind.Variable }));
  return [...driverKeys, ...compute];
}

function howProvided({ declared, sometimes }: OutputKey): string {
  if (sometimes) return 'sometimes';
  return declared ? 'declared' : 'read from its code';
}

/** Each key once, with all who fill it. */
function mergeByKey(sources: readonly Source[]): readonly Source[] {
  const merged = new Map<string, Source>();
  for (const source of sources) {
    const known = merged.get(source.key);
    const filledBy = known ? `${known.filledBy}, ${source.filledBy}` : source.filledBy;
    merged.set(source.key, { ...source, filledBy });
  }
  return [...merged.values()];
}
