import assert from 'node:assert/strict';
import type { JsonObject } from './files';

/** The keys of all placeholders of a text, each once, in order. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{([^}]*)\}/g)].map(([, key]) => key ?? ''))];
}

/** The templates of a `<vif-templates>` text: what stands in each `<template>`, by VIF type. */
export function templatesOf(text: string): Map<string, string> {
  const found = text.matchAll(/<template vif-type="([^"]*)">([\s\S]*?)<\/template>/g);
  return new Map([...found].map(([, vifType = '', inside = '']) => [vifType, inside.trim()]));
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
