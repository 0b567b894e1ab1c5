package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.StateStack;
import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.platform.mapping.FunctionMappings;
import java.util.List;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;

/** What wakes a function: the records of a stream that it acts on, and never its own. */
public final class Mappings {

    private final DeskSettings settings;
    private final StateStack state;
    private final Functions functions;
    private final List<CfnEventSourceMapping> mappings;

    public Mappings(DeskSettings settings, StateStack state, Functions functions) {
        this.settings = settings;
        this.state = state;
        this.functions = functions;
        this.mappings = FunctionMappings.ALL.stream().map(this::mapping).toList();
    }

    private CfnEventSourceMapping mapping(FunctionMapping rules) {
        return Mapping.of(
                functions.ofModule(rules.function()),
                state.streams().of(rules.stream()),
                rules,
                state.failedBatches(),
                state.keys().data(),
                settings.running());
    }

    /** The mappings' own ids, under which CloudWatch counts what they set aside. */
    public List<String> ids() {
        return mappings.stream().map(CfnEventSourceMapping::getRef).toList();
    }
}
