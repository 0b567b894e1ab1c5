package dev.sextant.infra.alarm;

import dev.sextant.infra.desk.Functions;
import dev.sextant.infra.desk.Jobs;
import dev.sextant.infra.desk.Mappings;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.StateStack;
import software.constructs.Construct;

/** All alarms of a desk, the budget, and the channel they share. */
public final class Alarms extends Construct {

    public Alarms(
            Construct scope,
            DeskSettings settings,
            StateStack state,
            Functions functions,
            Mappings mappings,
            Jobs jobs,
            String apiId) {
        super(scope, "Alarms");
        Channel channel = new Channel(this, settings, state.keys().data());
        Rules rules = new Rules(this, settings, channel);
        new FunctionAlarms(rules, functions).add(mappings);
        new TradingAlarms(rules).add();
        new IngestAlarms(rules).add();
        new RecorderAlarms(rules).add();
        if (settings.kraken().isPresent()) {
            new BookAlarms(rules).add();
        }
        settings.krakenTrade().ifPresent(trade -> new TriangleAlarms(rules).add(trade.lane()));
        new ServiceAlarms(rules).add(state, jobs, apiId);
        SpendingLimit.add(this, settings, channel);
    }
}
