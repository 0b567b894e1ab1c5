import { useEffect, useMemo } from 'preact/hooks';
import { queries } from '../api/queries';
import { useReading } from '../api/use-reading';
import { Guard } from '../ui/Guard';
import { usePlace } from '../state/location';
import { PAGES, routeOf } from '../state/routes';
import { Banners } from './Banners';
import { Help } from './Help';
import { Nav } from './Nav';
import { Pages } from './Pages';
import { Settings } from './Settings';
import { titleOf } from './title';
import { modeClass, TopBar } from './TopBar';

export function App() {
  const health = useReading(queries.health());
  const rates = useReading(queries.rates());
  const positions = useReading(queries.positions());
  const route = routeOf(usePlace().path);
  const mode = health.data?.mode ?? null;
  const title = titleOf(positions.data, rates.data, mode);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => window.scrollTo(0, 0), [route.page]);
  // The same object is not compared again: a new price in the bar does not walk through the page below.
  const pages = useMemo(
    () => (
      <Guard key={route.page}>
        <Pages route={route} />
      </Guard>
    ),
    [route.page, route.id],
  );
  const page = PAGES.find((p) => p.name === route.page);
  return (
    <div class={`app ${mode === null ? '' : modeClass(mode)}`}>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <div class="sidebar">
        <Nav current={route.page} />
        <Settings />
        {health.data !== null && <p class="version">desk {health.data.version}</p>}
      </div>
      <div class="main-column">
        <TopBar health={health} rates={rates} />
        <Banners health={health} />
        <main id="content" tabIndex={-1} class={`page page-${route.page}`}>
          <h1>{page?.title ?? 'Nowhere'}</h1>
          {pages}
        </main>
        <footer class="foot">
          <Settings />
        </footer>
      </div>
      <Help />
    </div>
  );
}
