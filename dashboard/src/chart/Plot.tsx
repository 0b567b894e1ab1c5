import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>;

interface Props {
  /** Built anew (useMemo) only when the look changes: a new object makes a new chart. */
  options: PlotOptions;
  data: uPlot.AlignedData;
  height: number;
  /** What a reader who cannot see the chart is told. */
  label: string;
}

/** One uPlot canvas that follows its box's width. */
export function Plot({ options, data, height, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const made = new uPlot({ ...options, width: widthOf(element), height }, data, element);
    plot.current = made;
    const watcher = new ResizeObserver(() => made.setSize({ width: widthOf(element), height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [options, height]);
  useEffect(() => {
    if (plot.current !== null && plot.current.data !== data) plot.current.setData(data);
  }, [data]);
  return <div ref={box} class="plot" role="img" aria-label={label} />;
}

const widthOf = (element: HTMLElement): number => Math.max(80, Math.floor(element.clientWidth));
