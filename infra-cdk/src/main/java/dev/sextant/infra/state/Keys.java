package dev.sextant.infra.state;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Two keys: one for the desk's data, one for what can spend money. Both turn each year. */
public final class Keys extends Construct {

    private final Key data;
    private final Key exchange;

    Keys(Construct scope) {
        super(scope, "Keys");
        this.data = key("Data", "Streams, database, archive, logs and alarms of the desk");
        this.exchange = key("Exchange", "The exchange's keys, and the environment of the two functions that hold them");
        data.addToResourcePolicy(logsMayUseIt());
        data.addToResourcePolicy(alarmsMayUseIt());
    }

    private Key key(String id, String purpose) {
        return Key.Builder.create(this, id)
                .description(purpose)
                .enableKeyRotation(true)
                .build();
    }

    /** CloudWatch Logs, for the log groups of this account alone. */
    private PolicyStatement logsMayUseIt() {
        String groups = Arn.format(
                ArnComponents.builder()
                        .service("logs")
                        .resource("log-group")
                        .resourceName("*")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build(),
                Stack.of(this));
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs." + Aws.REGION + ".amazonaws.com")))
                .actions(List.of(
                        "kms:DescribeKey",
                        "kms:Encrypt",
                        "kms:Decrypt",
                        "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo"))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups)))
                .build();
    }

    /** An alarm or a budget that can't encrypt its message is an alarm that nobody hears. */
    private static PolicyStatement alarmsMayUseIt() {
        return PolicyStatement.Builder.create()
                .principals(List.of(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        new ServicePrincipal("budgets.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .build();
    }

    /** Streams, database, archive, failed batches, database logins, logs, alarms. */
    public Key data() {
        return data;
    }

    /** What signs orders. */
    public Key exchange() {
        return exchange;
    }
}
