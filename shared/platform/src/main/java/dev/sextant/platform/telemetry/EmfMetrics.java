package dev.sextant.platform.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.time.EpochClock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Metrics as lines of CloudWatch's embedded metric format, which the service reads out of a function's or container's
 * standard output: no call, no client, no permission. One namespace and one dimension, {@code service}, keep the number
 * of paid metrics small.
 */
public final class EmfMetrics implements Metrics {

    private static final String NAMESPACE = "Sextant";
    private static final String DIMENSION = "service";

    private record Value(MetricUnit unit, long number) {}

    private final String service;
    private final Consumer<String> lines;
    private final EpochClock wallClock;
    private final Map<String, Value> values = new TreeMap<>();

    /**
     * @param service which part this is, for example {@code order-placer}
     * @param lines takes each line, without a line end
     * @param wallClock stamps them
     */
    public EmfMetrics(String service, Consumer<String> lines, EpochClock wallClock) {
        this.service = service;
        this.lines = lines;
        this.wallClock = wallClock;
    }

    @Override
    public synchronized void count(String name, long more) {
        values.merge(name, new Value(MetricUnit.COUNT, more), (a, b) -> new Value(a.unit(), a.number() + b.number()));
    }

    @Override
    public synchronized void longest(String name, long durationMs) {
        values.merge(
                name,
                new Value(MetricUnit.MILLISECONDS, durationMs),
                (a, b) -> new Value(a.unit(), Math.max(a.number(), b.number())));
    }

    @Override
    public synchronized void flush() {
        if (!values.isEmpty()) {
            lines.accept(line());
            values.clear();
        }
    }

    private String line() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode envelope = line.putObject("_aws").put("Timestamp", wallClock.nowMs());
        ObjectNode directive =
                envelope.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        line.put(DIMENSION, service);
        values.forEach((name, value) -> {
            directive
                    .withArray("Metrics")
                    .addObject()
                    .put("Name", name)
                    .put("Unit", value.unit().wireName());
            line.put(name, value.number());
        });
        return line.toString();
    }
}
