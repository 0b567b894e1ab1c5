package dev.sextant.infra.alarm;

import dev.sextant.infra.settings.DeskSettings;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/** Makes alarms of one desk. A hibernating desk's alarms stay quiet: nothing is meant to beat then. */
final class Rules {

    private final Construct scope;
    private final DeskSettings settings;
    private final SnsAction tell;

    Rules(Construct scope, DeskSettings settings, Channel channel) {
        this.scope = scope;
        this.settings = settings;
        this.tell = new SnsAction(channel.topic());
    }

    /** Alarms when there are so many; no figure is a good figure. */
    void atLeast(double threshold, IMetric metric, String name, String meaning) {
        atLeast(threshold, metric, 1, name, meaning);
    }

    /** The same, when it is so for some periods in a row. */
    void atLeast(double threshold, IMetric metric, int periods, String name, String meaning) {
        rule(
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                threshold,
                metric,
                periods,
                TreatMissingData.NOT_BREACHING,
                name,
                meaning);
    }

    /** Alarms when something has fallen silent for some periods: no figure is the alarm. */
    void silent(IMetric metric, int periods, String name, String meaning) {
        rule(ComparisonOperator.LESS_THAN_THRESHOLD, 1, metric, periods, TreatMissingData.BREACHING, name, meaning);
    }

    private void rule(
            ComparisonOperator comparison,
            double threshold,
            IMetric metric,
            int periods,
            TreatMissingData missing,
            String name,
            String meaning) {
        Alarm alarm = Alarm.Builder.create(scope, name)
                .alarmName(settings.prefix() + "-" + name)
                .alarmDescription(meaning)
                .metric(metric)
                .comparisonOperator(comparison)
                .threshold(threshold)
                .evaluationPeriods(periods)
                .treatMissingData(missing)
                .actionsEnabled(settings.running())
                .build();
        alarm.addAlarmAction(tell);
    }
}
