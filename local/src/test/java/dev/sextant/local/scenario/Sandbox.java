package dev.sextant.local.scenario;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.telemetry.MetricLines;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One function in a process of its own, as far as its memory goes: a new one knows nothing of the last. */
final class Sandbox<H> implements AutoCloseable {

    private final Function<ApplicationContext, H> handler;
    private final Object[] beans;
    private ApplicationContext context;
    private H instance;

    /** @param beans what the function would find in its environment */
    Sandbox(EpochClock clock, MetricLines metrics, List<Object> beans, Function<ApplicationContext, H> handler) {
        this.handler = handler;
        this.beans = java.util.stream.Stream.concat(java.util.stream.Stream.of(clock, metrics), beans.stream())
                .toArray();
        this.context = open();
        this.instance = handler.apply(context);
    }

    private ApplicationContext open() {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("desk")
                .properties(Map.of("sextant.account", ScenarioDesk.ACCOUNT.name()))
                .singletons(beans)
                .start();
    }

    H handler() {
        return instance;
    }

    /** The process is gone, and another one is there. */
    void restart() {
        context.close();
        context = open();
        instance = handler.apply(context);
    }

    @Override
    public void close() {
        context.close();
    }
}
