package dev.sextant.infra.alarm;

import dev.sextant.infra.settings.DeskSettings;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.constructs.Construct;

/** Tells when the month's bill of the whole account reaches most of the budget, all of it, or is going to. */
final class SpendingLimit {

    private SpendingLimit() {}

    static void add(Construct scope, DeskSettings settings, Channel channel) {
        SubscriberProperty everybody = SubscriberProperty.builder()
                .subscriptionType("SNS")
                .address(channel.topic().getTopicArn())
                .build();
        CfnBudget budget = CfnBudget.Builder.create(scope, "Budget")
                .budget(BudgetDataProperty.builder()
                        .budgetName(settings.prefix())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(settings.budgetUsd())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(
                        Stream.of(above("ACTUAL", 80), above("ACTUAL", 100), above("FORECASTED", 100))
                                .map(notification -> NotificationWithSubscribersProperty.builder()
                                        .notification(notification)
                                        .subscribers(List.of(everybody))
                                        .build())
                                .toList())
                .build();
        // A budget that may not publish yet is refused.
        budget.getNode().addDependency(channel);
    }

    private static NotificationProperty above(String kind, int percent) {
        return NotificationProperty.builder()
                .notificationType(kind)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .build();
    }
}
