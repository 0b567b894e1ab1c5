package dev.sextant.infra.alarm;

import dev.sextant.infra.desk.Jobs;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.kinesis.IStream;

/** What AWS's services themselves report. */
final class ServiceAlarms {

    private static final double NEARLY_ALL_PERCENT = 80;
    private static final int SOME = 5;

    private final Rules rules;

    ServiceAlarms(Rules rules) {
        this.rules = rules;
    }

    void add(StateStack state, Jobs jobs, String apiId) {
        rules.atLeast(
                NEARLY_ALL_PERCENT,
                new Measure(
                                "AWS/RDS",
                                "ACUUtilization",
                                Map.of(
                                        "DBClusterIdentifier",
                                        state.database().cluster().getClusterIdentifier()))
                        .most(5),
                3,
                "database-full",
                "The database has used over 80 % of the capacity it may grow to for a quarter of an hour.");
        rules.atLeast(
                1,
                Measure.total(
                        List.of(
                                refused(state.streams().market()),
                                refused(state.streams().decisions())),
                        5),
                "shard-full",
                "A stream takes no more. The market stream can be split by symbol; decisions must keep one shard.");
        rules.atLeast(
                1,
                new Measure("AWS/Scheduler", "TargetErrorCount", Map.of("ScheduleGroup", jobs.groupName())).sum(5),
                "schedule-fails",
                "A job could not be called. The next one comes by itself; see whether its function may be invoked.");
        rules.atLeast(
                SOME,
                new Measure("AWS/ApiGateway", "5xx", Map.of("ApiId", apiId)).sum(5),
                "api-fails",
                "The API has answered five requests in five minutes with a mistake of ours; its log has the request ids.");
    }

    private static Measure refused(IStream stream) {
        return new Measure(
                "AWS/Kinesis", "WriteProvisionedThroughputExceeded", Map.of("StreamName", stream.getStreamName()));
    }
}
