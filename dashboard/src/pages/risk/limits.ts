import type { Setting } from '../../api/risk-types';

/** What was typed and differs from what is set, ready to send; the desk judges whether it is a number in range. */
export function changesOf(items: readonly Setting[], typed: Readonly<Record<string, string>>): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const item of items) {
    const value = typed[item.name]?.trim();
    if (value !== undefined && value !== item.value) changes[item.name] = value;
  }
  return changes;
}
