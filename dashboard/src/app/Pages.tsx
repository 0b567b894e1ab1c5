import type { Route } from '../state/routes';
import { Backtesting } from '../pages/backtesting/Backtesting';
import { Decisions } from '../pages/decisions/Decisions';
import { Market } from '../pages/market/Market';
import { Opportunities } from '../pages/opportunities/Opportunities';
import { Orders } from '../pages/orders/Orders';
import { Overview } from '../pages/overview/Overview';
import { Positions } from '../pages/positions/Positions';
import { Risk } from '../pages/risk/Risk';
import { System } from '../pages/system/System';

export function Pages({ route }: { route: Route }) {
  switch (route.page) {
    case 'overview':
      return <Overview />;
    case 'market':
      return <Market symbol={route.id} />;
    case 'decisions':
      return <Decisions id={route.id} />;
    case 'orders':
      return <Orders id={route.id} />;
    case 'positions':
      return <Positions />;
    case 'opportunities':
      return <Opportunities id={route.id} />;
    case 'backtesting':
      return <Backtesting id={route.id} />;
    case 'risk':
      return <Risk />;
    case 'system':
      return <System />;
    case 'nowhere':
      return (
        <div class="empty">
          <strong>There is no page at this address</strong>
          <a href="/">To the overview</a>
        </div>
      );
  }
}
