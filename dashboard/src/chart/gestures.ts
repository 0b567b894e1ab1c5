import type uPlot from 'uplot';
import type { Viewport } from './viewport';

/** Ties a pane's x scale to the shared viewport: at most one redraw a frame. */
export function follow(viewport: Viewport): uPlot.Plugin {
  let stop = () => {};
  let frame = 0;
  return {
    opts: (_, options) => {
      options.scales = { ...options.scales, x: { time: true, range: () => [viewport.span.min, viewport.span.max] } };
    },
    hooks: {
      ready: (u) => {
        const apply = () => u.setScale('x', { ...viewport.span });
        stop = viewport.subscribe(() => {
          cancelAnimationFrame(frame);
          frame = requestAnimationFrame(apply);
        });
      },
      destroy: () => {
        stop();
        cancelAnimationFrame(frame);
      },
    },
  };
}

/** The wheel zooms at the cursor, dragging pans, a double click resets. */
export function gestures(viewport: Viewport, reset: () => void): uPlot.Plugin {
  return {
    hooks: {
      ready: (u) => {
        u.over.addEventListener('wheel', (event) => wheel(u, event, viewport), { passive: false });
        u.over.addEventListener('dblclick', reset);
        dragging(u.over, viewport);
      },
    },
  };
}

function dragging(over: HTMLElement, viewport: Viewport): void {
  let heldAt: number | null = null;
  over.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    heldAt = event.clientX;
    over.setPointerCapture(event.pointerId);
    over.classList.add('panning');
  });
  over.addEventListener('pointermove', (event) => {
    if (heldAt === null) return;
    viewport.pan((heldAt - event.clientX) * secondsPerPixel(over, viewport));
    heldAt = event.clientX;
  });
  const release = () => {
    heldAt = null;
    over.classList.remove('panning');
  };
  over.addEventListener('pointerup', release);
  over.addEventListener('pointercancel', release);
}

function wheel(u: uPlot, event: WheelEvent, viewport: Viewport): void {
  event.preventDefault();
  const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (sideways) viewport.pan(event.deltaX * secondsPerPixel(u.over, viewport));
  else viewport.zoom(Math.exp(Math.sign(event.deltaY) * 0.18), u.posToVal(event.offsetX, 'x'));
}

const secondsPerPixel = (over: HTMLElement, { span }: Viewport): number => (span.max - span.min) / over.clientWidth;
