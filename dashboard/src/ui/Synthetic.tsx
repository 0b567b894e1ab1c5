import { Chip } from './Chip';

/** Marks a number beside it as made up by the desk rather than heard from the venue. */
export function Synthetic({ name }: { name: string }) {
  return (
    <Chip tone="synth" title={`${inWords(name)} does not come from the venue: the desk derives it for this run.`}>
      SYN<span class="sr-only">THETIC</span>
    </Chip>
  );
}

export const inWords = (name: string): string => name.replaceAll('_', ' ');
