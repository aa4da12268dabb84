import assert from 'node:assert/strict';
import { type JsonObject, read } from './files';

/** The keys of all placeholders of a text, optional ones or not, each once, in order. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{([^}?]*)\??\}/g)].map(([, key]) => key ?? ''))];
}

/** The templates of a `<vif-templates>` text: what stands in each `<template>`, by VIF type. */
export function templatesOf(text: string): Map<string, string> {
  const found = text.matchAll(/<template vif-type="([^"]*)">([\s\S]*?)<\/template>/g);
  return new Map([...found].map(([, vifType = '', inside = '']) => [vifType, inside.trim()]));
}

/**
 * The template that ships for a VIF type of the early Nova. That of a bridge, which has nova's network filter, is the example's:
 * today's Nova has another bridge.
 */
export function shippedTemplate(vifType: string): string {
  if (vifType === 'bridge')
    return read('examples/bridge/bridge.vif.xml')
      .replace(/^<\?xml.*\?>|<!--[^]*?-->/g, '')
      .trim();
  return templatesOf(read('templates/nova.vif.xml')).get(vifType) ?? '';
}

/** Fills a template by plain replacement. A key without a value is a failure. */
export function fill(text: string, values: JsonObject): string {
  const valueOf = (key: string): string => {
    const value = values[key];
    assert.ok(typeof value === 'string' || typeof value === 'number', `nothing fills \${${key}}`);
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
  };
  return text
    .replace(/=\$\{([^}]*)\}/g, (_, key: string) => `='${valueOf(key)}'`)
    .replace(/\$\{([^}]*)\}/g, (_, key: string) => valueOf(key));
}
