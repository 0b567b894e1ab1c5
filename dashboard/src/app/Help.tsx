import { useEffect, useRef } from 'preact/hooks';
import { helpOpen, KEYS } from '../keys/keyboard';
import { useStore } from '../state/store';
import { Settings } from './Settings';

/** The keyboard on one card, and the choices for those whose screen hides the side column. */
export function Help() {
  const open = useStore(helpOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // The store alone opens and closes: the dialog's own close event comes late and would undo a help opened meanwhile.
  const onCancel = (event: Event) => {
    event.preventDefault();
    helpOpen.set(false);
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onCancel={onCancel}>
      <header>
        <h2 id="help-title">Keyboard &amp; choices</h2>
        <button type="button" class="quiet" onClick={() => helpOpen.set(false)}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {open && <Settings />}
    </dialog>
  );
}
