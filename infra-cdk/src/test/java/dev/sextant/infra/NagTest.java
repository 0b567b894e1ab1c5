package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aspects;

/** What cdk-nag's rules of AWS Solutions say of the desk that handles real money. */
class NagTest {

    /** Which rules don't hold where, and why that is as it should be. What no longer applies must leave this table. */
    private static final Map<String, String> ACCEPTED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "VPC7 Network/Vpc", "nothing listens in this network; the ingest and API Gateway log what they do"),
            Map.entry("KDS3 Streams/Market", "the key says who may read the desk's data; its requests cost cents"),
            Map.entry("KDS3 Streams/Decisions", "as Market"),
            Map.entry("S1 FailedBatches/Bucket", "Lambda alone writes here; an object is an alarm"),
            Map.entry("S1 TradeArchive/Bucket", "the recorder alone writes here, and nobody reads by themselves"),
            Map.entry("S1 Web/Pages/Bucket", "public files, read through CloudFront alone"),
            Map.entry(
                    "SMG4 Database/Cluster/Secret",
                    "the owner logs in to migrate; rotating it needs a function in the network"),
            Map.entry(
                    "SMG4 Database/Login-sextant_scorer", "made anew with prepare-database after deleting the secret"),
            Map.entry("SMG4 Database/Login-sextant_risk", "as sextant_scorer"),
            Map.entry("SMG4 Database/Login-sextant_placer", "as sextant_scorer"),
            Map.entry("SMG4 Database/Login-sextant_direct", "as sextant_scorer"),
            Map.entry("SMG4 Database/Login-sextant_reconciler", "as sextant_scorer"),
            Map.entry("SMG4 Database/Login-sextant_api", "as sextant_scorer"),
            Map.entry("SMG4 Database/Login-sextant_ingest", "as sextant_scorer"),
            Map.entry("SMG4 ExchangeSecrets/OrderPlacer", "the exchange issues these; nobody can rotate them for us"),
            Map.entry("SMG4 ExchangeSecrets/Reconciler", "as OrderPlacer"),
            Map.entry("SMG4 ExchangeSecrets/Direct", "as OrderPlacer"),
            Map.entry("SMG4 ExchangeSecrets/KrakenReconciler", "as OrderPlacer"),
            Map.entry("SMG4 Web/Gateway/Door/Secret", "opens an API that answers every reader the same"),
            Map.entry("RDS6 Database/Cluster", "the Data API takes a secret; nobody connects directly"),
            Map.entry(
                    "IAM5 Functions/signal-scorer/Role/DefaultPolicy",
                    "names of objects in the bucket of failed batches"),
            Map.entry("IAM5 Functions/risk-check/Role/DefaultPolicy", "as signal-scorer"),
            Map.entry("IAM5 Functions/order-placer/Role/DefaultPolicy", "as signal-scorer; and the network's lists"),
            Map.entry("IAM5 Functions/reconciler/Role/DefaultPolicy", "the network's lists, which take no resource"),
            Map.entry("IAM5 Ingest/Task/ExecutionRole/DefaultPolicy", "ecr:GetAuthorizationToken takes no resource"),
            Map.entry("IAM5 Recorder/Task/ExecutionRole/DefaultPolicy", "ecr:GetAuthorizationToken takes no resource"),
            Map.entry("IAM5 Recorder/Task/TaskRole/DefaultPolicy", "names of objects in the archive"),
            Map.entry("ECS2 Ingest/Task", "names and addresses; the login is read by the ingest itself"),
            Map.entry("ECS2 Recorder/Task", "as Ingest"),
            Map.entry("ECS2 Direct/Task", "as Ingest; Kraken's key is a secret"),
            Map.entry("IAM5 Direct/Task/ExecutionRole/DefaultPolicy", "ecr:GetAuthorizationToken takes no resource"),
            Map.entry(
                    "ECS4 Containers/Cluster",
                    "would cost more than the task's own share; the ingest writes its figures"),
            Map.entry("CFR1 Web/Front", "ranges of addresses decide who sees the desk"),
            Map.entry("CFR2 Web/Front", "as CFR1; a firewall costs more than the rest of the web"),
            Map.entry("CFR3 Web/Front", "API Gateway logs requests; the pages are public files"),
            Map.entry("CFR4 Web/Front", "the domain is CloudFront's own, whose certificate sets this"),
            Map.entry("IAM4 Custom::CDKBucketDeployment/ServiceRole", "the CDK's own helper, at work while deploying"),
            Map.entry("IAM5 Custom::CDKBucketDeployment/ServiceRole/DefaultPolicy", "as above"),
            Map.entry("L1 Custom::CDKBucketDeployment", "as above")));

    @Test
    void theRulesHoldOrItIsSaidWhyNot() {
        assertEquals(String.join("\n", ACCEPTED.keySet()), broken("direct"));
    }

    @Test
    void soTheyDoInTheOtherLane() {
        Set<String> accepted = new TreeSet<>(ACCEPTED.keySet());
        accepted.removeIf(rule -> rule.contains(" Direct/") || rule.endsWith("/Direct"));
        accepted.add("SMG4 ExchangeSecrets/KrakenOrderPlacer");
        assertEquals(String.join("\n", accepted), broken("stream"));
    }

    private static String broken(String lane) {
        SynthesizedDesk desk = SynthesizedDesk.with(Map.of(
                "sextant:mode", "live",
                "sextant:alarmEmail", "a@b.example",
                "sextant:kraken", "true",
                "sextant:krakenTrade", "true",
                "sextant:krakenLane", lane));
        Aspects.of(desk.app())
                .add(new AwsSolutionsChecks(NagPackProps.builder()
                        .reportFormats(List.of(NagReportFormat.JSON))
                        .build()));
        desk.resources();
        Set<String> broken = new TreeSet<>();
        for (JsonNode report : desk.written("AwsSolutions-.*-NagReport.json")) {
            for (JsonNode line : report.path("lines")) {
                if (!line.path("compliance").asText().equals("Compliant")) {
                    broken.add(line.path("ruleId").asText().replaceAll("AwsSolutions-|\\[.*", "") + " "
                            + place(line.path("resourceId").asText()));
                }
            }
        }
        return String.join("\n", broken);
    }

    /** The construct, without its stack and the hash that the CDK's helpers carry. */
    private static String place(String path) {
        return path.lines()
                .map(each -> each.replaceAll("^[^/]*/", "")
                        .replaceAll("/Resource$", "")
                        .replaceAll("(CDKBucketDeployment)[0-9A-F]+", "$1"))
                .collect(Collectors.joining());
    }
}
