package dev.sextant.infra.desk;

import dev.sextant.infra.state.FailedBatches;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.MetricsConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;

/**
 * One function behind one stream, by the rules of the desk on one machine: one call at a time and shard, halve a failing
 * batch, stop at its first failure, five retries, then keep the records whole and go on.
 *
 * <p>Only the age has no counterpart there, where a replay may stand for hours. What a record of {@code decisions} asks
 * for is in the database, and is asked for again by the sweeps; what it says about the market is stale by then.
 */
final class Mapping {

    private static final int RETRIES = 5;

    private Mapping() {}

    /**
     * @param batchSize most records in one call
     * @param oldestSeconds age beyond which a record is set aside unread
     * @param types which records wake the function, as they name themselves; none means all
     */
    record Rules(int batchSize, int oldestSeconds, List<String> types) {

        /** Frames: a late one still repairs windows. */
        static final Rules MARKET = new Rules(500, 300, List.of());

        static Rules decisions(String... types) {
            return new Rules(10, 60, List.of(types));
        }
    }

    static CfnEventSourceMapping of(
            DeskFunction function, IStream stream, Rules rules, FailedBatches failed, IKey key, boolean enabled) {
        function.grant(
                Permissions.readRecords(stream),
                Permissions.keepFailedBatches(failed.bucket()),
                Permissions.findBucket(failed.bucket()),
                Permissions.encryptWith(key));
        CfnEventSourceMapping.Builder mapping = CfnEventSourceMapping.Builder.create(function, "Mapping")
                .functionName(function.alias().getFunctionArn())
                .eventSourceArn(stream.getStreamArn())
                .startingPosition("TRIM_HORIZON")
                .batchSize(rules.batchSize())
                .maximumBatchingWindowInSeconds(0)
                .parallelizationFactor(1)
                .bisectBatchOnFunctionError(true)
                .maximumRetryAttempts(RETRIES)
                .maximumRecordAgeInSeconds(rules.oldestSeconds())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .destinationConfig(DestinationConfigProperty.builder()
                        .onFailure(OnFailureProperty.builder()
                                .destination(failed.bucket().getBucketArn())
                                .build())
                        .build())
                .metricsConfig(MetricsConfigProperty.builder()
                        .metrics(List.of("EventCount"))
                        .build())
                .enabled(enabled);
        if (!rules.types().isEmpty()) {
            mapping.filterCriteria(FilterCriteriaProperty.builder()
                    .filters(List.of(FilterProperty.builder()
                            .pattern(pattern(rules.types()))
                            .build()))
                    .build());
        }
        return mapping.build();
    }

    private static String pattern(List<String> types) {
        return types.stream()
                .map(type -> '"' + type + '"')
                .collect(Collectors.joining(",", "{\"data\":{\"type\":[", "]}}"));
    }
}
