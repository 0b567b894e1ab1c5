package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.StateStack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;

/** What wakes a function: the records of a stream that it acts on, and never its own. */
public final class Mappings {

    private final DeskSettings settings;
    private final StateStack state;
    private final Functions functions;
    private final Map<FunctionSpec, CfnEventSourceMapping> mappings = new EnumMap<>(FunctionSpec.class);

    public Mappings(DeskSettings settings, StateStack state, Functions functions) {
        this.settings = settings;
        this.state = state;
        this.functions = functions;
        IStream market = state.streams().market();
        IStream decisions = state.streams().decisions();
        add(FunctionSpec.SIGNAL_SCORER, market, Mapping.Rules.MARKET);
        add(FunctionSpec.RISK_CHECK, decisions, Mapping.Rules.decisions("signal", "tick"));
        add(FunctionSpec.ORDER_PLACER, decisions, Mapping.Rules.decisions("intent_approved", "tick"));
    }

    private void add(FunctionSpec function, IStream stream, Mapping.Rules rules) {
        mappings.put(
                function,
                Mapping.of(
                        functions.of(function),
                        stream,
                        rules,
                        state.failedBatches(),
                        state.keys().data(),
                        settings.running()));
    }

    /** The mappings' own ids, under which CloudWatch counts what they set aside. */
    public List<String> ids() {
        return mappings.values().stream().map(CfnEventSourceMapping::getRef).toList();
    }
}
