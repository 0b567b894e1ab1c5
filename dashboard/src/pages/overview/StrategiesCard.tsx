import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { Panel } from '../../ui/Panel';
import { StrategyRow } from './StrategyRow';

/** Each strategy with its state and its latest scores, taken or not. */
export function StrategiesCard() {
  const strategies = useReading(queries.strategies());
  return (
    <Panel
      title="Strategies & latest decisions"
      reading={strategies}
      class="span-7"
      aside={<a href="/decisions">all decisions</a>}
      empty={(page) => (page.items.length === 0 ? 'No strategy is configured.' : null)}
    >
      {(page) => (
        <ul class="strategies">
          {page.items.map((strategy) => (
            <StrategyRow key={strategy.name} strategy={strategy} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
