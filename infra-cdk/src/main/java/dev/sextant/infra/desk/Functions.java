package dev.sextant.infra.desk;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Output;
import dev.sextant.infra.state.StateStack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/** The five functions, with what each may do beyond its own database login. */
public final class Functions extends Construct {

    private final Map<FunctionSpec, DeskFunction> functions = new EnumMap<>(FunctionSpec.class);

    public Functions(Construct scope, DeskSettings settings, Artifacts artifacts, StateStack state) {
        super(scope, "Functions");
        Environments environments = new Environments(settings, state);
        for (FunctionSpec spec : FunctionSpec.values()) {
            functions.put(spec, new DeskFunction(this, spec, settings, artifacts, state, environments.of(spec)));
        }
        for (FunctionSpec emitter : List.of(FunctionSpec.SIGNAL_SCORER, FunctionSpec.RISK_CHECK)) {
            of(emitter)
                    .grant(
                            Permissions.putRecords(state.streams().decisions()),
                            Permissions.encryptWith(state.keys().data()));
        }
        Output.of(
                this,
                "StopPlacing",
                "Stops every order of the desk, whatever state the rest is in",
                "aws lambda put-function-concurrency --reserved-concurrent-executions 0 --function-name "
                        + of(FunctionSpec.ORDER_PLACER).function().getFunctionName());
    }

    public DeskFunction of(FunctionSpec spec) {
        return Objects.requireNonNull(functions.get(spec));
    }

    /** The function of a module. */
    DeskFunction ofModule(String module) {
        return functions.values().stream()
                .filter(function -> function.spec().module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + module + "' is no function, expected one of "
                        + functions.keySet().stream().map(FunctionSpec::module).toList()));
    }

    public List<DeskFunction> all() {
        return List.copyOf(functions.values());
    }
}
