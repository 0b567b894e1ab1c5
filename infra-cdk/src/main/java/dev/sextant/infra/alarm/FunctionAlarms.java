package dev.sextant.infra.alarm;

import dev.sextant.infra.desk.DeskFunction;
import dev.sextant.infra.desk.FunctionSpec;
import dev.sextant.infra.desk.Functions;
import dev.sextant.infra.desk.Mappings;
import java.util.ArrayList;
import java.util.List;

/** What functions and their mappings do wrong. */
final class FunctionAlarms {

    private static final List<FunctionSpec> ON_STREAMS = List.of(
            FunctionSpec.SIGNAL_SCORER, FunctionSpec.RISK_CHECK, FunctionSpec.ORDER_PLACER, FunctionSpec.RECONCILER);
    private static final int MARKET_AGE_MS = 5_000;
    private static final int DECISIONS_AGE_MS = 2_000;

    /** What the exchange told waits while the one reconciler makes its pass; after this long entries are blocked. */
    private static final int PRIVATE_AGE_MS = 30_000;

    private static final int MANY = 10;

    private final Rules rules;
    private final Functions functions;

    FunctionAlarms(Rules rules, Functions functions) {
        this.rules = rules;
        this.functions = functions;
    }

    void add(Mappings mappings) {
        functions.all().forEach(this::failing);
        ON_STREAMS.forEach(spec -> late(functions.of(spec)));
        setAside(mappings.ids());
    }

    private void failing(DeskFunction function) {
        String name = function.spec().module();
        boolean signs = function.spec().signs();
        rules.atLeast(
                signs ? 1 : 3,
                Measure.lambda(function, "Errors").sum(signs ? 1 : 5),
                name + "-errors",
                name + " crashed or ran out of time. Its log says where; an order it was sending is asked for by the"
                        + " reconciler, never sent again.");
        rules.atLeast(
                mayQueue(function.spec()) ? MANY : 1,
                Measure.lambda(function, "Throttles").sum(5),
                name + "-throttles",
                name + " was not run because its concurrency, or the account's, was used up. Reserved concurrency 0 on"
                        + " the placer is the kill switch: then this is as wanted.");
    }

    /** The API has a bound, and jobs that fall due together wait for the reconciler, of which there is one. */
    private static boolean mayQueue(FunctionSpec spec) {
        return spec == FunctionSpec.API || spec == FunctionSpec.RECONCILER;
    }

    private void late(DeskFunction function) {
        String name = function.spec().module();
        int oldestMs = switch (function.spec()) {
            case SIGNAL_SCORER -> MARKET_AGE_MS;
            case RECONCILER -> PRIVATE_AGE_MS;
            case RISK_CHECK, ORDER_PLACER, API -> DECISIONS_AGE_MS;
        };
        rules.atLeast(
                oldestMs,
                Measure.lambda(function, "IteratorAge").most(1),
                2,
                name + "-late",
                name + " is behind its stream by more than " + oldestMs / 1_000
                        + " s. Signals expire by themselves; look"
                        + " for batch failures, then at the database's capacity.");
        rules.atLeast(
                1,
                Measure.desk(name, "BatchFailures").sum(1),
                name + "-batch-failures",
                name
                        + " stopped at a record and comes back to it. The log names the record and why; after five tries it"
                        + " is set aside.");
    }

    private void setAside(List<String> mappingIds) {
        List<Measure> records = new ArrayList<>();
        for (String id : mappingIds) {
            records.add(Measure.mapping(id, "OnFailureDestinationDeliveredEventCount"));
            records.add(Measure.mapping(id, "DroppedEventCount"));
        }
        rules.atLeast(
                1,
                Measure.total(records, 1),
                "records-set-aside",
                "Records were given up after five tries or for their age. They lie whole in the bucket of failed batches;"
                        + " what they asked for is asked for again from the database.");
        rules.atLeast(
                1,
                Measure.total(
                        ON_STREAMS.stream()
                                .map(spec -> Measure.lambda(functions.of(spec), "DestinationDeliveryFailures"))
                                .toList(),
                        5),
                "records-lost",
                "Records were given up and could not be put into the bucket either. Check the bucket and its key.");
        rules.atLeast(
                1,
                Measure.total(
                        ON_STREAMS.stream()
                                .map(spec -> Measure.desk(spec.module(), "DeadLetters"))
                                .toList(),
                        5),
                "dead-letters",
                "A record could not be read; it is kept in ops.dead_letters. Two versions of the desk may be running.");
    }
}
