package dev.sextant.infra.alarm;

import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Output;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The one topic all alarms go to. Mail is its first subscriber; chat and pagers are further ones. */
final class Channel extends Construct {

    private final Topic topic;

    Channel(Construct scope, DeskSettings settings, IKey key) {
        super(scope, "Channel");
        this.topic = Topic.Builder.create(this, "Topic")
                .topicName(settings.prefix() + "-alarms")
                .displayName("Sextant " + settings.mode().word())
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addToResourcePolicy(mayPublish("cloudwatch.amazonaws.com"));
        topic.addToResourcePolicy(mayPublish("budgets.amazonaws.com"));
        settings.alarmEmail()
                .ifPresentOrElse(
                        address -> topic.addSubscription(new EmailSubscription(address)),
                        () -> Annotations.of(this)
                                .addWarningV2(
                                        "sextant:nobody-listens",
                                        "no alarmEmail is set: alarms go to a topic without subscribers"));
        Output.of(this, "AlarmTopic", "Where further listeners subscribe", topic.getTopicArn());
    }

    /** In this account's name alone. */
    private PolicyStatement mayPublish(String service) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(service)))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build();
    }

    Topic topic() {
        return topic;
    }
}
