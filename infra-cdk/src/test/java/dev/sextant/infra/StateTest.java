package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What must not be lost: streams, buckets, the database. */
class StateTest {

    private final SynthesizedDesk desk = SynthesizedDesk.LIVE;

    @Test
    void bothStreamsAreOneEncryptedShardThatRemembersADay() {
        desk.state().resourceCountIs("AWS::Kinesis::Stream", 2);
        desk.state()
                .allResourcesProperties(
                        "AWS::Kinesis::Stream",
                        Map.of(
                                "ShardCount",
                                1,
                                "RetentionPeriodHours",
                                24,
                                "StreamModeDetails",
                                Map.of("StreamMode", "PROVISIONED"),
                                "StreamEncryption",
                                Map.of("EncryptionType", "KMS", "KeyId", Match.anyValue())));
    }

    @Test
    void everyBucketRefusesPlainHttp() {
        Map<String, JsonNode> policies = desk.ofType("AWS::S3::BucketPolicy");
        desk.ofType("AWS::S3::Bucket")
                .keySet()
                .forEach(bucket -> assertTrue(
                        policies.values().stream()
                                .filter(policy ->
                                        Cfn.text(policy.path("Bucket")).equals("<" + bucket + ">"))
                                .anyMatch(StateTest::refusesPlainHttp),
                        bucket));
    }

    private static boolean refusesPlainHttp(JsonNode policy) {
        for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
            JsonNode secure = statement.path("Condition").path("Bool").path("aws:SecureTransport");
            if (statement.path("Effect").asText().equals("Deny")
                    && statement.path("Action").asText().equals("s3:*")
                    && secure.asText().equals("false")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noBucketCanBecomePublic() {
        desk.ofType("AWS::S3::Bucket").forEach((id, bucket) -> {
            JsonNode block = bucket.path("PublicAccessBlockConfiguration");
            for (String kind :
                    Set.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
                assertTrue(block.path(kind).asBoolean(), id + " " + kind);
            }
            assertFalse(bucket.path("BucketEncryption").isMissingNode(), id);
        });
    }

    @Test
    void theDatabaseIsEncryptedBackedUpAndHardToDelete() {
        desk.state()
                .hasResource(
                        "AWS::RDS::DBCluster",
                        Map.of(
                                "DeletionPolicy",
                                "Snapshot",
                                "Properties",
                                Match.objectLike(Map.of(
                                        "Engine",
                                        "aurora-postgresql",
                                        "EngineVersion",
                                        "17.9",
                                        "StorageEncrypted",
                                        true,
                                        "DeletionProtection",
                                        true,
                                        "BackupRetentionPeriod",
                                        14,
                                        "EnableHttpEndpoint",
                                        true))));
    }

    @Test
    void aRunningDesksDatabaseNeverPausesAndHasABound() {
        JsonNode capacity = desk.one("AWS::RDS::DBCluster", "Database").path("ServerlessV2ScalingConfiguration");
        assertEquals(0.5, capacity.path("MinCapacity").asDouble());
        assertEquals(4, capacity.path("MaxCapacity").asDouble());
    }

    @Test
    void nobodyConnectsToTheDatabaseDirectly() {
        JsonNode group = desk.one("AWS::EC2::SecurityGroup", "DatabaseNobodyConnects");
        assertTrue(group.path("SecurityGroupIngress").isMissingNode());
        assertTrue(desk.ofType("AWS::EC2::SecurityGroupIngress").isEmpty());
        desk.ofType("AWS::RDS::DBInstance")
                .forEach((id, instance) ->
                        assertFalse(instance.path("PubliclyAccessible").asBoolean(), id));
        JsonNode subnets = desk.one("AWS::RDS::DBSubnetGroup", "Database").path("SubnetIds");
        Cfn.list(subnets).forEach(subnet -> assertTrue(subnet.contains("databaseSubnet"), subnet));
    }

    @Test
    void noSubnetGivesAddressesToWhoeverStartsInIt() {
        desk.ofType("AWS::EC2::Subnet")
                .forEach((id, subnet) ->
                        assertFalse(subnet.path("MapPublicIpOnLaunch").asBoolean(), id));
    }

    @Test
    void theStacksRefuseEveryOtherRegion() {
        for (Template template : List.of(desk.state(), desk.desk())) {
            String rules = String.valueOf(template.toJSON().get("Rules"));
            assertTrue(rules.contains("Fn::Equals=[{Ref=AWS::Region}, ap-northeast-1]"), rules);
        }
    }

    @Test
    void theStateStackCanNotBeDestroyedByTheWay() {
        assertTrue(desk.stacks().state().getTerminationProtection());
    }
}
