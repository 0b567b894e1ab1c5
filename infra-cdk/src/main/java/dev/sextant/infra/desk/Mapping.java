package dev.sextant.infra.desk;

import dev.sextant.infra.state.FailedBatches;
import dev.sextant.platform.mapping.FunctionMapping;
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

/** One function behind one stream, by its row in the table that the desk on one machine reads, too. */
final class Mapping {

    private Mapping() {}

    static CfnEventSourceMapping of(
            DeskFunction function,
            IStream stream,
            FunctionMapping rules,
            FailedBatches failed,
            IKey key,
            boolean enabled) {
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
                .maximumBatchingWindowInSeconds(rules.batchWindow().toSeconds())
                .parallelizationFactor(rules.parallelCalls())
                .bisectBatchOnFunctionError(true)
                .maximumRetryAttempts(rules.retries())
                .maximumRecordAgeInSeconds(rules.oldest().toSeconds())
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
