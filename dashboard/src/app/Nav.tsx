import { Icon, Logo } from '../ui/Icon';
import { PAGES, type PageName } from '../state/routes';

/** The pages: a column at the side, or a bar at the bottom of a phone. */
export function Nav({ current }: { current: PageName | 'nowhere' }) {
  return (
    <nav class="nav" aria-label="Pages">
      <a class="brand" href="/" aria-label="Sextant, overview">
        <Logo />
        <span>Sextant</span>
      </a>
      <ul>
        {PAGES.map((page) => (
          <li key={page.name}>
            <a href={page.href} aria-current={page.name === current ? 'page' : undefined}>
              <Icon page={page.name} />
              <span class="nav-title">{page.short ?? page.title}</span>
              <kbd aria-hidden="true">g {page.key}</kbd>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
