package dev.sextant.infra.desk;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/** Calls each function of {@link Schedules#ALL} when it is due. A call that fails isn't repeated: the next one is near. */
public final class Jobs extends Construct {

    private static final int OLDEST_SECONDS = 60;

    private final CfnScheduleGroup group;
    private final Map<String, Role> callers = new TreeMap<>();

    public Jobs(Construct scope, DeskSettings settings, Functions functions) {
        super(scope, "Jobs");
        this.group = CfnScheduleGroup.Builder.create(this, "Group")
                .name(settings.prefix())
                .build();
        for (ScheduledJob job : Schedules.OF_FUNCTIONS) {
            DeskFunction function = functions.ofModule(job.function());
            Role caller = callers.computeIfAbsent(job.function(), _ -> caller(function));
            add(job, function, caller, settings.running());
        }
    }

    private Role caller(DeskFunction function) {
        Role caller = Role.Builder.create(this, function.spec().module() + "-caller")
                .description("Calls " + function.spec().module() + " when a job of it is due")
                .assumedBy(new ServicePrincipal(
                        "scheduler.amazonaws.com",
                        ServicePrincipalOpts.builder()
                                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build()))
                .build();
        caller.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("lambda:InvokeFunction"))
                .resources(List.of(function.alias().getFunctionArn()))
                .build());
        return caller;
    }

    private void add(ScheduledJob job, DeskFunction function, Role caller, boolean enabled) {
        CfnSchedule.Builder.create(this, job.name())
                .groupName(group.getRef())
                .scheduleExpression(expression(job))
                .flexibleTimeWindow(
                        FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .state(enabled ? "ENABLED" : "DISABLED")
                .target(TargetProperty.builder()
                        .arn(function.alias().getFunctionArn())
                        .roleArn(caller.getRoleArn())
                        .input(job.input())
                        .retryPolicy(RetryPolicyProperty.builder()
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
