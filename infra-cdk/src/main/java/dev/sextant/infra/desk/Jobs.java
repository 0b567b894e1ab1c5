package dev.sextant.infra.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Sweep;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.KrakenTrade;
import dev.sextant.infra.state.StateStack;
import dev.sextant.platform.mapping.DeskStream;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.stream.DecisionCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.KinesisParametersProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/** Has each job of {@link Schedules#ALL} done when it is due. One that fails isn't repeated: the next one is near. */
public final class Jobs extends Construct {

    private static final int OLDEST_SECONDS = 60;

    private final DeskSettings settings;
    private final StateStack state;
    private final CfnScheduleGroup group;
    private final Map<String, Role> roles = new TreeMap<>();

    public Jobs(Construct scope, DeskSettings settings, StateStack state, Functions functions) {
        super(scope, "Jobs");
        this.settings = settings;
        this.state = state;
        this.group = CfnScheduleGroup.Builder.create(this, "Group")
                .name(settings.prefix())
                .build();
        Schedules.ALL.forEach(job -> add(job, functions, settings.account()));
        settings.krakenTrade().ifPresent(trade -> addTriangles(trade, functions));
    }

    private void add(ScheduledJob job, Functions functions, Account account) {
        switch (job.doer()) {
            case Doer.Function(String module) -> add(job.name(), job, call(job, functions.ofModule(module)));
            case Doer.Sweepers _ -> add(job.name(), job, put(new Sweep(account)));
            // They keep their own time.
            case Doer.Container _, Doer.Ingest _ -> {}
        }
    }

    /** Their account is reconciled by itself; plans that the functions carry out are swept like orders. */
    private void addTriangles(KrakenTrade trade, Functions functions) {
        add(Schedules.RECONCILE_SPOT, functions, settings.account());
        if (trade.lane() == KrakenTrade.Lane.STREAM) {
            add(
                    Schedules.SWEEP.name() + "-spot",
                    Schedules.SWEEP,
                    put(new Sweep(KrakenTrade.account(settings.account()))));
        }
    }

    private TargetProperty.Builder call(ScheduledJob job, DeskFunction function) {
        Role caller = roles.computeIfAbsent(
                function.spec().module(),
                module -> role(
                        module + "-caller",
                        "Calls " + module + " when a job of it is due",
                        Permissions.call(function.alias())));
        return TargetProperty.builder()
                .arn(function.alias().getFunctionArn())
                .roleArn(caller.getRoleArn())
                .input(job.event());
    }

    private TargetProperty.Builder put(DecisionRecord record) {
        IStream decisions = state.streams().of(DeskStream.DECISIONS);
        Role writer = roles.computeIfAbsent(
                "sweep",
                name -> role(
                        name + "-writer",
                        "Puts a sweep on the decisions stream each minute",
                        Permissions.putRecord(decisions),
                        Permissions.encryptWith(state.keys().data())));
        return TargetProperty.builder()
                .arn(decisions.getStreamArn())
                .roleArn(writer.getRoleArn())
                .kinesisParameters(KinesisParametersProperty.builder()
                        .partitionKey(record.account().name())
                        .build())
                .input(new String(DecisionCodec.encode(record), StandardCharsets.UTF_8));
    }

    private Role role(String id, String description, PolicyStatement... statements) {
        Role role = Role.Builder.create(this, id)
                .description(description)
                .assumedBy(new ServicePrincipal(
                        "scheduler.amazonaws.com",
                        ServicePrincipalOpts.builder()
                                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build()))
                .build();
        for (PolicyStatement statement : statements) {
            role.addToPolicy(statement);
        }
        return role;
    }

    private void add(String id, ScheduledJob job, TargetProperty.Builder target) {
        CfnSchedule.Builder.create(this, id)
                .groupName(group.getRef())
                .scheduleExpression(expression(job))
                .flexibleTimeWindow(
                        FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .state(settings.running() ? "ENABLED" : "DISABLED")
                .target(target.retryPolicy(RetryPolicyProperty.builder()
                                .maximumRetryAttempts(0)
                                .maximumEventAgeInSeconds(OLDEST_SECONDS)
                                .build())
                        .build())
                .build();
    }

    private static String expression(ScheduledJob job) {
        long minutes = job.period().toMinutes();
        return "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)");
    }

    /** The group's name, under which CloudWatch counts calls that failed. */
    public String groupName() {
        return group.getRef();
    }
}
