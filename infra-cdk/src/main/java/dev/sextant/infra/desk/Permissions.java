package dev.sextant.infra.desk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.rds.IDatabaseCluster;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/** What a role may do, one sentence each. The constructs' own grants are wider: they end in stars. */
public final class Permissions {

    private static final List<String> NETWORK_INTERFACES = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");
    private static final List<String> NETWORK_LISTS = List.of("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets");

    private static final List<String> LEASES = List.of(
            "dynamodb:CreateTable",
            "dynamodb:DescribeTable",
            "dynamodb:UpdateTable",
            "dynamodb:Scan",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem");

    private Permissions() {}

    private static PolicyStatement may(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resources))
                .build();
    }

    public static PolicyStatement writeLog(ILogGroup log) {
        return may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn());
    }

    /** One statement at a time: nothing on the desk's paths opens a transaction over several calls. */
    static PolicyStatement runStatements(IDatabaseCluster cluster) {
        return may(List.of("rds-data:ExecuteStatement"), cluster.getClusterArn());
    }

    public static PolicyStatement readSecret(ISecret secret) {
        return may(List.of("secretsmanager:GetSecretValue"), secret.getSecretArn());
    }

    public static PolicyStatement decryptWith(IKey key) {
        return may(List.of("kms:Decrypt"), key.getKeyArn());
    }

    static PolicyStatement encryptWith(IKey key) {
        return may(List.of("kms:GenerateDataKey"), key.getKeyArn());
    }

    static PolicyStatement putRecords(IStream... streams) {
        return may(
                List.of("kinesis:PutRecords"),
                List.of(streams).stream().map(IStream::getStreamArn).toArray(String[]::new));
    }

    static PolicyStatement putRecord(IStream stream) {
        return may(List.of("kinesis:PutRecord"), stream.getStreamArn());
    }

    static PolicyStatement call(IFunction function) {
        return may(List.of("lambda:InvokeFunction"), function.getFunctionArn());
    }

    /** What Lambda's poller asks for in the function's name. */
    static PolicyStatement readRecords(IStream stream) {
        return may(
                List.of(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards"),
                stream.getStreamArn());
    }

    static PolicyStatement keepFailedBatches(IBucket bucket) {
        return putObjects(bucket);
    }

    static PolicyStatement putObjects(IBucket bucket) {
        return may(List.of("s3:PutObject"), bucket.arnForObjects("*"));
    }

    /**
     * What the Kinesis Client Library does with its table, which it makes itself; {@code LibraryTest} of the recorder
     * notes each call. Of two tables that older versions had it only asks whether they exist.
     */
    static List<PolicyStatement> keepLeases(Stack stack, String application) {
        return List.of(
                may(LEASES, table(stack, application)),
                may(List.of("dynamodb:Query"), table(stack, application + "/index/LeaseOwnerToLeaseKeyIndex")),
                may(
                        List.of("dynamodb:DescribeTable"),
                        table(stack, application + "-CoordinatorState"),
                        table(stack, application + "-WorkerMetricStats")));
    }

    private static String table(Stack stack, String name) {
        return Arn.format(
                ArnComponents.builder()
                        .service("dynamodb")
                        .resource("table")
                        .resourceName(name)
                        .build(),
                stack);
    }

    /** Lambda looks whether the bucket is there before it puts anything. */
    static PolicyStatement findBucket(IBucket bucket) {
        return may(List.of("s3:ListBucket"), bucket.getBucketArn());
    }

    /** What Lambda needs to put a function into a network; the lists take no resource, AWS says. */
    static List<PolicyStatement> joinNetwork(Stack stack, String functionArn) {
        String anything = Arn.format(
                ArnComponents.builder()
                        .service("ec2")
                        .resource("*")
                        .resourceName("*")
                        .build(),
                stack);
        return List.of(
                may(NETWORK_INTERFACES, anything),
                may(NETWORK_LISTS, "*"),
                PolicyStatement.Builder.create()
                        .effect(Effect.DENY)
                        .actions(NETWORK_INTERFACES)
                        .resources(List.of("*"))
                        // Lambda may, the function's own code may not.
                        .conditions(Map.of("ArnEquals", Map.of("lambda:SourceFunctionArn", functionArn)))
                        .build());
    }
}
