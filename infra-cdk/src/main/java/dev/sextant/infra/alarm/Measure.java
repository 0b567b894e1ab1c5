package dev.sextant.infra.alarm;

import dev.sextant.infra.desk.DeskFunction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * Where a figure is found in CloudWatch.
 *
 * @param namespace who counts
 * @param name the metric
 * @param dimensions which one of them
 */
record Measure(String namespace, String name, Map<String, String> dimensions) {

    /** A figure the desk writes itself, in the embedded metric format: {@code EmfMetrics} names namespace and dimension. */
    static Measure desk(String service, String name) {
        return new Measure("Sextant", name, Map.of("service", service));
    }

    static Measure lambda(DeskFunction function, String name) {
        return new Measure(
                "AWS/Lambda", name, Map.of("FunctionName", function.function().getFunctionName()));
    }

    static Measure mapping(String id, String name) {
        return new Measure("AWS/Lambda", name, Map.of("EventSourceMappingUUID", id));
    }

    IMetric sum(int minutes) {
        return statistic("Sum", minutes);
    }

    IMetric most(int minutes) {
        return statistic("Maximum", minutes);
    }

    /** How often the figure was written, whatever it was. */
    IMetric times(int minutes) {
        return statistic("SampleCount", minutes);
    }

    private IMetric statistic(String statistic, int minutes) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(minutes))
                .build();
    }

    /** All of them added up; one that was never written counts nothing. */
    static IMetric total(List<Measure> measures, int minutes) {
        Map<String, IMetric> metrics = new TreeMap<>();
        for (Measure measure : measures) {
            metrics.put("m" + metrics.size(), measure.sum(minutes));
        }
        return MathExpression.Builder.create()
                .expression(metrics.keySet().stream()
                        .map(id -> "FILL(" + id + ", 0)")
                        .collect(Collectors.joining(" + ")))
                .usingMetrics(metrics)
                .period(Duration.minutes(minutes))
                .build();
    }
}
