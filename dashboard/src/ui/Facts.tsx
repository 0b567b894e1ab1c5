import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
}

/** Names and values in two aligned columns. */
export function Facts({ facts, class: extra = '' }: { facts: readonly Fact[]; class?: string }) {
  return (
    <dl class={`facts ${extra}`}>
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
